import { queryOptions } from '@tanstack/react-query';
import { getPlanReport } from '@xuanpai/contracts/plan-report';
import { call } from '../../../lib/api.ts';
import { plansKey } from '../queries.ts';

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: [...plansKey, id, 'report'],
    queryFn: ({ signal }) => call(getPlanReport, { params: { id }, signal }),
  });
}
