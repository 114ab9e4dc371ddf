import type { EndpointShape, QueryInputOf } from '@xuanpai/contracts/endpoint';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { remember, remembered } from './remember.ts';
import { useSearch } from './search.ts';

export const pageSizes = [20, 50, 100, 200] as const;

type Changes = Record<string, string | readonly string[] | null>;

/** Empty values leave the address; lists are joined by commas. */
export function applyChanges(before: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    const text = value === null ? '' : typeof value === 'string' ? value : value.join(',');
    if (text === '') next.delete(name);
    else next.set(name, text);
  }
  return next;
}

/** One value in the address, `null` where absent. Setting the first one can be gone back from. */
export function useUrlValue(name: string): [string | null, (value: string | null) => void] {
  const [search, setSearch] = useSearch();
  const present = search.get(name);
  const set = useCallback(
    (value: string | null) =>
      setSearch((before) => applyChanges(before, { [name]: value }), { replace: present !== null }),
    [name, present, setSearch],
  );
  return [present, set];
}

/** Sets several values in the address at once: of two single ones in a row the second undoes the first. */
export function useSetUrlValues(): (changes: Record<string, string | null>) => void {
  const [, setSearch] = useSearch();
  return useCallback(
    (changes) => setSearch((before) => applyChanges(before, changes)),
    [setSearch],
  );
}

/** A list's endpoint: its query names the filters, the orders and the pages. */
export type ListEndpoint = EndpointShape & { query: z.ZodObject };

type FilterOf<E extends ListEndpoint> = Exclude<
  keyof QueryInputOf<E> & string,
  'page' | 'pageSize' | 'sort' | 'q'
>;

/** Page and order of a table, as it needs them. */
export interface ListPosition {
  page: number;
  pageSize: number;
  sort: string | undefined;
  setSort(sort: string | null): void;
  setPage(page: number): void;
  setPageSize(size: number): void;
}

export interface ListState<E extends ListEndpoint> extends ListPosition {
  q: string;
  /** Values as they stand in the address: several joined by commas. */
  filters: Partial<Record<FilterOf<E>, string>>;
  /** How many filters are set, the search included. */
  active: number;
  /** For the list's endpoint; add what the address doesn't hold: `{ ...list.query, batchId }`. */
  query: QueryInputOf<E> & { page: number; pageSize: number };
  /** For the export of the same: without pages. */
  exportQuery: QueryInputOf<E>;
  setFilter(name: FilterOf<E> | 'q', value: string | readonly string[] | null): void;
  clear(): void;
}

/** Not filters: where the list stands, and the day looked at with what is known of it, which is the page's. */
const positions = new Set(['page', 'pageSize', 'sort', 'on', 'known']);

/** Reads the values that the query takes; what it wouldn't take is passed over. */
export function readList(search: URLSearchParams, query: z.ZodObject, usualSize = 50) {
  const shape: Record<string, z.ZodType> = query.shape;
  const values: Record<string, string> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const value = search.get(name);
    if (positions.has(name) || !value) continue;
    if (schema.safeParse(value).success) values[name] = value;
  }
  const usualSort = shape.sort?.safeParse(undefined).data as string | undefined;
  const asked = shape.sort?.safeParse(search.get('sort') ?? undefined);
  const sort = asked?.success ? (asked.data as string) : usualSort;
  const wanted = Number(search.get('pageSize') ?? remembered('pageSize'));
  return {
    values,
    sort,
    usualSort,
    page: Math.max(1, Math.floor(Number(search.get('page'))) || 1),
    pageSize: pageSizes.find((size) => size === wanted) ?? usualSize,
  };
}

/** Filters, order and page of a list, kept in the address. A changed filter goes back to page 1. */
export function useListState<E extends ListEndpoint>(endpoint: E, usualSize = 50): ListState<E> {
  const [search, setSearch] = useSearch();
  return useMemo(() => {
    const { values, sort, usualSort, page, pageSize } = readList(search, endpoint.query, usualSize);
    const change = (changes: Changes) =>
      setSearch((before) => applyChanges(before, changes), { replace: true });
    const { q = '', ...filters } = values;
    const exportQuery = { ...values, ...(sort === undefined ? {} : { sort }) };
    return {
      page,
      pageSize,
      sort,
      q,
      filters: filters as ListState<E>['filters'],
      active: Object.keys(values).length,
      query: { ...exportQuery, page, pageSize } as ListState<E>['query'],
      exportQuery: exportQuery as QueryInputOf<E>,
      setFilter: (name, value) => change({ [name]: value, page: null }),
      setSort: (next) => change({ sort: next === usualSort ? null : next, page: null }),
      setPage: (next) => change({ page: next === 1 ? null : String(next) }),
      setPageSize: (size) => {
        remember('pageSize', String(size));
        change({ pageSize: String(size), page: null });
      },
      clear: () => {
        const names = [...Object.keys(values), 'page'];
        change(Object.fromEntries(names.map((name) => [name, null])));
      },
    };
  }, [search, setSearch, endpoint, usualSize]);
}
