import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { comparePlans, tryWeights, weighPlan } from '@xuanpai/contracts/plan-variants';
import type { WeightChanges } from '@xuanpai/contracts/plans';
import { call } from '../../lib/api.ts';
import { plansKey } from './queries.ts';

/** Where the points of one version of a plan come from. */
export function weighingQuery(id: string, version: number) {
  return queryOptions({
    queryKey: [...plansKey, id, 'weights', version],
    queryFn: ({ signal }) => call(weighPlan, { params: { id }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The same by weights on trial. */
export function trialQuery(id: string, version: number, weightChanges: WeightChanges) {
  return queryOptions({
    queryKey: [...plansKey, id, 'weights', version, weightChanges],
    queryFn: ({ signal }) => call(tryWeights, { params: { id }, body: { weightChanges }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function comparisonQuery(id: string, other: string) {
  return queryOptions({
    queryKey: [...plansKey, id, 'comparison', other],
    queryFn: ({ signal }) => call(comparePlans, { params: { id }, query: { with: other }, signal }),
    placeholderData: keepPreviousData,
  });
}
