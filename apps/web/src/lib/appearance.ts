import { useMedia } from './media.ts';
import { remember, remembered } from './remember.ts';
import { createStore, useStore } from './store.ts';

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const darkQuery = '(prefers-color-scheme: dark)';
const kept = remembered('appearance');
const appearance = createStore<Appearance>(appearances.find((one) => one === kept) ?? 'system');

function isDarkNow(): boolean {
  const choice = appearance.get();
  return choice === 'dark' || (choice === 'system' && matchMedia(darkQuery).matches);
}

function paint(): void {
  document.documentElement.dataset.theme = isDarkNow() ? 'dark' : 'light';
}

/** Sets the colours before the first paint and follows the system from then on. */
export function startAppearance(): void {
  paint();
  matchMedia(darkQuery).addEventListener('change', paint);
  appearance.subscribe(paint);
}

export function setAppearance(choice: Appearance): void {
  remember('appearance', choice);
  appearance.set(choice);
}

export function useAppearance(): Appearance {
  return useStore(appearance);
}

export function useIsDark(): boolean {
  const choice = useAppearance();
  const systemIsDark = useMedia(darkQuery);
  return choice === 'dark' || (choice === 'system' && systemIsDark);
}
