import type { Candidate } from '@xuanpai/contracts/plan-moves';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import type { Board, PlanPlace } from './board-model.ts';
import { mayChange } from './may-change.ts';
import { type PlanActs, usePlanActs } from './use-plan-acts.ts';

/** What can be done on the board, with names instead of ids. */
export interface BoardActs extends PlanActs {
  /** Why nothing can be done now. */
  blocked: string | null;
  /** Puts a candidate in the place; whoever sits elsewhere changes places with the holder. */
  place(place: PlanPlace, candidate: Candidate): Promise<void>;
  clear(place: PlanPlace): Promise<void>;
  togglePin(place: PlanPlace): Promise<void>;
}

export function useBoardActs(board: Board, running: boolean): BoardActs {
  const { plans, place: text, ui } = useText();
  const { readOnly } = useDay();
  const may = useCan('plans.write');
  const acts = usePlanActs(board.plan);
  const blocked = why();
  const nameOf = (cadreId: string | null) => board.cadre(cadreId)?.name ?? '';
  const villageOf = (place: PlanPlace) => board.village(place.villageId)?.name ?? '';

  function why(): string | null {
    if (!may) return plans.mayNot;
    if (board.plan.status === 'issued') return plans.issuedBlocks;
    if (readOnly) return ui.readOnly;
    return running ? plans.runningBlocks : null;
  }
  const unlessBlocked = async (act: () => Promise<void>) => {
    if (blocked === null) await act();
  };
  const changing = (act: () => Promise<void>) =>
    unlessBlocked(async () => {
      if (await mayChange(board.plan, plans)) await act();
    });

  return {
    ...acts,
    blocked,
    undo: () => changing(acts.undo),
    redo: () => changing(acts.redo),
    place: (place, { cadreId, currentPlaceId }) =>
      changing(() => {
        const put = { placeId: place.id, cadreId };
        if (currentPlaceId === null) {
          return acts.move([put], (change) =>
            text.moved(nameOf(cadreId), villageOf(place), change),
          );
        }
        const moves = [put, { placeId: currentPlaceId, cadreId: place.cadreId }];
        return acts.move(moves, (change) =>
          place.cadreId === null
            ? text.moved(nameOf(cadreId), villageOf(place), change)
            : text.exchanged(nameOf(place.cadreId), nameOf(cadreId), change),
        );
      }),
    clear: (place) => {
      if (place.cadreId === null || place.pinned) return Promise.resolve();
      const says = text.cleared(nameOf(place.cadreId), villageOf(place));
      return changing(() => acts.move([{ placeId: place.id, cadreId: null }], () => says));
    },
    explain: (...parts) => changing(() => acts.explain(...parts)),
    choosePost: (...parts) => changing(() => acts.choosePost(...parts)),
    togglePin: (place) =>
      unlessBlocked(async () => {
        if (place.cadreId === null) return;
        const name = nameOf(place.cadreId);
        if (place.pinned) await acts.unpin(place.id, text.wasUnpinned(name));
        else await acts.pin(place.id, place.cadreId, text.pinReason, text.wasPinned(name));
      }),
  };
}
