import type { Database } from '@xuanpai/database/client';
import type { ImportStep } from '@xuanpai/database/generated/enums';
import type { Tx } from '@xuanpai/database/transaction';
import type { Keyring } from '../../../lib/keyring.ts';
import { rows, sql } from '../../../lib/sql.ts';
import { type Failure, interrupted, sealFailure } from './failure.ts';

export type Work = 'read' | 'commit';

/** A run that a process has taken. */
export interface RunIdentity {
  importId: string;
  workerId: string;
}

export interface ClaimedRun extends RunIdentity {
  work: Work;
  /** Sealed. */
  task: string;
}

type Pool = Pick<Database, 'pool'>;

/** Takes the run that has waited longest; two processes never take the same one. */
export async function claimRun({ pool }: Pool, workerId: string): Promise<ClaimedRun | null> {
  const [run] = await rows<Omit<ClaimedRun, 'workerId'>>(
    pool,
    sql`UPDATE import_run SET worker_id = ${workerId}, heartbeat_at = now()
      WHERE import_id = (SELECT import_id FROM import_run WHERE worker_id IS NULL
        ORDER BY queued_at, import_id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING import_id AS "importId", work::text, task`,
  );
  return run ? { ...run, workerId } : null;
}

export interface Progress {
  step: ImportStep;
  done: number;
  total: number;
}

/** A sign of life, with how far it is: says whether the run is still ours, or to be stopped. */
export async function beat(
  { pool }: Pool,
  { importId, workerId }: RunIdentity,
  { step, done, total }: Progress,
): Promise<'goOn' | 'cancel' | 'lost'> {
  const [run] = await rows<{ cancelled: boolean }>(
    pool,
    sql`UPDATE import_run SET heartbeat_at = now(), step = ${step}::import_step, done = ${done},
        total = ${total}
      WHERE import_id = ${importId}::uuid AND worker_id = ${workerId}
      RETURNING cancel_requested_at IS NOT NULL AS cancelled`,
  );
  if (!run) return 'lost';
  return run.cancelled ? 'cancel' : 'goOn';
}

/**
 * The last statement of what a run writes.
 *
 * @throws Error where the run isn't this process's any more: then nothing of it is kept.
 */
export async function endRun(tx: Tx, { importId, workerId }: RunIdentity): Promise<void> {
  const ended = await tx.$executeRaw`
    DELETE FROM import_run WHERE import_id = ${importId}::uuid AND worker_id = ${workerId}`;
  if (ended === 0) throw new Error(`the run of import ${importId} was taken away`);
}

/** Ends a run that came to nothing. A file that was never read has failed; a preview stays one. */
export async function failRun(
  { pool }: Pool,
  keys: Keyring,
  { importId, workerId }: RunIdentity,
  failure: Failure,
): Promise<void> {
  await rows(
    pool,
    sql`WITH ended AS (DELETE FROM import_run
        WHERE import_id = ${importId}::uuid AND worker_id = ${workerId} RETURNING import_id)
      UPDATE import SET failure = ${sealFailure(keys, importId, failure)},
        status = CASE WHEN status = 'reading' THEN 'failed' ELSE status END
      FROM ended WHERE import.id = ended.import_id`,
  );
}

/** Ends a run that somebody stopped: a file that was never read goes, a preview stays as it was. */
export async function dropRun(
  { pool }: Pool,
  { importId, workerId }: { importId: string; workerId: string | null },
): Promise<void> {
  await rows(
    pool,
    sql`WITH ended AS (DELETE FROM import_run WHERE import_id = ${importId}::uuid
        AND worker_id IS NOT DISTINCT FROM ${workerId}::text RETURNING import_id)
      DELETE FROM import USING ended WHERE import.id = ended.import_id AND status = 'reading'`,
  );
}

/** Puts a run back in the queue: its process closes. */
export async function releaseRun(
  { pool }: Pool,
  { importId, workerId }: RunIdentity,
): Promise<void> {
  await rows(
    pool,
    sql`UPDATE import_run SET worker_id = NULL, heartbeat_at = NULL, step = 'waiting', done = 0
      WHERE import_id = ${importId}::uuid AND worker_id = ${workerId}`,
  );
}

/**
 * Finds runs whose process gave no sign of life for 15 s, and says so at their imports. One whose
 * import is still held by its transaction isn't lost, however long its process was silent.
 */
export async function failLostRuns({ pool }: Pool, keys: Keyring): Promise<void> {
  const lost = await rows<RunIdentity & { work: Work; status: string }>(
    pool,
    sql`SELECT import_id AS "importId", worker_id AS "workerId", work::text, import.status::text
      FROM import_run JOIN import ON import.id = import_id
      WHERE heartbeat_at < now() - interval '15 seconds'`,
  );
  for (const run of lost) {
    const failure =
      run.work === 'commit'
        ? interrupted.commit
        : interrupted[run.status === 'reading' ? 'read' : 'readAgain'];
    if (await isHeld(pool, run.importId)) continue;
    await failRun({ pool }, keys, run, failure);
  }
}

async function isHeld(pool: Pool['pool'], importId: string): Promise<boolean> {
  const free = await rows(
    pool,
    sql`SELECT 1 FROM import WHERE id = ${importId}::uuid FOR UPDATE SKIP LOCKED`,
  );
  return free.length === 0;
}
