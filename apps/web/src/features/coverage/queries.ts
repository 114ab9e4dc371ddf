import { queryOptions } from '@tanstack/react-query';
import { getCoverage, listBatchVillages } from '@xuanpai/contracts/coverage';
import { call } from '../../lib/api.ts';

/** The coverage of a batch; on another day than today by who is posted then. */
export function coverageQuery(batchId: string, on: string | null) {
  return queryOptions({
    queryKey: ['coverage', batchId, on],
    queryFn: ({ signal }) =>
      call(getCoverage, { params: { id: batchId }, query: on ? { on } : {}, signal }),
  });
}

export function batchVillagesQuery(batchId: string) {
  return queryOptions({
    queryKey: ['coverage', batchId, 'villages'],
    queryFn: ({ signal }) => call(listBatchVillages, { params: { id: batchId }, signal }),
  });
}
