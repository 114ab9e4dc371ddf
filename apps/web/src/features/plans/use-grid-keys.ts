import { type KeyboardEvent, useEffect } from 'react';
import type { VillageGroup } from './board-model.ts';
import { enterCandidates, forgetCandidates } from './candidate-focus.ts';
import type { BoardState } from './use-board-state.ts';

const steps: Record<string, [lines: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
};

/** Arrows move between places, over the places that a village doesn't have; the choice follows. */
export function useGridKeys(groups: readonly VillageGroup[], state: BoardState) {
  const lines = groups.flatMap(({ villages }) =>
    villages.map(({ lead, deputy }) => [lead?.id ?? null, deputy?.id ?? null] as const),
  );
  useEffect(() => {
    const chosen = document.querySelector<HTMLElement>(`[data-place="${state.placeId}"]`);
    chosen?.scrollIntoView({ block: 'nearest' });
  }, [state.placeId]);

  return (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset.place : undefined;
    const step = steps[event.key];
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (state.placeId !== from) state.choosePlace(from);
      enterCandidates();
      return;
    }
    if (!step) return;
    forgetCandidates();
    event.preventDefault();
    const line = lines.findIndex((places) => places.includes(from));
    const column = lines[line]?.indexOf(from) ?? 0;
    const nextLine = Math.min(Math.max(line + step[0], 0), lines.length - 1);
    const nextColumn = Math.min(Math.max(column + step[1], 0), 1);
    const next = lines[nextLine]?.[nextColumn] ?? lines[nextLine]?.[0];
    if (!next) return;
    state.choosePlace(next);
    focusPlace(next);
  };
}

export function focusPlace(placeId: string | null) {
  document.querySelector<HTMLElement>(`[data-place="${placeId}"]`)?.focus();
}
