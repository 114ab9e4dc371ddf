import { createContext, useContext } from 'react';

/** Where the bar above takes the tabs of the page; null until the shell is there. */
export const TabSlot = createContext<HTMLElement | null>(null);

export function useTabSlot(): HTMLElement | null {
  return useContext(TabSlot);
}
