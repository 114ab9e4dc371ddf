import type { Database } from '@xuanpai/database/client';
import type { Tx } from '@xuanpai/database/transaction';
import { ApiError } from '../../../lib/api-error.ts';
import type { Keyring } from '../../../lib/keyring.ts';
import { rows, sql } from '../../../lib/sql.ts';
import type { Work } from './run-store.ts';
import { openTask, sealTask, type Task } from './task.ts';

/** Runs that may wait: more than this is somebody's mistake, or an attack. */
const longestQueue = 20;

/** Throws `tooMany` where too many imports wait already. */
export async function checkQueue({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const [{ waiting } = { waiting: 0 }] = await rows<{ waiting: number }>(
    pool,
    sql`SELECT count(*)::int AS waiting FROM import_run`,
  );
  if (waiting < longestQueue) return;
  throw new ApiError('tooMany', {
    retryAfter: 30,
    detail: {
      zh: `排队的导入已有${waiting}个，请稍后再试。`,
      en: `${waiting} imports are waiting already; try again in a moment.`,
    },
  });
}

/** Queues work at an import. Throws `importUnderWay` where something is being done with it already. */
export async function queueRun(
  tx: Tx,
  keys: Keyring,
  importId: string,
  work: Work,
  task: Task,
): Promise<void> {
  const sealed = sealTask(keys, importId, task);
  const queued = await tx.$executeRaw`INSERT INTO import_run (import_id, work, task)
    VALUES (${importId}::uuid, ${work}::import_work, ${sealed}) ON CONFLICT DO NOTHING`;
  if (queued === 0) throw new ApiError('importUnderWay');
  await tx.$executeRaw`UPDATE import SET failure = NULL WHERE id = ${importId}::uuid`;
}

/** What is being done with an import, if anything: found without waiting for it. */
export async function runOf(
  { pool }: Pick<Database, 'pool'>,
  keys: Keyring,
  importId: string,
): Promise<{ work: Work; task: Task } | null> {
  const [run] = await rows<{ work: Work; task: string }>(
    pool,
    sql`SELECT work::text, task FROM import_run WHERE import_id = ${importId}::uuid`,
  );
  return run ? { work: run.work, task: openTask(keys, importId, run.task) } : null;
}
