import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { getPolicy } from '@xuanpai/contracts/policy';
import type { PlainDate } from '@xuanpai/contracts/values';
import { type Policy, type PolicySetting, policyOn } from '@xuanpai/domain/policy/policy';
import { isPolicyKey } from '@xuanpai/domain/policy/template';
import { useMemo } from 'react';
import { call } from './api.ts';

/** The parameters of a batch's policy on a day. */
export function policyQuery(batchId: string, on: string) {
  return queryOptions({
    queryKey: ['policy', batchId, on],
    queryFn: ({ signal }) => call(getPolicy, { params: { id: batchId }, query: { on }, signal }),
    staleTime: 60_000,
  });
}

/** The batch's policy on its date, for reckoning in the page as the server does. */
export function useBatchPolicy({ id, date }: Pick<Batch, 'id' | 'date'>): Policy | null {
  const { data } = useQuery(policyQuery(id, date));
  return useMemo(() => {
    if (!data) return null;
    const settings = data.items.flatMap(({ key, ...setting }): PolicySetting[] =>
      isPolicyKey(key)
        ? [{ ...setting, key, effectiveFrom: setting.effectiveFrom as PlainDate }]
        : [],
    );
    return policyOn(settings, date as PlainDate);
  }, [data, date]);
}
