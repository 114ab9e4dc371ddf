import * as contract from '@xuanpai/contracts/support';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { readBalance } from './balance.ts';
import { addFund, changeFund, readFund, removeFund } from './funds.ts';
import { readOverview } from './overview.ts';
import { supportSheet } from './sheet.ts';
import { readUnitSupport } from './unit.ts';

export function villageSupportRoutes(deps: Deps): Route[] {
  return [
    route(contract.listSupport, ({ actor, query }) => readOverview(deps, actor, query)),
    route(contract.exportSupport, ({ actor, query }) => supportSheet(deps, actor, query)),
    route(contract.getVillageSupport, ({ actor, params, query }) =>
      readBalance(deps, actor, params.id, query),
    ),
    route(contract.getUnitSupport, ({ actor, params, query }) =>
      readUnitSupport(deps, actor, params.id, query),
    ),
    route(contract.createFund, async ({ actor, body }) =>
      readFund(deps, await addFund(deps, actor, body)),
    ),
    route(contract.updateFund, async ({ actor, params, body }) => {
      await changeFund(deps, actor, params.id, body);
      return readFund(deps, params.id);
    }),
    route(contract.deleteFund, async ({ actor, params, query }) =>
      removeFund(deps, actor, params.id, query.version),
    ),
  ];
}
