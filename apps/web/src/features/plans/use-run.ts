import { useQueryClient } from '@tanstack/react-query';
import { cancelRun, type Run, solvePlan } from '@xuanpai/contracts/plan-runs';
import type { Plan } from '@xuanpai/contracts/plans';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { formatNumber } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { followRun } from './follow-run.ts';
import { refreshPlan } from './queries.ts';

export interface PlanRun {
  /** The run under way, as far as it is known. */
  run: Run | null;
  running: boolean;
  start(): void;
  cancel(): void;
}

/** Solves the plan: follows a run, whoever started it, and says how it ended. */
export function usePlanRun(plan: Plan): PlanRun {
  const text = useText().plans;
  const client = useQueryClient();
  const [run, setRun] = useState<Run | null>(null);
  const [started, setStarted] = useState<string | null>(null);
  const runId = started ?? plan.openRunId;
  const { id } = plan;

  useEffect(() => {
    if (runId === null) return;
    let shown = false;
    const following = new AbortController();
    async function end(last: Run) {
      following.abort();
      showDone(endText(last, text));
      await refreshPlan(client, id);
      setStarted(null);
      setRun(null);
    }
    followRun({
      params: { id, runId },
      signal: following.signal,
      onRun: (now) => {
        setRun(now);
        // The plan is there before its proof is.
        if (isProof(now) && !shown) {
          shown = true;
          void refreshPlan(client, id);
        }
        if (now.status !== 'queued' && now.status !== 'running') void end(now);
      },
    }).catch(() => refreshPlan(client, id));
    return () => following.abort();
  }, [id, runId, client, text]);

  const start = useCallback(() => {
    call(solvePlan, { params: { id }, body: { version: plan.version } }).then(
      (reply) => setStarted(reply.runId),
      async (error: unknown) => {
        const problem = problemOf(error);
        showDone(problem.detail || problem.title);
        await refreshPlan(client, id);
      },
    );
  }, [id, plan.version, client]);
  const cancel = useCallback(() => {
    if (runId !== null) void call(cancelRun, { params: { id, runId } });
  }, [id, runId]);
  return { run, running: runId !== null, start, cancel };
}

/** The plan is found; what goes on is the proof that there is no better one. */
export function isProof(run: Run | null): boolean {
  return run?.phase === 'proof' && run.status === 'running';
}

function endText(run: Run, text: Dictionary['plans']): string {
  if (run.message !== null) return run.message;
  if (run.gap === 0) return text.runProven(formatNumber((run.milliseconds ?? 0) / 1000, 1));
  if (run.status === 'cancelled' && run.score === null) return text.runCancelledWaiting;
  return run.status === 'cancelled'
    ? text.runCancelled(formatNumber(run.score ?? 0, 1))
    : text.runDone(formatNumber((run.milliseconds ?? 0) / 1000, 1));
}
