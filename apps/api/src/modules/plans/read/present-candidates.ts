import type { Candidate } from '@xuanpai/contracts/plan-moves';
import type { Language } from '@xuanpai/contracts/text';
import type { Placement } from '@xuanpai/planner/model';
import { applyMoves, candidates } from '@xuanpai/planner/moves';
import { indexPlan, type PlanIndex } from '@xuanpai/planner/plan-index';
import { withoutDust } from '@xuanpai/planner/round';
import type { Violation } from '@xuanpai/planner/rule-table';
import { personViolations } from '@xuanpai/planner/rules-people';
import { villageViolations } from '@xuanpai/planner/rules-villages';
import { scoreVillage } from '@xuanpai/planner/score';
import { notFound } from '../../../lib/api-error.ts';
import { findingsOf, presentFinding } from './findings.ts';
import { type OpenPlan, placeOf } from './open-plan.ts';

/** Who could take a place, best first, and what each would change. Throws `notFound`. */
export function presentCandidates(
  open: OpenPlan,
  placeId: string,
  language: Language,
): { items: Candidate[]; total: number } {
  const { input, placement, dossier } = open;
  const villageId = placeOf(open, placeId)?.villageId;
  if (villageId === undefined) throw notFound();
  const index = indexPlan(input);
  const holder = placement.get(placeId) ?? null;
  const known = new Set(warnings(index, placement).map(keyOf));
  const items = candidates(input, placement, placeId).map(({ cadreId, currentPlaceId, change }) => {
    const put = { placeId, cadreId };
    const exchange =
      currentPlaceId === null ? [put] : [put, { placeId: currentPlaceId, cadreId: holder }];
    const moved = applyMoves(placement, exchange);
    const left = placeOf(open, currentPlaceId ?? '')?.villageId ?? null;
    const touched = [...new Set([villageId, left].filter((id) => id !== null))];
    const gained = warnings(index, moved).filter((one) => !known.has(keyOf(one)));
    return {
      cadreId,
      currentPlaceId,
      change,
      here: changeIn(index, villageId, placement, moved),
      there: left === null ? null : changeIn(index, left, placement, moved),
      pairs: pairsIn(index, touched, moved) - pairsIn(index, touched, placement),
      findings: findingsOf(dossier, gained).map((finding) => presentFinding(finding, language)),
    };
  });
  return { items, total: items.length };
}

function warnings(index: PlanIndex, placement: Placement): Violation[] {
  return [...personViolations(index, placement), ...villageViolations(index, placement)].filter(
    ({ severity }) => severity === 'warning',
  );
}

function keyOf({ code, cadreIds, villageIds }: Violation): string {
  return [code, ...cadreIds, ...villageIds].join(' ');
}

function changeIn(index: PlanIndex, villageId: string, before: Placement, after: Placement) {
  const entry = index.villages.get(villageId);
  if (!entry) return 0;
  const points = (placement: Placement) => scoreVillage(index, entry, placement).total;
  return withoutDust(points(after) - points(before));
}

function pairsIn(index: PlanIndex, villageIds: readonly string[], placement: Placement): number {
  const unitIn = (placeId: string | undefined) =>
    index.cadres.get(placement.get(placeId ?? '') ?? '')?.unitId;
  return villageIds.filter((id) => {
    const { lead, deputy } = index.villages.get(id) ?? { lead: null, deputy: null };
    const unit = unitIn(lead?.id);
    return unit !== undefined && unit === unitIn(deputy?.id);
  }).length;
}
