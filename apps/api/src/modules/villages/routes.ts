import {
  createVillage,
  deleteVillage,
  exportVillages,
  getVillage,
  listVillages,
  updateVillage,
} from '@xuanpai/contracts/villages';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readVillage, readVillages } from './read.ts';
import { villageSheet } from './sheet.ts';
import { addVillage, changeVillage, removeVillage } from './write.ts';

export function villageRoutes(deps: Deps): Route[] {
  return [
    route(listVillages, async ({ actor, query }) => readVillages(deps, actor, query)),
    route(exportVillages, async ({ actor, query }) => villageSheet(deps, actor, query)),
    route(getVillage, async ({ actor, params, query }) =>
      readVillage(deps, actor, params.id, query),
    ),
    route(createVillage, async ({ actor, body }) => {
      const id = await addVillage(deps, actor, body);
      return readVillage(deps, actor, id, {});
    }),
    route(updateVillage, async ({ actor, params, body }) => {
      await changeVillage(deps, actor, params.id, body);
      return readVillage(deps, actor, params.id, {});
    }),
    route(deleteVillage, async ({ actor, params, query }) =>
      removeVillage(deps, actor, params.id, query.version),
    ),
  ];
}
