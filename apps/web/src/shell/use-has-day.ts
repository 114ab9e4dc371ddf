import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { hasDay } from '../lib/day.ts';
import { useSearch } from '../lib/search.ts';
import { applyChanges } from '../lib/url-state.ts';

/** Whether the page tells of a day. One that doesn't has none in its address either. */
export function useHasDay(): boolean {
  const { pathname } = useLocation();
  const [search, setSearch] = useSearch();
  const has = hasDay(pathname);
  const stray = !has && search.has('on');
  useEffect(() => {
    if (stray) setSearch((before) => applyChanges(before, { on: null }), { replace: true });
  }, [stray, setSearch]);
  return has;
}
