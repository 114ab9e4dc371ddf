import {
  acceptNomination,
  confirmMembership,
  createNomination,
  exportNominations,
  getNomination,
  listNominations,
  replaceNomination,
  restoreNomination,
  withdrawNomination,
} from '@xuanpai/contracts/nominations';
import * as relatives from '@xuanpai/contracts/relatives';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { acceptAge } from './accept.ts';
import { confirmPresumed } from './confirm.ts';
import { addNomination, replaceNominee } from './name.ts';
import { readNomination, readNominationPage } from './read.ts';
import { readRelatives } from './relatives/read.ts';
import { changeRelative, declareRelative, removeRelative } from './relatives/write.ts';
import { nominationSheet } from './sheet.ts';
import { restoreNominee, withdrawNominee } from './withdraw.ts';

export function nominationRoutes(deps: Deps): Route[] {
  return [
    route(listNominations, async ({ actor, params, query }) =>
      readNominationPage(deps, actor, params.id, query),
    ),
    route(exportNominations, async ({ actor, params, query }) =>
      nominationSheet(deps, actor, params.id, query),
    ),
    route(getNomination, async ({ actor, params }) => readNomination(deps, actor, params)),
    route(createNomination, async ({ actor, params, body }) => {
      const nominationId = await addNomination(deps, actor, params.id, body);
      return readNomination(deps, actor, { ...params, nominationId });
    }),
    route(acceptNomination, async ({ actor, params, body }) => {
      await acceptAge(deps, actor, params, body);
      return readNomination(deps, actor, params);
    }),
    route(replaceNomination, async ({ actor, params, body }) => {
      const nominationId = await replaceNominee(deps, actor, params, body);
      return readNomination(deps, actor, { ...params, nominationId });
    }),
    route(withdrawNomination, async ({ actor, params, body }) => {
      await withdrawNominee(deps, actor, params, body);
      return readNomination(deps, actor, params);
    }),
    route(restoreNomination, async ({ actor, params, body }) => {
      await restoreNominee(deps, actor, params, body.version);
      return readNomination(deps, actor, params);
    }),
    route(relatives.listRelatives, ({ actor, params }) =>
      readRelatives(deps.db.prisma, actor, params),
    ),
    route(relatives.declareRelative, ({ actor, params, body }) =>
      declareRelative(deps, actor, params, body),
    ),
    route(relatives.changeRelative, ({ actor, params, body }) =>
      changeRelative(deps, actor, params, body),
    ),
    route(relatives.removeRelative, ({ actor, params, query }) =>
      removeRelative(deps, actor, params, query.version),
    ),
    route(confirmMembership, async ({ actor, params, body }) =>
      confirmPresumed(deps, actor, params.id, body),
    ),
  ];
}
