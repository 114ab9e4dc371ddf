import type { PlainDate } from '@xuanpai/contracts/values';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { NumberKey } from '@xuanpai/domain/policy/keys';
import type { Measure, Template } from '@xuanpai/domain/targets/measures';
import { rows, sql } from '../sql.ts';

export const withMeasures = {
  measures: { orderBy: { position: 'asc' } },
} satisfies Prisma.TargetTemplateInclude;

type Row = Prisma.TargetTemplateGetPayload<{ include: typeof withMeasures }>;

/** An edition as villages get it. */
export interface TemplateInUse extends Template {
  templateId: string;
  edition: number;
  name: string;
}

/** The editions that a batch uses on a day, one of each family. */
export type TemplatesAt = (day: PlainDate) => TemplateInUse[];

/**
 * The editions of a batch by day: from its first day on each holds until the next of its family; the
 * first one holds before as well.
 */
export async function readTemplatesOf(
  runner: Parameters<typeof rows>[0],
  batchId: string,
): Promise<TemplatesAt> {
  const uses = await rows<Use>(
    runner,
    sql`SELECT u.effective_from::text AS from, json_build_object('templateId', t.id,
        'family', t.family, 'edition', t.edition, 'name', t.name, 'kinds', t.kinds, 'poor', t.poor,
        'measures', COALESCE((SELECT json_agg(${measureSql} ORDER BY m.position)
          FROM target_measure m WHERE m.template_id = t.id), '[]')) AS template
      FROM batch_target_template u JOIN target_template t ON t.id = u.template_id
      WHERE u.batch_id = ${batchId}::uuid ORDER BY u.effective_from`,
  );
  const known = new Map<PlainDate, TemplateInUse[]>();
  return (day) => {
    const templates = known.get(day) ?? templatesOn(uses, day);
    known.set(day, templates);
    return templates;
  };
}

/** A measure in one value, as `measureOf` gives it. */
const measureSql = sql`json_build_object('key', m.key, 'aim', m.aim, 'aimName', m.aim_name,
  'name', m.name, 'kind', m.kind, 'source', m.source, 'unit', m.unit, 'direction', m.direction,
  'threshold', m.threshold::float8, 'policyKey', m.policy_key, 'thresholdRank', m.threshold_rank,
  'period', m.period, 'binding', m.binding, 'weight', m.weight::float8, 'figure', m.figure,
  'onlyKinds', m.only_kinds, 'evidence', m.evidence,
  'basis', json_build_object('kind', m.basis_kind, 'source', m.basis_source))`;

interface Use {
  from: PlainDate;
  template: TemplateInUse;
}

function templatesOn(uses: readonly Use[], on: PlainDate) {
  const inUse = new Map<string, TemplateInUse>();
  for (const { from, template } of uses) {
    if (!inUse.has(template.family) || from <= on) inUse.set(template.family, template);
  }
  return [...inUse.values()].sort(byFamily);
}

/** The notice's order: goods, then breakthroughs, then what an office made itself. */
function byFamily({ family }: TemplateInUse, other: TemplateInUse): number {
  return placeOf(family) - placeOf(other.family) || (family < other.family ? -1 : 1);
}

const placeOf = (family: string) => ['fourGoods', 'fourBreakthroughs'].indexOf(family) + 1 || 3;

export function measureOf({
  templateId: _,
  position: __,
  basisKind,
  basisSource,
  ...measure
}: Row['measures'][number]): Measure {
  return {
    ...measure,
    threshold: measure.threshold === null ? null : Number(measure.threshold),
    weight: Number(measure.weight),
    policyKey: measure.policyKey as NumberKey | null,
    basis: { kind: basisKind, source: basisSource },
  };
}
