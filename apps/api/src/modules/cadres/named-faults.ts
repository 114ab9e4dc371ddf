import type { Tx } from '@xuanpai/database/transaction';
import type { Fault } from '../../lib/api-error.ts';

/**
 * Whoever is named to a batch comes from the unit that named them, until the batch is issued: D2
 * counts places by unit, D7 keeps a township's cadre in the own township.
 */
export async function namedFaults(
  tx: Tx,
  cadreId: string,
  unitId: string | undefined,
): Promise<Fault[]> {
  if (unitId === undefined) return [];
  const named = await tx.nomination.findMany({
    where: {
      cadreId,
      state: 'active',
      NOT: { unitId },
      batch: { plans: { none: { status: 'issued' } } },
    },
    include: { batch: { select: { name: true } }, unit: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return named.map(({ batch, unit }) => ({
    path: 'unitId',
    code: 'namedByUnit',
    message: {
      zh: `此人由${unit.name}报为“${batch.name}”人选，不能改到别的单位。`,
      en: `${unit.name} named this person to “${batch.name}”: the unit stays.`,
    },
    basis: { kind: 'reading', source: '本办更换人选口径' },
    remedy: {
      zh: '请先更换人选，再改单位。',
      en: 'Name another person in their place first.',
    },
  }));
}
