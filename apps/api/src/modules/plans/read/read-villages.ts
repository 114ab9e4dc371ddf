import type { PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { proposeTier, settledTier } from '@xuanpai/domain/coverage';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { DossierVillage } from './dossier.ts';

/** The villages of a batch with the tier that counts for each, in the order of their codes. */
export async function readVillages(
  client: PrismaClient | Tx,
  batch: { id: string; date: PlainDate },
  policy: Policy,
): Promise<DossierVillage[]> {
  const found = await client.batchVillage.findMany({
    where: { batchId: batch.id },
    include: {
      village: {
        include: {
          township: { select: { name: true } },
          // The last full year before the batch's date that has a figure.
          years: {
            where: { year: { lt: yearOf(batch.date) }, operatingIncome: { not: null } },
            orderBy: { year: 'desc' },
            take: 1,
          },
        },
      },
    },
    orderBy: { village: { code: 'asc' } },
  });
  return found.map(({ village, kinds, cityDispatched, tierOverride }) => {
    const income = village.years[0]?.operatingIncome?.toFixed(2) ?? null;
    const proposal = proposeTier({ kinds, cityDispatched, income }, policy);
    return {
      id: village.id,
      code: village.code,
      name: village.name,
      townshipId: village.townshipId,
      townshipName: village.township.name,
      kinds,
      poor: proposal.poor,
      tier: settledTier(proposal, tierOverride, policy).tier,
    };
  });
}

function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}
