import { useCallback } from 'react';
import type { NavigateOptions } from 'react-router';
import { useNavigate, useSearchParams } from 'react-router';
import { hasDay } from './day.ts';

/** What every link inside the system takes along: the batch, and where the page has one, the day looked at. */
const carried = ['batch', 'on'] as const;

/** Adds batch and day to a path, unless it names them itself. */
export function carry(to: string, from: URLSearchParams): string {
  const [path = '', query = ''] = to.split('?', 2);
  const search = new URLSearchParams(query);
  for (const name of carried) {
    if (name === 'on' && !hasDay(path)) continue;
    const value = from.get(name);
    if (value && !search.has(name)) search.set(name, value);
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** `to(paths.village(id))` for `href`s made by hand. `Link` of ui/link.tsx does it by itself. */
export function useTo(): (to: string) => string {
  const [search] = useSearchParams();
  return useCallback((to) => carry(to, search), [search]);
}

/** Goes to a path of `paths.ts`, batch and day taken along. */
export function useGo(): (to: string, options?: NavigateOptions) => void {
  const to = useTo();
  const navigate = useNavigate();
  return useCallback(
    (path, options) => {
      void navigate(to(path), options);
    },
    [navigate, to],
  );
}
