import { useQueryClient } from '@tanstack/react-query';
import type { Plan } from '@xuanpai/contracts/plans';
import { useCallback, useRef, useState } from 'react';
import { type ApiProblem, problemOf } from '../../lib/api-problem.ts';
import { formatChange } from '../../lib/format.ts';
import { createStore, useStore } from '../../lib/store.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { type Done, perform } from './history/perform.ts';
import {
  afterRedo,
  afterStep,
  afterUndo,
  historyAt,
  isOvertaken,
  type PlanHistory,
} from './history/plan-history.ts';
import { inverseOf, type Step } from './history/step.ts';
import { planQuery, refreshPlan } from './queries.ts';

/** Of each plan, while the page is open: its tabs share it. */
const histories = createStore<ReadonlyMap<string, PlanHistory>>(new Map());

export interface PlanActs {
  busy: boolean;
  /** Why the last act was refused. */
  problem: ApiProblem | null;
  forgetProblem(): void;
  /** Why nothing can be taken back or done again; null where something can. */
  undoBlocked: string | null;
  redoBlocked: string | null;
  /** Does something to the plan that can be undone; `says` gets the change in points. */
  take(step: Step, says: (change: string) => string): Promise<boolean>;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** Everything that is done to a plan by hand: one act at a time, each undone and redone. */
export function usePlanActs({ id, version }: Pick<Plan, 'id' | 'version'>): PlanActs {
  const text = useText().place;
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const working = useRef(false);
  const kept = useStore(histories).get(id);
  const history = historyAt(kept, version);
  const nothing = isOvertaken(kept, version) ? text.overtaken : text.nothing;

  const act = useCallback(
    async (run: () => Promise<{ says: string; next: PlanHistory }>): Promise<boolean> => {
      if (working.current) return false;
      working.current = true;
      setBusy(true);
      setProblem(null);
      try {
        const { says, next } = await run();
        histories.set(new Map([...histories.get(), [id, next]]));
        await refreshPlan(client, id);
        showDone(says);
        return true;
      } catch (error) {
        setProblem(problemOf(error));
        await refreshPlan(client, id);
        return false;
      } finally {
        working.current = false;
        setBusy(false);
      }
    },
    [client, id],
  );

  /** What may be taken back this instant: a key may come before the page has drawn the last act. */
  function latest() {
    const known = client.getQueryData(planQuery(id).queryKey)?.version ?? version;
    const all = histories.get().get(id);
    return {
      ...historyAt(all, known),
      none: isOvertaken(all, known) ? text.overtaken : text.nothing,
    };
  }

  return {
    busy,
    problem,
    forgetProblem: () => setProblem(null),
    undoBlocked: history.done.length > 0 ? null : nothing,
    redoBlocked: history.undone.length > 0 ? null : nothing,
    take: (step, says) =>
      act(async () => {
        const done: Done = await perform(id, version, step);
        const next = afterStep(latest(), done.step, done.version);
        return { says: says(formatChange(done.change)), next };
      }),
    undo: async () => {
      const now = latest();
      const step = now.done.at(-1);
      if (!step) return showDone(now.none);
      await act(async () => {
        const done = await perform(id, now.version, inverseOf(step));
        return { says: text.undone, next: afterUndo(now, done.version) };
      });
    },
    redo: async () => {
      const now = latest();
      const step = now.undone.at(-1);
      if (!step) return showDone(now.none);
      await act(async () => {
        const done = await perform(id, now.version, step);
        return { says: text.redone, next: afterRedo(now, done.version) };
      });
    },
  };
}
