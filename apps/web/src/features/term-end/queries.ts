import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { getBatchClosing } from '@xuanpai/contracts/batch-closing';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { listTermEnds } from '@xuanpai/contracts/term-ends';
import { listTermUnits } from '@xuanpai/contracts/term-units';
import { call } from '../../lib/api.ts';

export function termEndListQuery(query: QueryInputOf<typeof listTermEnds>) {
  return queryOptions({
    queryKey: ['termEnds', 'list', query],
    queryFn: ({ signal }) => call(listTermEnds, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function termUnitListQuery(batchId: string) {
  return queryOptions({
    queryKey: ['termEnds', 'units', batchId],
    queryFn: ({ signal }) => call(listTermUnits, { query: { batchId }, signal }),
  });
}

export function closingQuery(id: string) {
  return queryOptions({
    queryKey: ['termEnds', 'closing', id],
    queryFn: ({ signal }) => call(getBatchClosing, { params: { id }, signal }),
  });
}

/** Staying moves the post’s last day, and the closing follows from all of it. */
export function forgetTermEnds(client: QueryClient): Promise<unknown> {
  const touched = ['termEnds', 'assignments', 'batches', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
