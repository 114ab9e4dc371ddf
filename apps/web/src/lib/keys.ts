import { useEffect } from 'react';
import { createStore, useStore } from './store.ts';

export interface KeyHelp {
  /** As printed: `↑ ↓`, `Ctrl+Z`. */
  keys: string;
  does: string;
}

const shown = createStore<readonly (readonly KeyHelp[])[]>([]);

/** Tells `?` which keys the page knows, for as long as the component is there. */
export function usePageKeys(keys: readonly KeyHelp[]): void {
  const signature = keys.map((key) => key.keys + key.does).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `signature` stands for `keys`, which callers write in place
  useEffect(() => {
    shown.set([...shown.get(), keys]);
    return () => shown.set(shown.get().filter((one) => one !== keys));
  }, [signature]);
}

export function useShownKeys(): readonly KeyHelp[] {
  return useStore(shown).flat();
}

/** Whether a key press belongs to something that takes text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
