import * as variants from '@xuanpai/contracts/plan-variants';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { openPlan } from '../read/open-plan.ts';
import { comparisonSheet } from './comparison-sheet.ts';
import { copyPlan } from './copy-plan.ts';
import { dropPlan, restorePlan } from './drop-plan.ts';
import { openPair } from './open-pair.ts';
import { presentComparison } from './present-comparison.ts';
import { setWeights } from './set-weights.ts';
import { tryWeights, weigh } from './weigh.ts';

/** What-if plans: copy, other weights, compare, lay aside. */
export function variantRoutes(deps: Deps): Route[] {
  const { prisma } = deps.db;
  return [
    route(variants.copyPlan, ({ actor, params, body }) => copyPlan(deps, actor, params.id, body)),
    route(variants.dropPlan, ({ actor, params, body }) =>
      dropPlan(deps, actor, params.id, body.version),
    ),
    route(variants.restorePlan, ({ actor, params, body }) =>
      restorePlan(deps, actor, params.id, body.version),
    ),
    route(variants.weighPlan, async ({ params }) =>
      weigh(await openPlan(prisma, params.id, deps.today())),
    ),
    route(variants.tryWeights, async ({ params, body }) =>
      tryWeights(await openPlan(prisma, params.id, deps.today()), body.weightChanges),
    ),
    route(variants.setWeights, ({ actor, params, body }) =>
      setWeights(deps, actor, params.id, body),
    ),
    route(variants.comparePlans, async ({ actor, params, query }) =>
      presentComparison(
        await openPair(prisma, params.id, query.with, deps.today()),
        actor.language,
      ),
    ),
    route(variants.exportComparison, ({ params, query }) =>
      comparisonSheet(prisma, params.id, query.with, deps.today()),
    ),
  ];
}
