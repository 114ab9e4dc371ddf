import { queryOptions } from '@tanstack/react-query';
import { listChanges, type PlanChanges } from '@xuanpai/contracts/plan-replans';
import { call } from '../../../lib/api.ts';
import { plansKey } from '../queries.ts';

/** The changes of one version of a re-plan. */
export function changesQuery(id: string, version: number) {
  return queryOptions({
    queryKey: [...plansKey, id, 'changes', version],
    queryFn: ({ signal }) => call(listChanges, { params: { id }, signal }),
  });
}

/** How many people a re-plan concerns. */
export function changesIn({ counts }: PlanChanges): number {
  return counts.goes + counts.comes + counts.moves;
}
