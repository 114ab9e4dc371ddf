import type { Database } from '@xuanpai/database/client';
import { rows, sql } from '../../../lib/sql.ts';
import type { RunMessage } from './run-messages.ts';

/** A run that this process has taken. */
export interface ClaimedRun {
  id: string;
  planId: string;
  planVersion: number;
  seed: number;
  prove: boolean;
  startedByName: string;
  workerId: string;
}

/** What a run has reached so far. */
export interface Progress {
  phase: string;
  /** Points of the whole plan. */
  score: number | null;
  /** Points that no plan exceeds. */
  bound: number | null;
  /** 0 to 1. */
  progress: number;
}

type Pool = Pick<Database, 'pool'>;

/** Takes the run that has waited longest; two processes never take the same one. */
export async function claimRun({ pool }: Pool, workerId: string): Promise<ClaimedRun | null> {
  const [run] = await rows<Omit<ClaimedRun, 'workerId'>>(
    pool,
    sql`UPDATE plan_run SET status = 'running', worker_id = ${workerId},
        started_at = now(), heartbeat_at = now()
      WHERE id = (SELECT id FROM plan_run WHERE status = 'queued'
        ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, plan_id AS "planId", plan_version AS "planVersion", seed, prove,
        started_by_name AS "startedByName"`,
  );
  return run ? { ...run, workerId } : null;
}

/** A sign of life: says whether the run is still ours, and whether somebody wants it to stop. */
export async function beat(
  { pool }: Pool,
  { id, workerId }: ClaimedRun,
): Promise<'goOn' | 'cancel' | 'lost'> {
  const [run] = await rows<{ cancelled: boolean }>(
    pool,
    sql`UPDATE plan_run SET heartbeat_at = now()
      WHERE id = ${id}::uuid AND worker_id = ${workerId} AND status = 'running'
      RETURNING cancel_requested_at IS NOT NULL AS cancelled`,
  );
  if (!run) return 'lost';
  return run.cancelled ? 'cancel' : 'goOn';
}

/** Keeps how far a run is, as its row and as an event for whoever watches. */
export async function noteProgress(
  { pool }: Pool,
  { id, workerId }: ClaimedRun,
  { phase, score, bound, progress }: Progress,
): Promise<void> {
  const gap = gapOf(score, bound);
  const data = JSON.stringify({ status: 'running', phase, score, bound, gap, progress });
  await rows(
    pool,
    sql`WITH own AS (
      UPDATE plan_run SET phase = ${phase}, score = ${score}, bound = ${bound}, progress = ${progress},
        heartbeat_at = now()
      WHERE id = ${id}::uuid AND worker_id = ${workerId} AND status = 'running' RETURNING id)
    INSERT INTO plan_run_event (run_id, seq, data)
    SELECT own.id, ${nextSeq(id)}, ${data}::jsonb FROM own`,
  );
}

/** How much better a plan could be at most, as a share of its points; null where it isn't known. */
export function gapOf(score: number | null, bound: number | null): number | null {
  return score === null || bound === null || score === 0 ? null : (bound - score) / Math.abs(score);
}

function nextSeq(runId: string) {
  return sql`(SELECT COALESCE(max(seq), 0) + 1 FROM plan_run_event WHERE run_id = ${runId}::uuid)`;
}

/** Ends a run without a plan. */
export async function failRun(
  { pool }: Pool,
  { id, workerId }: ClaimedRun,
  status: 'failed' | 'cancelled',
  message: RunMessage,
): Promise<void> {
  await rows(
    pool,
    sql`UPDATE plan_run SET status = ${status}::run_status, message = ${message},
      finished_at = now()
    WHERE id = ${id}::uuid AND worker_id = ${workerId} AND status = 'running'`,
  );
}

/** Puts a run back in the queue: its process closes. */
export async function releaseRun({ pool }: Pool, { id, workerId }: ClaimedRun): Promise<void> {
  await rows(
    pool,
    sql`UPDATE plan_run SET status = 'queued', worker_id = NULL, started_at = NULL,
      heartbeat_at = NULL, phase = NULL, progress = 0, score = NULL, bound = NULL
    WHERE id = ${id}::uuid AND worker_id = ${workerId} AND status = 'running'`,
  );
}

/**
 * Fails runs whose process gave no sign of life for 15 s. After a restart of the database they get as
 * long to give the next one: nobody could give any meanwhile.
 */
export async function failLostRuns({ pool }: Pool): Promise<void> {
  const message: RunMessage = 'heartbeatLost';
  await rows(
    pool,
    sql`UPDATE plan_run SET status = 'failed', message = ${message},
      finished_at = now()
    WHERE status = 'running' AND heartbeat_at < now() - interval '15 seconds'
      AND pg_postmaster_start_time() < now() - interval '15 seconds'`,
  );
}
