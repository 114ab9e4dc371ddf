import type { BatchVillage } from '@xuanpai/contracts/coverage';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { CountBy, CoverageVillage } from '@xuanpai/domain/coverage-figures';
import { compareDates } from '@xuanpai/domain/office/plain-date';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Deps } from '../deps.ts';
import { readPolicy } from '../policy.ts';
import { type BatchRecord, readBatch } from './batch.ts';
import { readBatchVillages } from './batch-villages.ts';
import { type Posted, readPosted } from './posted.ts';

export type VillageWithPosts = BatchVillage & Pick<CoverageVillage, 'led'>;

/** A batch's villages on the day looked at, and what a village counts by. */
export interface BatchOnDay {
  batch: BatchRecord;
  policy: Policy;
  villages: VillageWithPosts[];
  countBy: CountBy;
}

/**
 * Without a day villages count by their tier before the issue, and by who is posted afterwards: on
 * the first day of the term, or today once it has begun.
 */
export async function readBatchOnDay(
  deps: Deps,
  batchId: string,
  on?: PlainDate,
): Promise<BatchOnDay> {
  const batch = await readBatch(deps.db.prisma, batchId);
  const policy = await readPolicy(deps.db.prisma, batchId, batch.date);
  const day = on ?? (await dayOfPosts(deps, batch));
  const posted = day === null ? null : await readPosted(deps, batchId, day);
  const villages = await readBatchVillages(deps.db.pool, batch, policy);
  return {
    batch,
    policy,
    villages: villages.map((village) => {
      const { people, led } = posted?.get(village.villageId) ?? nobody;
      return { ...village, filled: people, led };
    }),
    countBy: posted === null ? 'tier' : 'posts',
  };
}

const nobody: Posted = { people: 0, led: false };

async function dayOfPosts({ db, today }: Deps, batch: BatchRecord): Promise<PlainDate | null> {
  const issued = await db.prisma.plan.count({ where: { batchId: batch.id, status: 'issued' } });
  if (issued === 0) return null;
  return compareDates(today(), batch.startsOn) > 0 ? today() : batch.startsOn;
}
