import { getHome } from '@xuanpai/contracts/home';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readHome } from './read.ts';

export function homeRoutes(deps: Deps): Route[] {
  return [route(getHome, async ({ actor, query }) => readHome(deps, actor, query.batchId ?? null))];
}
