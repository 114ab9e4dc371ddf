import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { listBatches } from '@xuanpai/contracts/batches';
import { useSearchParams } from 'react-router';
import { call } from './api.ts';
import { useCan } from './can.tsx';
import { remember, remembered } from './remember.ts';

export const batchesQuery = queryOptions({
  queryKey: ['batches'],
  queryFn: ({ signal }) => call(listBatches, { signal }),
  staleTime: 60_000,
});

export interface ChosenBatch {
  /** The batch looked at: of the address, else the last one chosen here, else the newest. */
  batch: Batch | null;
  batches: readonly Batch[];
  /** Not known yet. */
  isPending: boolean;
}

export function useBatch(): ChosenBatch {
  const allowed = useCan('batches.read');
  const [search] = useSearchParams();
  const { data, isPending } = useQuery({ ...batchesQuery, enabled: allowed });
  const batches = data?.items ?? [];
  const byId = (id: string | null) => batches.find((batch) => batch.id === id);
  const batch = byId(search.get('batch')) ?? byId(remembered('batch')) ?? batches[0] ?? null;
  return { batch, batches, isPending: allowed && isPending };
}

export function rememberBatch(id: string): void {
  remember('batch', id);
}

/** 第二批 2015–2017: the years of the term after the name, unless the name has them. */
export function batchTitle({
  name,
  startsOn,
  endsOn,
}: Pick<Batch, 'name' | 'startsOn' | 'endsOn'>) {
  const [from, to] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return name.includes(from) ? name : `${name} ${from}–${to}`;
}
