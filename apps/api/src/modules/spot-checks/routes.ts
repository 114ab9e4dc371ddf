import * as contract from '@xuanpai/contracts/spot-checks';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readSpotCheck, readSpotChecks } from './read.ts';
import { spotCheckSheet } from './sheet.ts';
import { enterFinding, resolveFinding } from './write.ts';

export function spotCheckRoutes(deps: Deps): Route[] {
  return [
    route(contract.listSpotChecks, ({ actor, query }) => readSpotChecks(deps, actor, query)),
    route(contract.exportSpotChecks, ({ actor, query }) => spotCheckSheet(deps, actor, query)),
    route(contract.getSpotCheck, ({ actor, params }) => readSpotCheck(deps, actor, params.id)),
    route(contract.enterSpotCheck, async ({ actor, body }) =>
      readSpotCheck(deps, actor, await enterFinding(deps, actor, body)),
    ),
    route(contract.resolveSpotCheck, async ({ actor, params, body }) => {
      await resolveFinding(deps, actor, params.id, body);
      return readSpotCheck(deps, actor, params.id);
    }),
  ];
}
