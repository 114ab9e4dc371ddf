import type { PlanWishes } from '@xuanpai/contracts/plan-wishes';
import { useMemo, useState } from 'react';
import type { Board } from '../board-model.ts';
import type { BoardActs } from '../use-board-acts.ts';
import type { BoardState } from '../use-board-state.ts';
import type { Asking } from './last-reason.ts';

/** Pins and bans at the chosen place: each asks for its reason first, and a pin goes without. */
export function useAsking(
  board: Board,
  state: BoardState,
  acts: BoardActs,
  wishes: PlanWishes | undefined,
) {
  const [asked, setAsked] = useState<{ kind: Asking; placeId: string } | null>(null);
  const { placeId } = state;
  return useMemo(() => {
    const place = board.place(placeId);
    const ask = (kind: Asking | null) => {
      if (kind === null || !placeId) setAsked(null);
      else if (acts.blocked === null && place?.cadreId) setAsked({ kind, placeId });
    };
    return {
      /** What is asked at the place that is chosen now. */
      kind: asked !== null && asked.placeId === placeId ? asked.kind : null,
      ask,
      pin() {
        const pin = wishes?.items.find(
          (wish) => wish.placeId === placeId && wish.state === 'inForce',
        );
        if (pin) void acts.removeWish(pin);
        else if (!place?.pinned) ask('pin');
      },
      ban() {
        if (!place?.pinned) ask('ban');
      },
    };
  }, [board, placeId, acts, wishes, asked]);
}
