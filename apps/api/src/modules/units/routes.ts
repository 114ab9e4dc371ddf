import {
  createUnit,
  deleteUnit,
  exportUnits,
  getUnit,
  listUnits,
  updateUnit,
} from '@xuanpai/contracts/units';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readUnit, readUnits } from './read.ts';
import { unitSheet } from './sheet.ts';
import { addUnit, changeUnit, removeUnit } from './write.ts';

export function unitRoutes(deps: Deps): Route[] {
  return [
    route(listUnits, async ({ actor, query }) => readUnits(deps, actor, query)),
    route(exportUnits, async ({ actor, query }) => unitSheet(deps, actor, query)),
    route(getUnit, async ({ actor, params, query }) => readUnit(deps, actor, params.id, query)),
    route(createUnit, async ({ actor, body }) => {
      const id = await addUnit(deps, actor, body);
      return readUnit(deps, actor, id, {});
    }),
    route(updateUnit, async ({ actor, params, body }) => {
      await changeUnit(deps, actor, params.id, body);
      return readUnit(deps, actor, params.id, {});
    }),
    route(deleteUnit, async ({ actor, params, query }) =>
      removeUnit(deps, actor, params.id, query.version),
    ),
  ];
}
