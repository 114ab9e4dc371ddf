import * as wishes from '@xuanpai/contracts/plan-wishes';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { openPlan } from '../read/open-plan.ts';
import { presentWishes } from './present-wishes.ts';
import { wishSheet } from './sheet.ts';
import { addWishes, changeWish, removeWish } from './write-wishes.ts';

/** Pins, bans, together, apart and preferences of a plan. */
export function wishRoutes(deps: Deps): Route[] {
  const { prisma } = deps.db;
  return [
    route(wishes.listWishes, async ({ actor, params, query }) =>
      presentWishes(await openPlan(prisma, params.id, deps.today()), query, actor.language),
    ),
    route(wishes.exportWishes, ({ params, query }) =>
      wishSheet(prisma, params.id, query, deps.today()),
    ),
    route(wishes.addWishes, ({ actor, params, body }) => addWishes(deps, actor, params.id, body)),
    route(wishes.changeWish, ({ actor, params, body }) => changeWish(deps, actor, params, body)),
    route(wishes.removeWish, ({ actor, params, query }) =>
      removeWish(deps, actor, params, query.version),
    ),
  ];
}
