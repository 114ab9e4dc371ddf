import { toDate } from '@xuanpai/database/dates';
import { compareDates } from '@xuanpai/domain/office/plain-date';
import type { Deps } from '../../lib/deps.ts';
import type { BatchRecord } from '../../lib/records/batch.ts';
import type { Standing } from './standing.ts';

/**
 * Villages that are covered: before the issue those with a tier; afterwards the city's, and those
 * with a first secretary in post today or, before the term, on its first day.
 */
export async function coveredVillages(
  { db, today }: Deps,
  batch: BatchRecord,
  { villages, plan }: Standing,
): Promise<number> {
  if (plan?.status !== 'issued') return villages.filter(({ tier }) => tier !== null).length;
  const on = toDate(compareDates(today(), batch.startsOn) > 0 ? today() : batch.startsOn);
  const posted = await db.prisma.assignment.findMany({
    where: {
      batchId: batch.id,
      state: 'inForce',
      // A deputy alone leaves the village without a first secretary.
      post: { not: 'deputySecretary' },
      startsOn: { lte: on },
      OR: [{ endsOn: null }, { endsOn: { gte: on } }],
    },
    select: { villageId: true },
    distinct: ['villageId'],
  });
  const ids = new Set(posted.map(({ villageId }) => villageId));
  return villages.filter(({ tier, villageId }) => tier === 'city' || ids.has(villageId)).length;
}
