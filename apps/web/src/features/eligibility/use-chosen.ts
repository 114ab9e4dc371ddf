import type { WayOut } from '@xuanpai/domain/ways-out';
import { useSearch } from '../../lib/search.ts';
import { applyChanges } from '../../lib/url-state.ts';

/** The nominee at the right and what is being done about them, both in the address. */
export function useChosen() {
  const [search, setSearch] = useSearch();
  const row = search.get('row');
  const set = (changes: Record<string, string | null>) =>
    setSearch((before) => applyChanges(before, changes), { replace: row !== null });
  return {
    row,
    act: search.get('act') as WayOut | null,
    panel: search.get('panel'),
    open: (id: string, act: WayOut | null = null) => set({ row: id, act, panel: null }),
    choose: (act: WayOut) => set({ act }),
    openPanel: (panel: string) => set({ panel, row: null, act: null }),
    close: () => set({ row: null, act: null, panel: null }),
  };
}

export type Chosen = ReturnType<typeof useChosen>;
