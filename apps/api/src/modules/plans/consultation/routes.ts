import * as consultation from '@xuanpai/contracts/plan-consultation';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { openPlan } from '../read/open-plan.ts';
import { answer, settle } from './answer.ts';
import { presentConsultation, presentPlanConsultation, readConsultations } from './present.ts';
import { sendConsultation } from './send.ts';
import { consultationSheet } from './sheet.ts';

export function consultationRoutes(deps: Deps): Route[] {
  const { prisma } = deps.db;
  return [
    route(consultation.listConsultation, async ({ params }) =>
      presentPlanConsultation(prisma, await openPlan(prisma, params.id, deps.today())),
    ),
    route(consultation.exportConsultation, ({ params }) =>
      consultationSheet(prisma, params.id, deps.today()),
    ),
    route(consultation.sendConsultation, ({ actor, params, body }) =>
      sendConsultation(deps, actor, params.id, body.version),
    ),
    route(consultation.listOwnConsultations, async ({ actor }) => {
      const scope = scopeFor(actor, 'consultations.own', 'consultations');
      const rows = await readConsultations(prisma, scopeWhere(scope, 'consultations'));
      const items = rows.map((row) => presentConsultation(row));
      return { items, total: items.length };
    }),
    route(consultation.answerConsultation, ({ actor, params, body }) =>
      answer(deps, actor, params.id, body),
    ),
    route(consultation.settleConsultation, ({ actor, params, body }) =>
      settle(deps, actor, params.id, body),
    ),
  ];
}
