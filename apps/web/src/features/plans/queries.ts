import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { listCandidates } from '@xuanpai/contracts/plan-moves';
import { listWishes } from '@xuanpai/contracts/plan-wishes';
import { getPlan, listPlans } from '@xuanpai/contracts/plans';
import { call } from '../../lib/api.ts';

/** The key of everything about plans: invalidated after a write. */
export const plansKey = ['plans'] as const;

export function planListQuery(batchId: string) {
  return queryOptions({
    queryKey: [...plansKey, 'of', batchId],
    queryFn: ({ signal }) => call(listPlans, { params: { id: batchId }, signal }),
  });
}

export function planQuery(id: string) {
  return queryOptions({
    queryKey: [...plansKey, id],
    queryFn: ({ signal }) => call(getPlan, { params: { id }, signal }),
  });
}

/** The wishes of one version of the plan, all of them: the board shows them beside its places. */
export function wishesQuery(id: string, version: number) {
  return queryOptions({
    queryKey: [...plansKey, id, 'wishes', version],
    queryFn: ({ signal }) => call(listWishes, { params: { id }, query: {}, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Of one version of the plan: an edit changes what everybody would change. */
export function candidatesQuery(id: string, placeId: string, version: number) {
  return queryOptions({
    queryKey: [...plansKey, id, 'candidates', placeId, version],
    queryFn: ({ signal }) => call(listCandidates, { params: { id, placeId }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** After a write: the plan itself, its line in the list, and the batch, which says what is issued. */
export async function refreshPlan(client: QueryClient, id: string): Promise<void> {
  void client.invalidateQueries({ queryKey: [...plansKey, 'of'] });
  void client.invalidateQueries({ queryKey: ['batches'] });
  await client.invalidateQueries({ queryKey: planQuery(id).queryKey, exact: true });
}
