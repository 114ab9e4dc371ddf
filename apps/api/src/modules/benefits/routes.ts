import * as contract from '@xuanpai/contracts/benefits';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { benefitSheet, certificate } from './files.ts';
import { readBenefit, readBenefits } from './read.ts';
import { confirm, recordResult, recordUse, voidUse, withdraw } from './use.ts';

export function benefitRoutes(deps: Deps): Route[] {
  return [
    route(contract.listBenefits, ({ actor, query }) => readBenefits(deps, actor, query)),
    route(contract.exportBenefits, ({ actor, query }) => benefitSheet(deps, actor, query)),
    route(contract.getBenefit, ({ actor, params }) => readBenefit(deps, actor, params.cadreId)),
    route(contract.exportBenefitCertificate, ({ actor, params, query }) =>
      certificate(deps, actor, params.cadreId, query.rawTotal),
    ),
    route(contract.confirmOutstanding, async ({ actor, params: { cadreId }, body }) => {
      await confirm(deps, actor, cadreId, body);
      return readBenefit(deps, actor, cadreId);
    }),
    route(contract.withdrawOutstanding, async ({ actor, params: { cadreId }, body }) => {
      await withdraw(deps, actor, cadreId, body);
      return readBenefit(deps, actor, cadreId);
    }),
    route(contract.useBenefit, async ({ actor, params: { cadreId }, body }) => {
      await recordUse(deps, actor, cadreId, body);
      return readBenefit(deps, actor, cadreId);
    }),
    route(contract.recordCompetitionResult, async ({ actor, params, body }) =>
      readBenefit(deps, actor, await recordResult(deps, actor, params.id, body)),
    ),
    route(contract.voidBenefitUse, async ({ actor, params, body }) =>
      readBenefit(deps, actor, await voidUse(deps, actor, params.id, body)),
    ),
  ];
}
