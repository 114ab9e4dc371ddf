import * as contract from '@xuanpai/contracts/enterprises';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { changePairing, pair, unpair } from './pair.ts';
import { readEnterprise, readEnterpriseInFull, readEnterprises, readPairing } from './read.ts';
import { enterpriseSheet } from './sheet.ts';
import { addEnterprise, changeEnterprise, removeEnterprise } from './write.ts';

export function enterpriseRoutes(deps: Deps): Route[] {
  return [
    route(contract.listEnterprises, ({ actor, query }) => readEnterprises(deps, actor, query)),
    route(contract.exportEnterprises, ({ actor, query }) => enterpriseSheet(deps, actor, query)),
    route(contract.getEnterprise, ({ actor, params, query }) =>
      readEnterpriseInFull(deps, actor, params.id, query),
    ),
    route(contract.createEnterprise, async ({ actor, body }) =>
      readEnterprise(deps, actor, await addEnterprise(deps, actor, body)),
    ),
    route(contract.updateEnterprise, async ({ actor, params, body }) => {
      await changeEnterprise(deps, actor, params.id, body);
      return readEnterprise(deps, actor, params.id);
    }),
    route(contract.deleteEnterprise, async ({ actor, params, query }) =>
      removeEnterprise(deps, actor, params.id, query.version),
    ),
    route(contract.createPairing, async ({ actor, body }) =>
      readPairing(deps, deps.today(), await pair(deps, actor, body)),
    ),
    route(contract.updatePairing, async ({ actor, params, body }) => {
      await changePairing(deps, actor, params.id, body);
      return readPairing(deps, deps.today(), params.id);
    }),
    route(contract.deletePairing, async ({ actor, params, query }) =>
      unpair(deps, actor, params.id, query.version),
    ),
  ];
}
