import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { type Policy, type PolicySetting, policyOn } from '@xuanpai/domain/policy/policy';
import { isPolicyKey } from '@xuanpai/domain/policy/template';

/** A batch's settings, oldest first; keys that this version doesn't know are left out. */
export async function readSettings(
  client: PrismaClient | Tx,
  batchId: string,
): Promise<PolicySetting[]> {
  const found = await client.policyParameter.findMany({
    where: { batchId },
    orderBy: [{ effectiveFrom: 'asc' }, { setAt: 'asc' }],
  });
  return found.flatMap(({ key, effectiveFrom, setAt, value, inclusive, basisKind, basisSource }) =>
    isPolicyKey(key)
      ? [
          {
            key,
            effectiveFrom: toPlainDate(effectiveFrom),
            setAt: setAt.toISOString(),
            value: value as PolicySetting['value'],
            inclusive,
            basis: { kind: basisKind, source: basisSource },
          },
        ]
      : [],
  );
}

/** The batch's policy on a day. */
export async function readPolicy(
  client: PrismaClient | Tx,
  batchId: string,
  on: PlainDate,
): Promise<Policy> {
  return policyOn(await readSettings(client, batchId), on);
}

/** The policy of the latest batch on a day; before there is a batch, what a first one starts from. */
export async function readLatestPolicy(client: PrismaClient | Tx, on: PlainDate): Promise<Policy> {
  const latest = await client.batch.findFirst({
    orderBy: [{ date: 'desc' }, { createdAt: 'desc' }],
    select: { id: true },
  });
  return latest ? readPolicy(client, latest.id, on) : policyOn([], on);
}
