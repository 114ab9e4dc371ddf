import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';

/** Why somebody is no longer named to a batch. */
export interface Departure {
  reason: string | null;
  /** Who was named instead, by name. */
  replacedBy: string | null;
}

/** The last word on each of the people who are no longer named, by person. */
export async function readDepartures(
  client: PrismaClient | Tx,
  batchId: string,
  cadreIds: readonly string[],
): Promise<Map<string, Departure>> {
  const found = await client.nomination.findMany({
    where: { batchId, cadreId: { in: [...cadreIds] } },
    select: {
      cadreId: true,
      state: true,
      replacedReason: true,
      withdrawnReason: true,
      replacedBy: { select: { cadre: { select: { name: true } } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const last = new Map(found.map((nomination) => [nomination.cadreId, nomination]));
  return new Map(
    [...last.values()]
      .filter(({ state }) => state !== 'active')
      .map(({ cadreId, withdrawnReason, replacedReason, replacedBy }) => [
        cadreId,
        { reason: withdrawnReason ?? replacedReason, replacedBy: replacedBy?.cadre.name ?? null },
      ]),
  );
}
