import * as contract from '@xuanpai/contracts/calendar';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { correctDay, settleYear } from './correct.ts';
import { addOccasion, changeOccasion, removeOccasion } from './occasions.ts';
import { readYear } from './read.ts';

export function calendarRoutes(deps: Deps): Route[] {
  return [
    route(contract.getCalendarYear, ({ params }) => readYear(deps, params.year)),
    route(contract.setCalendarDay, async ({ actor, params, body }) => {
      await correctDay(deps, actor, params.day, body);
      return readYear(deps, Number(params.day.slice(0, 4)));
    }),
    route(contract.settleCalendarYear, async ({ actor, params, body }) => {
      await settleYear(deps, actor, params.year, body.version);
      return readYear(deps, params.year);
    }),
    route(contract.createOccasion, ({ actor, body }) => addOccasion(deps, actor, body)),
    route(contract.updateOccasion, ({ actor, params, body }) =>
      changeOccasion(deps, actor, params.id, body),
    ),
    route(contract.deleteOccasion, ({ actor, params, query }) =>
      removeOccasion(deps, actor, params.id, query.version),
    ),
  ];
}
