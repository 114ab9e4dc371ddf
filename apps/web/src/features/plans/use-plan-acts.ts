import { useQueryClient } from '@tanstack/react-query';
import { choosePost, explainEmpty, type Move, movePlaces } from '@xuanpai/contracts/plan-moves';
import { addWishes, listWishes, removeWish } from '@xuanpai/contracts/plan-wishes';
import type { Plan } from '@xuanpai/contracts/plans';
import { useCallback, useRef, useState } from 'react';
import { call } from '../../lib/api.ts';
import { type ApiProblem, problemOf } from '../../lib/api-problem.ts';
import { formatChange } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { planQuery, refreshPlan } from './queries.ts';

/** Moves that were made, and those that take them back. */
interface Step {
  moves: Move[];
  inverse: Move[];
}

export interface PlanActs {
  busy: boolean;
  /** Why the last act was refused. */
  problem: ApiProblem | null;
  forgetProblem(): void;
  canUndo: boolean;
  canRedo: boolean;
  move(moves: Move[], says: (change: string) => string): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  pin(placeId: string, cadreId: string, reason: string, says: string): Promise<void>;
  unpin(placeId: string, says: string): Promise<void>;
  explain(placeId: string, reason: string, says: string): Promise<void>;
  choosePost(placeId: string, post: 'firstSecretary' | 'secretary', says: string): Promise<void>;
}

/** Everything that is done to a plan by hand. One act at a time; moves can be undone and redone. */
export function usePlanActs(plan: Plan): PlanActs {
  const text = useText().place;
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [done, setDone] = useState<readonly Step[]>([]);
  const [undone, setUndone] = useState<readonly Step[]>([]);
  const working = useRef(false);
  const { id, version } = plan;

  const act = useCallback(
    async (run: () => Promise<string>) => {
      if (working.current) return;
      working.current = true;
      setBusy(true);
      setProblem(null);
      try {
        const says = await run();
        await refreshPlan(client, id);
        showDone(says);
      } catch (error) {
        setProblem(problemOf(error));
        await refreshPlan(client, id);
      } finally {
        working.current = false;
        setBusy(false);
      }
    },
    [client, id],
  );
  const send = (moves: Move[]) =>
    call(movePlaces, { params: { id }, query: {}, body: { moves, version } });
  const keep = (reply: Plan) => client.setQueryData(planQuery(id).queryKey, reply);

  return {
    busy,
    problem,
    forgetProblem: () => setProblem(null),
    canUndo: done.length > 0,
    canRedo: undone.length > 0,
    move: (moves, says) =>
      act(async () => {
        const outcome = await send(moves);
        setDone([...done, { moves, inverse: outcome.inverse }]);
        setUndone([]);
        return says(formatChange(outcome.change));
      }),
    undo: () =>
      act(async () => {
        const step = done.at(-1);
        if (!step) return text.nothing;
        await send(step.inverse);
        setDone(done.slice(0, -1));
        setUndone([...undone, step]);
        return text.undone;
      }),
    redo: () =>
      act(async () => {
        const step = undone.at(-1);
        if (!step) return text.nothing;
        await send(step.moves);
        setUndone(undone.slice(0, -1));
        setDone([...done, step]);
        return text.redone;
      }),
    pin: (placeId, cadreId, reason, says) =>
      act(async () => {
        const wishes = [{ kind: 'pin' as const, placeId, cadreId, reason }];
        await call(addWishes, { params: { id }, body: { wishes, version } });
        return says;
      }),
    unpin: (placeId, says) =>
      act(async () => {
        const { items } = await call(listWishes, { params: { id }, query: { kinds: 'pin' } });
        const pin = items.find((wish) => wish.placeId === placeId);
        if (!pin) return text.nothing;
        const params = { id, wishId: pin.id };
        await call(removeWish, { params, query: { version: pin.version } });
        return says;
      }),
    explain: (placeId, reason, says) =>
      act(async () => {
        const body = { reason, version };
        keep(await call(explainEmpty, { params: { id, placeId }, body }));
        return says;
      }),
    choosePost: (placeId, post, says) =>
      act(async () => {
        keep(await call(choosePost, { params: { id, placeId }, body: { post, version } }));
        return says;
      }),
  };
}
