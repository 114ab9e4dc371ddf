import { search } from '@xuanpai/contracts/home';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { findAnything } from './read.ts';

export function searchRoutes(deps: Deps): Route[] {
  return [route(search, async ({ actor, query }) => findAnything(deps, actor, query.q))];
}
