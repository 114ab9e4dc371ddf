import { useEffect } from 'react';
import { isTyping } from '../../../lib/keys.ts';
import type { PlanActs } from '../use-plan-acts.ts';

/** Ctrl+Z takes back, Ctrl+Y and Ctrl+Shift+Z do again, unless somebody is typing. */
export function useUndoKeys({ undo, redo }: Pick<PlanActs, 'undo' | 'redo'>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey)) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const letter = event.key.toLowerCase();
      const forth = letter === 'y' || (letter === 'z' && event.shiftKey);
      if (!forth && letter !== 'z') return;
      event.preventDefault();
      void (forth ? redo() : undo());
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}
