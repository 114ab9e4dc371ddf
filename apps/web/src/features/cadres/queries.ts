import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCadre, listCadres } from '@xuanpai/contracts/cadres';
import type { QueryInputOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { call } from '../../lib/api.ts';

export type CadreDetail = ReplyOf<typeof getCadre>;

/** The key of everything about cadres: invalidated after a write. */
export const cadresKey = ['cadres'] as const;

export function cadreListQuery(query: QueryInputOf<typeof listCadres>) {
  return queryOptions({
    queryKey: [...cadresKey, 'list', query],
    queryFn: ({ signal }) => call(listCadres, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function cadreQuery(id: string, batchId: string | null) {
  return queryOptions({
    queryKey: [...cadresKey, id, batchId],
    queryFn: ({ signal }) =>
      call(getCadre, { params: { id }, query: batchId ? { batchId } : {}, signal }),
  });
}
