import * as replans from '@xuanpai/contracts/plan-replans';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { openPlan } from '../read/open-plan.ts';
import { renewReplan } from './begin-replan.ts';
import { changesSheet } from './changes-sheet.ts';
import { presentChanges } from './present-changes.ts';

export function replanRoutes(deps: Deps): Route[] {
  const { prisma } = deps.db;
  return [
    route(replans.listChanges, async ({ actor, params }) =>
      presentChanges(prisma, await openPlan(prisma, params.id, deps.today()), actor.language),
    ),
    route(replans.exportChanges, ({ params }) => changesSheet(prisma, params.id, deps.today())),
    route(replans.renewReplan, ({ actor, params, body }) =>
      renewReplan(deps, actor, params.id, body),
    ),
  ];
}
