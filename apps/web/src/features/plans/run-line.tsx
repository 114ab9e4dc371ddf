import { useEffect, useState } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Progress } from '../../ui/progress.tsx';
import { isProof, type PlanRun } from './use-run.ts';

/** A run under way: its place in the queue, or phase, time and the best points so far. */
export function RunLine({ run: { run } }: { run: PlanRun }) {
  const text = useText().plans;
  const seconds = useSeconds(run?.startedAt ?? null);
  if (run === null) return text.running;
  if (run.queuePosition !== null) return text.queued(run.queuePosition);
  if (isProof(run)) return text.proving(formatNumber(seconds, 1), formatNumber(run.bound ?? 0, 1));
  const phase = run.phase === 'township' ? text.phases.township : text.phases.district;
  // Below zero only the missing people are counted.
  const best = run.score !== null && run.score > 0 ? text.runBest(formatNumber(run.score, 1)) : '';
  return (
    <Progress
      label={text.running}
      done={Math.round(run.progress * 100)}
      total={100}
      words={`${text.runNote(phase, formatNumber(seconds, 1))}${best}`}
    />
  );
}

/** Seconds since the start, ten times a second. */
function useSeconds(startedAt: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return startedAt === null ? 0 : Math.max(0, (now - Date.parse(startedAt)) / 1000);
}
