import type { Comparison } from '@xuanpai/contracts/plan-variants';

export type Only = 'changed' | 'moved' | 'all';

/** Which villages are shown; what changes unless the address says otherwise. */
export function onlyOf(value: string | null): Only {
  return value === 'moved' || value === 'all' ? value : 'changed';
}

export function rowsOf({ villages }: Comparison, only: Only) {
  const isShown = {
    all: () => true,
    moved: ({ moved }: Comparison['villages'][number]) => moved,
    changed: ({ moved, before, after }: Comparison['villages'][number]) =>
      moved || before !== after,
  }[only];
  return { villages: villages.filter(isShown) };
}
