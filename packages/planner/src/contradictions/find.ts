import type { PlanProblemInput } from '../model.ts';
import { indexPlan } from '../plan-index.ts';
import type { Contradiction } from './model.ts';
import { pairContradictions } from './pairs.ts';
import { pinContradictions } from './pins.ts';
import { preferContradictions } from './prefer.ts';
import { togetherContradictions } from './together.ts';

/**
 * What pins, wishes and declared kin ask of a plan that no plan can do, before anything is solved: all
 * of it at once, in the order of the wishes. Empty: there is a plan that keeps every one of them,
 * preferences apart, though places may stay empty for it.
 *
 * @throws PlanInputError as `indexPlan`.
 */
export function findContradictions(input: PlanProblemInput): Contradiction[] {
  const index = indexPlan(input);
  return [
    ...pinContradictions(index, input.pins),
    ...pairContradictions(index, input.pins),
    ...togetherContradictions(index, input.pins),
    ...preferContradictions(index),
  ];
}
