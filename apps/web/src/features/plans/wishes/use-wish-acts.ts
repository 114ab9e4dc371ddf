import type { NewWish, PlanWish } from '@xuanpai/contracts/plan-wishes';
import type { Plan } from '@xuanpai/contracts/plans';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { useText } from '../../../locales/use-text.ts';
import { asNew } from '../history/step.ts';
import { mayChange } from '../may-change.ts';
import { usePlanActs } from '../use-plan-acts.ts';

/** What can be done to the list; it shares its steps with the board, where they are undone too. */
export function useWishActs(plan: Plan, running: boolean) {
  const { plans, wishes: text, ui } = useText();
  const { readOnly } = useDay();
  const may = useCan('plans.write');
  const acts = usePlanActs(plan);
  const blocked = why();
  const undoing = async (act: () => Promise<void>) => {
    if (blocked === null && (await mayChange(plan, plans))) await act();
  };
  return {
    ...acts,
    blocked,
    undo: () => undoing(acts.undo),
    redo: () => undoing(acts.redo),
    add: (wish: NewWish) =>
      acts.take({ kind: 'wishes', add: [wish], remove: [] }, () =>
        text.added(text.kinds[wish.kind]),
      ),
    remove: (wish: PlanWish) =>
      acts.take({ kind: 'wishes', add: [], remove: [asNew(wish)] }, () => text.removed(wish.text)),
    change: (wish: PlanWish, after: { reason: string; endsOn: string | null }) =>
      acts.take(
        {
          kind: 'words',
          wish: asNew(wish),
          before: { reason: wish.reason, endsOn: wish.endsOn },
          after,
        },
        () => text.changed,
      ),
  };

  function why(): string | null {
    if (!may) return plans.mayNot;
    if (plan.status === 'issued') return plans.issuedBlocks;
    if (plan.status === 'dropped') return plans.droppedBlocks;
    if (readOnly) return ui.readOnly;
    return running ? plans.runningBlocks : null;
  }
}

export type WishActs = ReturnType<typeof useWishActs>;
