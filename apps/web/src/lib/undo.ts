import { createStore, useStore } from './store.ts';

export interface Notice {
  /** What was done: 已对调毛琳辉、石云浩,总分 −24.0. */
  message: string;
  /** Takes it back; Ctrl+Z does the same while the bar is there. */
  undo?: () => Promise<unknown> | unknown;
}

const notice = createStore<Notice | null>(null);

/** Says below what was done, without asking anything; the next one takes its place. */
export function showDone(message: string, undo?: Notice['undo']): void {
  notice.set(undo ? { message, undo } : { message });
}

export function hideNotice(): void {
  notice.set(null);
}

export function useNotice(): Notice | null {
  return useStore(notice);
}
