import type { PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { type Policy, policyOn } from '@xuanpai/domain/policy/policy';
import { readLatestPolicy, readSettings } from '../policy.ts';

/** The policies of batches on a day; without a batch, that of the latest one. */
export async function readPolicies(
  client: PrismaClient | Tx,
  batchIds: Iterable<string | null>,
  on: PlainDate,
): Promise<(batchId: string | null) => Policy> {
  const policies = new Map<string | null, Policy>();
  for (const id of new Set(batchIds)) {
    const policy =
      id === null
        ? await readLatestPolicy(client, on)
        : policyOn(await readSettings(client, id), on);
    policies.set(id, policy);
  }
  return (batchId) => policies.get(batchId) ?? policyOn([], on);
}
