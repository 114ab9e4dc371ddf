import type { ReactNode } from 'react';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, vi } from 'vitest';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const clean: (() => void)[] = [];

afterEach(() => {
  for (const undo of clean.splice(0)) undo();
});

/** Draws into the document until the test is over. */
export function show(element: ReactNode): HTMLElement {
  const box = document.createElement('main');
  document.body.append(box);
  const root = createRoot(box);
  act(() => root.render(element));
  clean.push(() => {
    act(() => root.unmount());
    box.remove();
  });
  return box;
}

/** The innermost element with exactly this text. */
export function withText(text: string): HTMLElement {
  const all = [...document.body.querySelectorAll<HTMLElement>('*')];
  const found = all.filter((one) => one.textContent === text).at(-1);
  if (!found) throw new Error(`nothing says ${text}`);
  return found;
}

export function press(target: HTMLElement, key: string): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

export function click(target: HTMLElement): void {
  act(() => target.click());
}
