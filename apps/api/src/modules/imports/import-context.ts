import type { ImportKind } from '@xuanpai/contracts/imports';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { policyOn } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../../lib/actor.ts';
import { invalid } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readPolicy } from '../../lib/policy.ts';
import type { ImportContext } from './import-kind.ts';

type Client = Deps['db']['prisma'] | Tx;

/** The batch and policy that an import is judged by. Throws `invalid` for a batch that isn't there. */
export async function importContext(
  { keys, today }: Pick<Deps, 'keys' | 'today'>,
  client: Client,
  actor: Actor,
  batchId: string | null,
): Promise<Omit<ImportContext, 'dateSystem' | 'headings'>> {
  const day = today();
  if (!batchId) return { client, keys, actor, batch: null, policy: policyOn([], day), today: day };
  const found = await client.batch.findUnique({ where: { id: batchId } });
  if (!found) throw invalid([batchUnknown]);
  const batch = { id: found.id, name: found.name, date: toPlainDate(found.date) };
  const policy = await readPolicy(client, batchId, batch.date);
  return { client, keys, actor, batch, policy, today: day };
}

/** Throws `invalid` for a batch that isn't there. */
export async function checkBatch(client: Client, batchId: string | null): Promise<void> {
  if (batchId === null) return;
  if ((await client.batch.count({ where: { id: batchId } })) === 0) throw invalid([batchUnknown]);
}

const batchUnknown = {
  path: 'batchId',
  code: 'unknown',
  message: { zh: '没有这个批次。', en: 'There is no such batch.' },
};

const ofBatch: readonly ImportKind[] = [
  'villages',
  'targets',
  'ballots',
  'trainings',
  'workExpenses',
];

/** Villages say what they are in a batch, targets, ballots and trainings are of one: without one chosen it is the latest. */
export async function batchFor(
  client: Client,
  kind: ImportKind,
  batchId: string | null,
): Promise<string | null> {
  if (batchId || !ofBatch.includes(kind)) return batchId;
  const latest = await client.batch.findFirst({
    orderBy: [{ date: 'desc' }, { createdAt: 'desc' }],
    select: { id: true },
  });
  return latest?.id ?? null;
}
