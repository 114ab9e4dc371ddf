import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma, PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { NumberKey } from '@xuanpai/domain/policy/keys';
import type { Measure, Template } from '@xuanpai/domain/targets/measures';

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
  client: PrismaClient | Tx,
  batchId: string,
): Promise<TemplatesAt> {
  const found = await client.batchTargetTemplate.findMany({
    where: { batchId },
    include: { template: { include: withMeasures } },
    orderBy: { effectiveFrom: 'asc' },
  });
  const uses = found.map(({ effectiveFrom, template }) => ({
    ...{ from: toPlainDate(effectiveFrom), template: templateOf(template) },
  }));
  const known = new Map<PlainDate, TemplateInUse[]>();
  return (day) => {
    const templates = known.get(day) ?? templatesOn(uses, day);
    known.set(day, templates);
    return templates;
  };
}

function templatesOn(uses: readonly { from: PlainDate; template: TemplateInUse }[], on: PlainDate) {
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

export function templateOf({
  id,
  family,
  edition,
  name,
  kinds,
  poor,
  measures,
}: Row): TemplateInUse {
  return {
    ...{ templateId: id, family, edition, name, kinds, poor },
    measures: measures.map(measureOf),
  };
}

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
