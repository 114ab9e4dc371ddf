import type { Placement, PlanProblemInput } from './model.ts';
import type { PlanIndex } from './plan-index.ts';
import { indexPlan } from './plan-index.ts';
import type { Violation } from './rule-table.ts';
import { violation } from './rule-table.ts';
import { personViolations } from './rules-people.ts';
import { villageViolations } from './rules-villages.ts';

/**
 * Every rule that a plan breaks: hard ones first, then warnings, each in the order of ids.
 * An empty list of hard ones means that the plan may be issued as far as D1, D2, D4–D7 go.
 *
 * @throws PlanInputError as `indexPlan`.
 */
export function checkPlan(input: PlanProblemInput, placement: Placement): Violation[] {
  const index = indexPlan(input);
  const found = [
    ...personViolations(index, placement),
    ...villageViolations(index, placement),
    ...pinViolations(index, input.pins, placement),
  ];
  return [
    ...found.filter(({ severity }) => severity === 'hard'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ];
}

/** A pin asks for one person in one place; a search leaves out pins that break a rule. */
function pinViolations(
  index: PlanIndex,
  pins: PlanProblemInput['pins'],
  placement: Placement,
): Violation[] {
  return pins
    .filter(({ placeId, cadreId }) => placement.get(placeId) !== cadreId)
    .map(({ placeId, cadreId }) => {
      const villageId = index.places.get(placeId)?.villageId;
      const villageIds = villageId === undefined ? [] : [villageId];
      return violation('pinNotKept', { villageIds, placeIds: [placeId], cadreIds: [cadreId] });
    });
}
