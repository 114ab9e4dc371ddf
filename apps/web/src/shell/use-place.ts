import { useMemo } from 'react';
import { useLocation } from 'react-router';
import { useUser } from '../lib/session.ts';
import { navigationFor, placeOf } from './navigation.ts';

/** What the person may open, and where in it the address is. */
export function usePlace() {
  const { roles } = useUser();
  const { pathname } = useLocation();
  const navigation = useMemo(() => navigationFor(roles.map((grant) => grant.role)), [roles]);
  return { navigation, pathname, place: placeOf(navigation, pathname) };
}
