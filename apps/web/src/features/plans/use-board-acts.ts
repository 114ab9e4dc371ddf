import type { Candidate, Move } from '@xuanpai/contracts/plan-moves';
import type { PlanWish } from '@xuanpai/contracts/plan-wishes';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import type { Board, PlanPlace } from './board-model.ts';
import { asNew, type Step } from './history/step.ts';
import { mayChange } from './may-change.ts';
import { type PlanActs, usePlanActs } from './use-plan-acts.ts';

/** What can be done on the board, with names instead of ids. */
export interface BoardActs extends Omit<PlanActs, 'take'> {
  /** Why nothing can be done now. */
  blocked: string | null;
  /** Puts a candidate in the place; whoever sits elsewhere changes places with the holder. */
  place(place: PlanPlace, candidate: Pick<Candidate, 'cadreId' | 'currentPlaceId'>): Promise<void>;
  /** Moves that were shown before, all together. */
  move(moves: readonly Move[], says: (change: string) => string): Promise<void>;
  clear(place: PlanPlace): Promise<void>;
  /** Pins the holder to the place, or bans them from the village. */
  wish(kind: 'pin' | 'ban', place: PlanPlace, reason: string): Promise<void>;
  removeWish(wish: PlanWish): Promise<void>;
  explain(place: PlanPlace, reason: string): Promise<void>;
  choosePost(place: PlanPlace, post: 'firstSecretary' | 'secretary', says: string): Promise<void>;
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
    if (board.plan.status === 'dropped') return plans.droppedBlocks;
    if (readOnly) return ui.readOnly;
    return running ? plans.runningBlocks : null;
  }
  const changing = async (act: () => Promise<unknown>) => {
    if (blocked === null && (await mayChange(board.plan, plans))) await act();
  };
  /** A wish alone leaves an approval standing, so it isn't asked about. */
  const wishing = async (step: Step, says: string) => {
    if (blocked === null) await acts.take(step, () => says);
  };

  return {
    ...acts,
    blocked,
    undo: () => changing(acts.undo),
    redo: () => changing(acts.redo),
    place: (place, { cadreId, currentPlaceId }) =>
      changing(() => {
        const put = { placeId: place.id, cadreId };
        const exchanges = currentPlaceId !== null;
        const moves = exchanges
          ? [put, { placeId: currentPlaceId, cadreId: place.cadreId }]
          : [put];
        return acts.take({ kind: 'moves', moves, inverse: [] }, (change) =>
          exchanges && place.cadreId !== null
            ? text.exchanged(nameOf(place.cadreId), nameOf(cadreId), change)
            : text.moved(nameOf(cadreId), villageOf(place), change),
        );
      }),
    move: (moves, says) =>
      changing(() => acts.take({ kind: 'moves', moves: [...moves], inverse: [] }, says)),
    clear: (place) => {
      if (place.cadreId === null || place.pinned) return Promise.resolve();
      const says = text.cleared(nameOf(place.cadreId), villageOf(place));
      const moves = [{ placeId: place.id, cadreId: null }];
      return changing(() => acts.take({ kind: 'moves', moves, inverse: [] }, () => says));
    },
    wish: (kind, place, reason) => {
      const { cadreId, villageId } = place;
      if (cadreId === null) return Promise.resolve();
      const name = nameOf(cadreId);
      return kind === 'pin'
        ? wishing(
            {
              kind: 'wishes',
              add: [{ kind: 'pin', placeId: place.id, cadreId, reason }],
              remove: [],
            },
            text.wasPinned(name),
          )
        : wishing(
            {
              kind: 'wishes',
              add: [{ kind: 'banVillage', cadreId, villageId, reason }],
              remove: [],
            },
            text.wasBanned(name, villageOf(place)),
          );
    },
    removeWish: (wish) =>
      wishing({ kind: 'wishes', add: [], remove: [asNew(wish)] }, text.wishRemoved(wish.text)),
    explain: ({ id, emptyReason }, reason) =>
      changing(() =>
        acts.take(
          { kind: 'emptyReason', placeId: id, before: emptyReason, after: reason },
          () => text.emptyReasonSaved,
        ),
      ),
    choosePost: ({ id, post }, after, says) =>
      changing(() => {
        const before = post === 'secretary' ? 'secretary' : 'firstSecretary';
        return acts.take({ kind: 'post', placeId: id, before, after }, () => says);
      }),
  };
}
