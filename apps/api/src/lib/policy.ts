import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { type Policy, type PolicySetting, policyOn } from '@xuanpai/domain/policy/policy';
import { isPolicyKey } from '@xuanpai/domain/policy/template';
import { notFound } from './api-error.ts';
import type { Deps } from './deps.ts';

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

/** What a list judges by: the batch asked for and its policy on its date. Throws `notFound`. */
export async function readPolicyOfBatch(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  batchId: string | undefined,
) {
  if (batchId === undefined) return { batch: null, policy: policyOn([], today()) };
  const found = await db.prisma.batch.findUnique({ where: { id: batchId } });
  if (!found) throw notFound();
  const batch = { id: found.id, name: found.name, date: toPlainDate(found.date) };
  return { batch, policy: await readPolicy(db.prisma, batch.id, batch.date) };
}
