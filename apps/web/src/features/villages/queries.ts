import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { listVacancies } from '@xuanpai/contracts/vacancies';
import type { PlainDate } from '@xuanpai/contracts/values';
import { getVillage, listVillages } from '@xuanpai/contracts/villages';
import { call } from '../../lib/api.ts';

/** The key of everything about villages: invalidated after a write. */
export const villagesKey = ['villages'] as const;

export function villageListQuery(query: QueryInputOf<typeof listVillages>) {
  return queryOptions({
    queryKey: [...villagesKey, 'list', query],
    queryFn: ({ signal }) => call(listVillages, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function villageQuery(id: string, batchId: string | null) {
  return queryOptions({
    queryKey: [...villagesKey, id, batchId],
    queryFn: ({ signal }) =>
      call(getVillage, { params: { id }, query: batchId ? { batchId } : {}, signal }),
  });
}

/** The days up to a day of a batch's term on which a village lacked somebody. */
export function villageVacanciesQuery(villageId: string, batchId: string, to: PlainDate) {
  return queryOptions({
    queryKey: [...villagesKey, villageId, 'vacancies', batchId, to],
    queryFn: ({ signal }) =>
      call(listVacancies, { params: { id: batchId }, query: { villageId, to }, signal }),
  });
}
