import { useEffect } from 'react';
import { isTyping, usePageKeys } from '../../lib/keys.ts';
import { useText } from '../../locales/use-text.ts';
import type { Board } from './board-model.ts';
import { useUndoKeys } from './history/use-undo-keys.ts';
import type { BoardActs } from './use-board-acts.ts';
import type { BoardState } from './use-board-state.ts';

/** P pins, B bans, Delete clears, Ctrl+Z and Ctrl+Y go back and forth; `?` lists them. */
export function useBoardKeys(
  board: Board,
  state: BoardState,
  acts: BoardActs,
  wish: { pin: () => void; ban: () => void },
): void {
  const text = useText().place.keys;
  usePageKeys([
    { keys: '↑ ↓ ← →', does: text.move },
    { keys: 'Enter', does: text.open },
    { keys: 'Esc', does: text.back },
    { keys: 'P', does: text.pin },
    { keys: 'B', does: text.ban },
    { keys: 'Delete', does: text.clear },
    { keys: 'Ctrl+Z', does: text.undo },
    { keys: 'Ctrl+Y', does: text.redo },
  ]);
  useUndoKeys(acts);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const act = actOf(event);
      if (!act) return;
      event.preventDefault();
      void act();
    }
    function actOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
      const letter = key.toLowerCase();
      const place = board.place(state.placeId);
      if (ctrlKey || metaKey || altKey || !place) return null;
      if (letter === 'p') return wish.pin;
      if (letter === 'b') return wish.ban;
      return key === 'Delete' ? () => acts.clear(place) : null;
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [board, state.placeId, acts, wish]);
}
