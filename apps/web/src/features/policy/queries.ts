import { queryOptions } from '@tanstack/react-query';
import { getPolicy, policyHistory } from '@xuanpai/contracts/policy';
import { call } from '../../lib/api.ts';

/** The policy on a day; without one as it is now. */
export function policyFormQuery(batchId: string, on: string | null) {
  return queryOptions({
    queryKey: ['policy', batchId, on ?? 'now'],
    queryFn: ({ signal }) =>
      call(getPolicy, { params: { id: batchId }, query: on ? { on } : {}, signal }),
  });
}

export function historyQuery(batchId: string, key: string) {
  return queryOptions({
    queryKey: ['policy', batchId, 'history', key],
    queryFn: ({ signal }) =>
      call(policyHistory, { params: { id: batchId }, query: { key }, signal }),
  });
}
