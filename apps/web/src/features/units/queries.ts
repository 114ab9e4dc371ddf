import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listCadres } from '@xuanpai/contracts/cadres';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getUnit, listUnits } from '@xuanpai/contracts/units';
import { call } from '../../lib/api.ts';

/** The key of everything about units: invalidated after a write. */
export const unitsKey = ['units'] as const;

export function unitListQuery(query: QueryInputOf<typeof listUnits>) {
  return queryOptions({
    queryKey: [...unitsKey, 'list', query],
    queryFn: ({ signal }) => call(listUnits, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function unitQuery(id: string, batchId: string | null) {
  return queryOptions({
    queryKey: [...unitsKey, id, batchId],
    queryFn: ({ signal }) =>
      call(getUnit, { params: { id }, query: batchId ? { batchId } : {}, signal }),
  });
}

/** The unit's people, as many as a page of the register shows. */
export function peopleQuery(unitId: string, batchId: string | null) {
  const query = { unitIds: unitId, pageSize: 50, ...(batchId ? { batchId } : {}) };
  return queryOptions({
    queryKey: ['cadres', 'list', query],
    queryFn: ({ signal }) => call(listCadres, { query, signal }),
  });
}
