import { useMutation, useQueryClient } from '@tanstack/react-query';
import { solvePlan } from '@xuanpai/contracts/plan-runs';
import { copyPlan, dropPlan, restorePlan, setWeights } from '@xuanpai/contracts/plan-variants';
import type { Plan, WeightChanges } from '@xuanpai/contracts/plans';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { mayChange } from './may-change.ts';
import { plansKey } from './queries.ts';

type Named = Pick<Plan, 'id' | 'name' | 'status' | 'version'>;

/** Copies of plans, plans laid aside, and weights on trial; a refusal is said below. */
export function useWhatIf() {
  const { whatIf: text, plans } = useText();
  const client = useQueryClient();
  const go = useGo();
  const refresh = () => client.invalidateQueries({ queryKey: plansKey });
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSuccess: refresh,
    onError: async (error) => {
      const problem = problemOf(error);
      showDone(problem.detail || problem.errors[0]?.message || problem.title);
      await refresh();
    },
  });
  const restore = async ({ id, name, version }: Named) => {
    await call(restorePlan, { params: { id }, body: { version } });
    showDone(text.restored(name));
  };
  return {
    busy: act.isPending,
    /** Makes a copy and opens it. */
    copy: ({ id }: Named) =>
      act.mutate(async () => {
        const made = await call(copyPlan, { params: { id }, body: {} });
        showDone(text.copied(made.name));
        go(linkTo.plan(made.id));
      }),
    /** Lays it aside at once; the bar below takes it back. */
    drop: async (plan: Named) => {
      if (!(await mayChange(plan, plans))) return;
      act.mutate(async () => {
        const { id, version } = plan;
        const dropped = await call(dropPlan, { params: { id }, body: { version } });
        showDone(text.laid(plan.name), () => act.mutateAsync(() => restore(dropped)));
      });
    },
    restore: (plan: Named) => act.mutate(() => restore(plan)),
    /** A copy with these weights, solved; `base` stays as it is and is what it is compared with. */
    solveCopy: ({ id }: Named, weightChanges: WeightChanges) =>
      act.mutate(async () => {
        const made = await call(copyPlan, { params: { id }, body: { weightChanges } });
        await call(solvePlan, { params: { id: made.id }, body: { version: made.version } });
        showDone(text.copySolving(made.name));
        go(linkTo.planComparison(id, { with: made.id }));
      }),
    /** Other weights for a plan on trial, solved anew. */
    solveAgain: ({ id, version }: Named, base: string | null, weightChanges: WeightChanges) =>
      act.mutate(async () => {
        const saved = await call(setWeights, { params: { id }, body: { weightChanges, version } });
        await call(solvePlan, { params: { id }, body: { version: saved.version } });
        go(base === null ? linkTo.plan(id) : linkTo.planComparison(base, { with: id }));
      }),
  };
}
