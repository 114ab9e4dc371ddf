import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Plan } from '@xuanpai/contracts/plans';
import { useEffect, useRef } from 'react';
import { planQuery, plansKey } from '../queries.ts';
import { RunLine } from '../run-line.tsx';
import { isProof, usePlanRun } from '../use-run.ts';
import { comparisonQuery } from '../what-if-queries.ts';

/** The other plan may still be solved: how far it is, and the comparison anew when it is there. */
export function OtherRun({ id, base }: { id: string; base: string }) {
  const { data } = useQuery(planQuery(id));
  return data ? <Running plan={data} base={base} /> : null;
}

function Running({ plan, base }: { plan: Plan; base: string }) {
  const client = useQueryClient();
  const run = usePlanRun(plan);
  const seen = useRef<string | null>(null);
  // The plan is there before its proof is, which may take minutes; this page may have come between.
  const state = `${plan.version} ${isProof(run.run)}`;
  useEffect(() => {
    const before = seen.current;
    seen.current = state;
    if (before === null || before === state) return;
    void client.invalidateQueries({ queryKey: comparisonQuery(base, plan.id).queryKey });
  }, [state, plan.id, base, client]);
  const ended = useRef(false);
  useEffect(() => {
    if (run.running) ended.current = true;
    else if (ended.current) void client.invalidateQueries({ queryKey: plansKey });
  }, [run.running, client]);
  return run.running ? <RunLine run={run} /> : null;
}
