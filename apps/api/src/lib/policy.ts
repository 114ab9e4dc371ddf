import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { type Policy, type PolicySetting, policyOn } from '@xuanpai/domain/policy/policy';
import { isPolicyKey } from '@xuanpai/domain/policy/template';
import { notFound } from './api-error.ts';
import type { Deps } from './deps.ts';
import type { BatchRecord } from './records/batch.ts';
import { rows, sql } from './sql.ts';

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

interface BatchAndSetting extends BatchRecord {
  setting: (Omit<PolicySetting, 'basis'> & { kind: Basis['kind']; source: string }) | null;
}

/** A batch with its settings, oldest first, in one statement. Throws `notFound`. */
export async function readBatchAndSettings(
  runner: Parameters<typeof rows>[0],
  batchId: string,
): Promise<{ batch: BatchRecord; settings: PolicySetting[] }> {
  const found = await rows<BatchAndSetting>(
    runner,
    sql`SELECT b.id, b.name, b.date::text AS date, b.starts_on::text AS "startsOn",
        b.ends_on::text AS "endsOn", b.version, CASE WHEN p.id IS NOT NULL THEN json_build_object(
          'key', p.key, 'effectiveFrom', p.effective_from, 'setAt', p.set_at, 'value', p.value,
          'inclusive', p.inclusive, 'kind', p.basis_kind, 'source', p.basis_source) END AS setting
      FROM batch b LEFT JOIN policy_parameter p ON p.batch_id = b.id
      WHERE b.id = ${batchId}::uuid ORDER BY p.effective_from, p.set_at`,
  );
  const [first] = found;
  if (!first) throw notFound();
  const { setting: _, ...batch } = first;
  const settings = found.flatMap(({ setting }): PolicySetting[] => {
    if (setting === null || !isPolicyKey(setting.key)) return [];
    const { kind, source, ...rest } = setting;
    return [{ ...rest, basis: { kind, source } }];
  });
  return { batch, settings };
}

/**
 * What a list judges by: the batch asked for and its policy on its date; every page of the list asks.
 * Throws `notFound`.
 */
export async function readPolicyOfBatch(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  batchId: string | undefined,
) {
  if (batchId === undefined) return { batch: null, policy: policyOn([], today()) };
  const { batch, settings } = await readBatchAndSettings(db.pool, batchId);
  return { batch, policy: policyOn(settings, batch.date) };
}
