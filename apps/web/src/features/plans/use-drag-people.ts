import { type DragEvent, useMemo, useState } from 'react';
import type { BoardState } from './use-board-state.ts';

/** A person is taken with the mouse and let go over a place; then the exchange is shown before it is done. */
export interface DragPeople {
  /** Attributes of somebody who can be taken. */
  from(cadreId: string): {
    draggable: boolean;
    onDragStart: (event: DragEvent) => void;
    onDragEnd: () => void;
  };
  /** Attributes of a place that somebody can be let go over. */
  onto(placeId: string): {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: () => void;
    onDrop: (event: DragEvent) => void;
  };
  /** The place under the person. */
  over: string | null;
}

export function useDragPeople({ offer }: BoardState, may: boolean): DragPeople {
  const [cadreId, setCadreId] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  return useMemo(
    () => ({
      over,
      from: (id) => ({
        draggable: may,
        onDragStart(event) {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', id);
          setCadreId(id);
        },
        onDragEnd() {
          setCadreId(null);
          setOver(null);
        },
      }),
      onto: (placeId) => ({
        onDragOver(event) {
          if (cadreId === null) return;
          event.preventDefault();
          setOver(placeId);
        },
        onDragLeave: () => setOver((now) => (now === placeId ? null : now)),
        onDrop(event) {
          event.preventDefault();
          if (cadreId === null) return;
          offer(placeId, cadreId);
          setCadreId(null);
          setOver(null);
        },
      }),
    }),
    [cadreId, over, may, offer],
  );
}
