import type { PlanContradiction } from '@xuanpai/contracts/plan-wishes';
import type { Language } from '@xuanpai/contracts/text';
import { findContradictions } from '@xuanpai/planner/contradictions/find';
import { ruleViolated } from '../../../lib/api-error.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { contradictionWords } from './contradiction-words.ts';

/** What pins, wishes and declared kin ask of a plan that no plan can do, in words. */
export function contradictionsOf(open: OpenPlan, language: Language): PlanContradiction[] {
  return findContradictions(open.input).map((one) => ({
    code: one.code,
    message: contradictionWords(open, one).message[language],
    wishIds: [...new Set(one.wishIds)],
    cadreIds: one.cadreIds,
    placeIds: one.placeIds,
  }));
}

/** Nothing is solved while wishes contradict one another. Throws `ruleViolated` with all of them. */
export function refuseContradictions(open: OpenPlan): void {
  const found = findContradictions(open.input);
  if (found.length === 0) return;
  throw ruleViolated(
    found.map((one) => ({
      path: 'wishes',
      code: one.code,
      ...contradictionWords(open, one),
      remedy: { zh: '请在意愿与锁定中修改。', en: 'Change them under wishes and pins.' },
    })),
    {
      zh: `意愿与锁定有${found.length}处矛盾，没有方案能都做到。`,
      en: `Wishes contradict one another in ${found.length} places; no plan can keep them all.`,
    },
  );
}
