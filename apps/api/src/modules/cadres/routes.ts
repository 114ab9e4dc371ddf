import {
  createCadre,
  deleteCadre,
  exportCadres,
  getCadre,
  listCadres,
  revealCadre,
  updateCadre,
} from '@xuanpai/contracts/cadres';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readCadre, readCadres } from './read.ts';
import { reveal } from './reveal.ts';
import { cadreSheet } from './sheet.ts';
import { addCadre, changeCadre, removeCadre } from './write.ts';

export function cadreRoutes(deps: Deps): Route[] {
  return [
    route(listCadres, async ({ actor, query }) => readCadres(deps, actor, query)),
    route(exportCadres, async ({ actor, query }) => cadreSheet(deps, actor, query)),
    route(getCadre, async ({ actor, params, query }) => readCadre(deps, actor, params.id, query)),
    route(createCadre, async ({ actor, body }) => {
      const id = await addCadre(deps, actor, body);
      return readCadre(deps, actor, id, {});
    }),
    route(updateCadre, async ({ actor, params, body }) => {
      await changeCadre(deps, actor, params.id, body);
      return readCadre(deps, actor, params.id, {});
    }),
    route(deleteCadre, async ({ actor, params, query }) =>
      removeCadre(deps, actor, params.id, query.version),
    ),
    route(revealCadre, async ({ actor, params, body }) => reveal(deps, actor, params.id, body)),
  ];
}
