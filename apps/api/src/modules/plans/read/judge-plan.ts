import { isLead } from '@xuanpai/domain/posts';
import type { PlanScore } from '@xuanpai/planner/model';
import { checkPlan } from '@xuanpai/planner/rules';
import { scorePlan } from '@xuanpai/planner/score';
import { replanFindings } from '../replan/replan-findings.ts';
import { type Finding, findingsOf } from './findings.ts';
import type { OpenPlan } from './open-plan.ts';
import { weightFindings } from './own-weights.ts';
import { tierFindings } from './place-differences.ts';

/** Points of a plan and what it breaks, D1 to D7, as things are now. */
export interface JudgedPlan {
  score: PlanScore;
  findings: Finding[];
}

export function judgePlan(open: OpenPlan): JudgedPlan {
  const { dossier, places, input, placement } = open;
  return {
    score: scorePlan(input, placement),
    findings: [
      ...replanFindings(open),
      ...weightFindings(open),
      ...tierFindings(dossier, places),
      ...findingsOf(dossier, checkPlan(input, placement)),
    ],
  };
}

/**
 * What stands against the approval and the issue. D6: a deputy's place may stay empty with a reason
 * on record; a place without a first secretary never.
 */
export function hindrances(open: Pick<OpenPlan, 'places'>, { findings }: JudgedPlan): Finding[] {
  const explained = new Set(
    open.places.flatMap(({ id, post, emptyReason }) =>
      !isLead(post) && emptyReason !== null ? [id] : [],
    ),
  );
  return findings.filter(
    ({ weight, code, placeId }) =>
      weight === 'blocks' && !(code === 'deputyMissing' && explained.has(placeId ?? '')),
  );
}
