import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

interface Going {
  location: { pathname: string };
  navigation: { location?: { pathname: string } | undefined };
}

let now: () => Going | null = () => null;

/** The router tells where it is and where it is going. */
export function followRouter(router: { state: Going }): void {
  now = () => router.state;
}

/** Whether another page is on its way. */
export function isLeaving(going: Going | null): boolean {
  const to = going?.navigation.location;
  return to !== undefined && to.pathname !== going?.location.pathname;
}

/**
 * `useSearchParams`, but that nothing is written while another page is on its way: a change of this
 * page's address, as of a panel that closes when its act is saved, would call that off.
 */
export function useSearch(): ReturnType<typeof useSearchParams> {
  const [search, setSearch] = useSearchParams();
  const write = useCallback<typeof setSearch>(
    (...change) => {
      if (!isLeaving(now())) setSearch(...change);
    },
    [setSearch],
  );
  return [search, write];
}
