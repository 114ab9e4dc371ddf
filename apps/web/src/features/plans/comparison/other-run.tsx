import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Plan } from '@xuanpai/contracts/plans';
import { useEffect, useRef } from 'react';
import { planQuery, plansKey } from '../queries.ts';
import { RunLine } from '../run-line.tsx';
import { usePlanRun } from '../use-run.ts';
import { comparisonQuery } from '../what-if-queries.ts';

/** The other plan may still be solved: how far it is, and the comparison anew when it is there. */
export function OtherRun({ id, base }: { id: string; base: string }) {
  const { data } = useQuery(planQuery(id));
  return data ? <Running plan={data} base={base} /> : null;
}

function Running({ plan, base }: { plan: Plan; base: string }) {
  const client = useQueryClient();
  const run = usePlanRun(plan);
  const seen = useRef(plan.version);
  useEffect(() => {
    if (seen.current === plan.version) return;
    seen.current = plan.version;
    void client.invalidateQueries({ queryKey: comparisonQuery(base, plan.id).queryKey });
  }, [plan.version, plan.id, base, client]);
  const ended = useRef(false);
  useEffect(() => {
    if (run.running) ended.current = true;
    else if (ended.current) void client.invalidateQueries({ queryKey: plansKey });
  }, [run.running, client]);
  return run.running ? <RunLine run={run} /> : null;
}
