import { listRegions } from '@xuanpai/contracts/regions';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readRegions } from './read.ts';

export function regionRoutes(deps: Deps): Route[] {
  return [route(listRegions, async ({ query }) => readRegions(deps, query))];
}
