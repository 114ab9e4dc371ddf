import { queryOptions } from '@tanstack/react-query';
import { getCoverage } from '@xuanpai/contracts/coverage';
import { listNominations } from '@xuanpai/contracts/nominations';
import { listPlans } from '@xuanpai/contracts/plans';
import { call } from '../../lib/api.ts';

export function coverageQuery(batchId: string) {
  return queryOptions({
    queryKey: ['coverage', batchId, null],
    queryFn: ({ signal }) => call(getCoverage, { params: { id: batchId }, query: {}, signal }),
  });
}

/** Only the counts: how the nominees stand. */
export function nomineesQuery(batchId: string) {
  const query = { pageSize: 1 };
  return queryOptions({
    queryKey: ['nominations', batchId, query],
    queryFn: ({ signal }) => call(listNominations, { params: { id: batchId }, query, signal }),
  });
}

export function plansQuery(batchId: string) {
  return queryOptions({
    queryKey: ['plans', batchId, 'list'],
    queryFn: ({ signal }) => call(listPlans, { params: { id: batchId }, signal }),
  });
}
