import type { Run } from '@xuanpai/contracts/plan-runs';
import type { Language } from '@xuanpai/contracts/text';
import type { Database } from '@xuanpai/database/client';
import { rows, sql } from '../../../lib/sql.ts';
import { runMessageOf } from './run-messages.ts';
import { type RunRow, readRunRow } from './run-row.ts';
import { gapOf } from './run-store.ts';

/** A run as it is now. Throws `notFound`. */
export async function readRun(
  db: Database,
  planId: string,
  runId: string,
  language: Language,
): Promise<Run> {
  const run = await readRunRow(db.prisma, planId, runId);
  return presentRun(run, await queuePosition(db, run), language);
}

export function presentRun(run: RunRow, position: number | null, language: Language): Run {
  const { score, bound, startedAt, finishedAt } = run;
  const until = finishedAt ?? new Date();
  return {
    id: run.id,
    planId: run.planId,
    status: run.status,
    phase: run.phase,
    progress: run.progress,
    score,
    bound,
    gap: gapOf(score, bound),
    queuePosition: position,
    message: runMessageOf(run.message)?.[language] ?? null,
    startedByName: run.startedByName,
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    milliseconds: startedAt ? until.getTime() - startedAt.getTime() : null,
  };
}

/** 1 for the run that is next; null for one that has begun. */
export async function queuePosition(db: Database, run: RunRow): Promise<number | null> {
  if (run.status !== 'queued') return null;
  const [row] = await rows<{ position: number }>(
    db.pool,
    sql`SELECT count(*)::int AS position FROM plan_run q, plan_run own
      WHERE own.id = ${run.id}::uuid AND q.status = 'queued'
        AND (q.created_at, q.id) <= (own.created_at, own.id)`,
  );
  return row?.position ?? null;
}
