import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listCadres } from '@xuanpai/contracts/cadres';
import { getCoverage } from '@xuanpai/contracts/coverage';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getNomination, listNominations, type Nomination } from '@xuanpai/contracts/nominations';
import { listUnits } from '@xuanpai/contracts/units';
import { call } from '../../lib/api.ts';

const mostAPage = 200;

export type NominationQuery = QueryInputOf<typeof listNominations>;

export function nominationsQuery(batchId: string, query: NominationQuery) {
  return queryOptions({
    queryKey: ['nominations', batchId, query],
    queryFn: ({ signal }) => call(listNominations, { params: { id: batchId }, query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function nominationQuery(batchId: string, nominationId: string) {
  return queryOptions({
    queryKey: ['nominations', batchId, nominationId],
    queryFn: ({ signal }) => call(getNomination, { params: { id: batchId, nominationId }, signal }),
  });
}

/** People against places, for what a nominee's judgement means. */
export function coverageQuery(batchId: string) {
  return queryOptions({
    queryKey: ['coverage', batchId, null],
    queryFn: ({ signal }) => call(getCoverage, { params: { id: batchId }, query: {}, signal }),
  });
}

/** The units within the person's reach: those that they may name somebody of. */
export const ownUnitsQuery = queryOptions({
  queryKey: ['units', 'own'],
  queryFn: async ({ signal }) =>
    (await call(listUnits, { query: { pageSize: mostAPage }, signal })).items,
});

/** The cadres of a unit who aren't named to the batch. */
export function unnamedQuery(batchId: string, unitId: string) {
  return queryOptions({
    queryKey: ['cadres', 'unnamed', batchId, unitId],
    queryFn: async ({ signal }) => {
      const query = { batchId, unitIds: unitId, pageSize: 200 };
      const { items } = await call(listCadres, { query, signal });
      return items.filter(({ category }) => category === null);
    },
  });
}

/** Everybody of a list, whatever the pages. */
export async function fetchAll(batchId: string, query: NominationQuery): Promise<Nomination[]> {
  const found: Nomination[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await call(listNominations, {
      params: { id: batchId },
      query: { ...query, page, pageSize: mostAPage },
    });
    found.push(...items);
    if (items.length === 0 || found.length >= total) return found;
  }
}
