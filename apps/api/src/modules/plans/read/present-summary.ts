import type { planSummarySchema } from '@xuanpai/contracts/plans';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PlanScore } from '@xuanpai/planner/model';
import type { z } from 'zod';
import { boundOf } from './bound.ts';
import type { OpenPlan } from './open-plan.ts';

type PlanSummary = z.infer<typeof planSummarySchema>;

/** A plan in a line; an empty one has no points yet. */
export function presentSummary(
  open: Pick<OpenPlan, 'plan' | 'input' | 'places' | 'weightChanges'>,
  score: PlanScore,
): PlanSummary {
  const { plan, places, weightChanges } = open;
  const filled = places.filter(({ cadreId }) => cadreId !== null).length;
  const points = (value: number) => (filled === 0 ? null : value);
  return {
    id: plan.id,
    batchId: plan.batchId,
    name: plan.name,
    status: plan.status,
    score: points(score.total),
    districtScore: points(score.district),
    townshipScore: points(score.township),
    ...boundOf(open, score),
    places: places.length,
    filled,
    solvedAt: plan.solvedAt?.toISOString() ?? null,
    solvedMilliseconds: plan.solvedMilliseconds,
    proofMilliseconds: plan.proofMilliseconds,
    createdAt: plan.createdAt.toISOString(),
    createdByName: plan.createdByName,
    documentNumber: plan.documentNumber,
    issuedAt: plan.issuedAt?.toISOString() ?? null,
    basedOnId: plan.basedOnId,
    replansOn: toPlainDate(plan.replansOn),
    weightChanges: Object.keys(weightChanges).length === 0 ? null : weightChanges,
    version: plan.version,
  };
}
