import { createHash } from 'node:crypto';
import type { PlanScore } from '@xuanpai/planner/model';
import type { OpenPlan } from './open-plan.ts';

/** Points closer than this are the same. */
const dust = 1e-4;

/**
 * What a bound was proven for: villages, people, weights, pins and wishes, but not who is where. While
 * it is the same, no plan has more points than the bound, whatever is exchanged by hand.
 */
export function boundInputOf({ input }: Pick<OpenPlan, 'input'>): string {
  const { seed: _seed, pins, wishes, ...asked } = input;
  // Which wish it was, and when it was set, is nothing to a bound: undone and done again it holds.
  const unnamed = [...pins, ...wishes].map(({ id: _id, ...wish }) => JSON.stringify(wish)).sort();
  return createHash('sha256')
    .update(JSON.stringify([asked, unnamed]))
    .digest('hex');
}

/** How good a plan can be at most, if that is known and still true; an issued plan keeps what it had. */
export function boundOf(
  open: Pick<OpenPlan, 'plan' | 'input'>,
  { total }: Pick<PlanScore, 'total'>,
): { bound: number | null; optimal: boolean } {
  const { plan } = open;
  if (plan.status === 'issued') return { bound: plan.bound, optimal: plan.optimal };
  if (plan.bound === null || plan.boundInput !== boundInputOf(open)) {
    return { bound: null, optimal: false };
  }
  return { bound: Math.max(plan.bound, total), optimal: total >= plan.bound - dust };
}
