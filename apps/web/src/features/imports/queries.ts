import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getImport, listImportRows, listImports } from '@xuanpai/contracts/imports';
import { call } from '../../lib/api.ts';

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => call(listImports, { signal }),
});

/** Milliseconds between two looks at an import under way. */
export const betweenLooks = 500;

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => call(getImport, { params: { id }, signal }),
    // While it is read or written, how far that is.
    refetchInterval: ({ state }) => (state.data?.progress ? betweenLooks : false),
  });
}

/** A page of the rows; a new version of the preview has new rows. */
export function importRowsQuery(
  id: string,
  version: number,
  query: QueryInputOf<typeof listImportRows>,
) {
  return queryOptions({
    queryKey: ['imports', id, 'rows', version, query],
    queryFn: ({ signal }) => call(listImportRows, { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
  });
}
