import * as explanation from '@xuanpai/contracts/plan-explanation';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { openPlan } from '../read/open-plan.ts';
import { villageAlternatives } from './alternatives.ts';
import { explainCadre } from './explain-cadre.ts';
import { explainVillage } from './explain-village.ts';
import { waysToFill } from './ways-to-fill.ts';

/** Why a plan is as it is: by village, by person, by empty place. */
export function explanationRoutes(deps: Deps): Route[] {
  const open = (id: string) => openPlan(deps.db.prisma, id, deps.today());
  return [
    route(explanation.explainVillage, async ({ actor, params }) =>
      explainVillage(await open(params.id), params.villageId, actor.language),
    ),
    route(explanation.listAlternatives, async ({ actor, params }) =>
      villageAlternatives(await open(params.id), params.villageId, actor.language),
    ),
    route(explanation.explainCadre, async ({ actor, params }) =>
      explainCadre(await open(params.id), params.cadreId, actor.language),
    ),
    route(explanation.listWaysToFill, async ({ actor, params }) =>
      waysToFill(await open(params.id), params.placeId, actor.language),
    ),
  ];
}
