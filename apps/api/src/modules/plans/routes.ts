import * as issue from '@xuanpai/contracts/plan-issue';
import * as moves from '@xuanpai/contracts/plan-moves';
import * as plans from '@xuanpai/contracts/plans';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { consultationRoutes } from './consultation/routes.ts';
import { deletePlan, renamePlan } from './edit/change-plan.ts';
import { choosePost } from './edit/choose-post.ts';
import { createPlan } from './edit/create-plan.ts';
import { explainEmpty } from './edit/explain-empty.ts';
import { movePlaces } from './edit/move-places.ts';
import { explanationRoutes } from './explain/routes.ts';
import { approvePlan } from './issue/approve-plan.ts';
import { confirmPlan } from './issue/confirm-plan.ts';
import { publishPlan } from './issue/publish-plan.ts';
import { openPlan } from './read/open-plan.ts';
import { presentCandidates } from './read/present-candidates.ts';
import { readPlan, readPlans } from './read/read-plans.ts';
import { replanRoutes } from './replan/routes.ts';
import { reportRoutes } from './report/routes.ts';
import { runRoutes } from './runs/routes.ts';
import { planSheet } from './sheet.ts';
import { variantRoutes } from './variants/routes.ts';
import { wishRoutes } from './wishes/routes.ts';

export function planRoutes(deps: Deps): Route[] {
  const { prisma } = deps.db;
  return [
    ...runRoutes(deps),
    ...wishRoutes(deps),
    ...variantRoutes(deps),
    ...explanationRoutes(deps),
    ...reportRoutes(deps),
    ...replanRoutes(deps),
    ...consultationRoutes(deps),
    route(plans.listPlans, ({ params }) => readPlans(prisma, params.id, deps.today())),
    route(plans.createPlan, ({ actor, params, body }) => createPlan(deps, actor, params.id, body)),
    route(plans.getPlan, ({ actor, params }) =>
      readPlan(prisma, params.id, actor.language, deps.today()),
    ),
    route(plans.renamePlan, ({ actor, params, body }) => renamePlan(deps, actor, params.id, body)),
    route(plans.deletePlan, ({ actor, params, query }) =>
      deletePlan(deps, actor, params.id, query.version),
    ),
    route(moves.movePlaces, ({ actor, params, query, body }) =>
      movePlaces(deps, actor, params.id, body, query.dryRun === '1'),
    ),
    route(moves.listCandidates, async ({ actor, params }) =>
      presentCandidates(
        await openPlan(prisma, params.id, deps.today()),
        params.placeId,
        actor.language,
      ),
    ),
    route(moves.explainEmpty, ({ actor, params, body }) =>
      explainEmpty(deps, actor, params.id, params.placeId, body),
    ),
    route(moves.choosePost, ({ actor, params, body }) =>
      choosePost(deps, actor, params.id, params.placeId, body),
    ),
    route(issue.approvePlan, ({ actor, params, body }) =>
      approvePlan(deps, actor, params.id, body),
    ),
    route(issue.confirmPlan, ({ actor, params, body }) =>
      confirmPlan(deps, actor, params.id, body.version),
    ),
    route(issue.publishPlan, ({ actor, params, body }) =>
      publishPlan(deps, actor, params.id, body.version),
    ),
    route(issue.exportPlan, ({ params }) => planSheet(prisma, params.id, deps.today())),
  ];
}
