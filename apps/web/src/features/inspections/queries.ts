import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { listAssignments } from '@xuanpai/contracts/assignments';
import type { BodyInputOf, QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getFieldComparison } from '@xuanpai/contracts/field-comparisons';
import { getIssue, listIssues } from '@xuanpai/contracts/inspection-findings';
import { getInspection, listInspections } from '@xuanpai/contracts/inspections';
import { listLeaders } from '@xuanpai/contracts/leader-links';
import { listOrganisation } from '@xuanpai/contracts/organisation';
import { countDrawable, getDraw, listDraws, verifyDraw } from '@xuanpai/contracts/village-draws';
import { getVillageState, listElections } from '@xuanpai/contracts/village-state';
import { getVillage } from '@xuanpai/contracts/villages';
import { call } from '../../lib/api.ts';
import type { SeenDay } from '../../lib/known.ts';

const key = 'inspections';

export function issueListQuery(query: QueryInputOf<typeof listIssues>) {
  return queryOptions({
    queryKey: [key, 'findings', query],
    queryFn: ({ signal }) => call(listIssues, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function issueQuery(id: string, seen: SeenDay) {
  return queryOptions({
    queryKey: [key, 'finding', id, seen],
    queryFn: ({ signal }) => call(getIssue, { params: { id }, query: seen, signal }),
  });
}

export function inspectionListQuery(query: QueryInputOf<typeof listInspections>) {
  return queryOptions({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(listInspections, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function inspectionQuery(id: string, seen: SeenDay) {
  return queryOptions({
    queryKey: [key, 'one', id, seen],
    queryFn: ({ signal }) => call(getInspection, { params: { id }, query: seen, signal }),
  });
}

export function drawListQuery(query: QueryInputOf<typeof listDraws>) {
  return queryOptions({
    queryKey: [key, 'draws', query],
    queryFn: ({ signal }) => call(listDraws, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function drawQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'draw', id],
    queryFn: ({ signal }) => call(getDraw, { params: { id }, signal }),
  });
}

export function verificationQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'draw', id, 'verification'],
    queryFn: ({ signal }) => call(verifyDraw, { params: { id }, signal }),
    gcTime: 0,
  });
}

export function populationQuery(body: BodyInputOf<typeof countDrawable>) {
  return queryOptions({
    queryKey: [key, 'population', body],
    queryFn: ({ signal }) => call(countDrawable, { body, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The units that have or had somebody posted in a village. */
export function unitsOfVillageQuery(villageId: string) {
  return queryOptions({
    queryKey: ['assignments', 'unitsOf', villageId],
    queryFn: async ({ signal }) => {
      const query = { villageIds: villageId, pageSize: 200 };
      const { items } = await call(listAssignments, { query, signal });
      return [...new Map(items.map(({ unitId, unitName }) => [unitId, unitName]))].map(
        ([value, label]) => ({ value, label }),
      );
    },
  });
}

export function villageNameQuery(id: string) {
  return queryOptions({
    queryKey: ['villages', id, 'name'],
    queryFn: async ({ signal }) => {
      const { name } = await call(getVillage, { params: { id }, query: {}, signal });
      return { id, name };
    },
  });
}

export function villageStateQuery(id: string, seen: SeenDay) {
  return queryOptions({
    queryKey: [key, 'village', id, seen],
    queryFn: ({ signal }) => call(getVillageState, { params: { id }, query: seen, signal }),
  });
}

export function electionsQuery(seen: SeenDay) {
  return queryOptions({
    queryKey: [key, 'elections', seen],
    queryFn: ({ signal }) => call(listElections, { query: seen, signal }),
  });
}

export function leadersQuery(seen: SeenDay) {
  return queryOptions({
    queryKey: [key, 'leaders', seen],
    queryFn: ({ signal }) => call(listLeaders, { query: seen, signal }),
  });
}

export function comparisonQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'comparison', id],
    queryFn: ({ signal }) => call(getFieldComparison, { params: { id }, signal }),
  });
}

export function organisationQuery(year: number) {
  return queryOptions({
    queryKey: [key, 'organisation', year],
    queryFn: ({ signal }) => call(listOrganisation, { query: { year }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What an act makes stale: lists, pages and what waits. */
export function forgetInspections(client: QueryClient): Promise<unknown> {
  return Promise.all([key, 'home'].map((one) => client.invalidateQueries({ queryKey: [one] })));
}
