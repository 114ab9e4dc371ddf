import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
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

/**
 * The editions that a batch uses on a day, one of each family; before the first day of a family, the
 * edition that it begins with.
 */
export async function readTemplatesOn(
  client: PrismaClient | Tx,
  batchId: string,
  on: PlainDate,
): Promise<TemplateInUse[]> {
  const found = await client.batchTargetTemplate.findMany({
    where: { batchId },
    include: { template: { include: withMeasures } },
    orderBy: { effectiveFrom: 'asc' },
  });
  const inUse = new Map<string, (typeof found)[number]>();
  for (const use of found) {
    if (!inUse.has(use.family) || use.effectiveFrom <= toDate(on)) inUse.set(use.family, use);
  }
  return [...inUse.values()].map(({ template }) => templateOf(template)).sort(byFamily);
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
