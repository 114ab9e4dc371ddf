import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { listAssignments } from '@xuanpai/contracts/assignments';
import { listTownshipMonths } from '@xuanpai/contracts/attendance';
import { listInspections } from '@xuanpai/contracts/inspections';
import { listProjects } from '@xuanpai/contracts/projects';
import { getVillageSupport } from '@xuanpai/contracts/support';
import {
  getTargetSheets,
  listTargetEditions,
  listTargetPeriods,
} from '@xuanpai/contracts/target-reports';
import { listTargetTemplates } from '@xuanpai/contracts/target-templates';
import { getTargets, getVillageTargets } from '@xuanpai/contracts/targets';
import type { Known, PlainDate } from '@xuanpai/contracts/values';
import { getVillage } from '@xuanpai/contracts/villages';
import { call } from '../../lib/api.ts';
import type { SeenDay } from '../../lib/known.ts';
import { gridOf } from './values.ts';

const dayOf = (on: string) => on as PlainDate;

/** The day looked at, and for a day that is over: as it was known then or now. */
export interface Looked {
  on: string;
  known: Known;
}

export function targetGridQuery(batchId: string, { on, known }: Looked, townshipId?: string) {
  return queryOptions({
    queryKey: ['targets', 'grid', batchId, on, known, townshipId],
    queryFn: async ({ signal }) => {
      const townshipIds = townshipId ? { townshipIds: townshipId } : {};
      const query = { batchId, on: dayOf(on), known, ...townshipIds };
      return gridOf(await call(getTargets, { query, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

export function villageTargetsQuery(villageId: string, batchId: string, { on, known }: Looked) {
  return queryOptions({
    queryKey: ['targets', 'village', villageId, batchId, on, known],
    queryFn: ({ signal }) =>
      call(getVillageTargets, {
        params: { villageId },
        query: { batchId, on: dayOf(on), known },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export function targetPeriodsQuery(batchId: string) {
  return queryOptions({
    queryKey: ['targets', 'periods', batchId],
    queryFn: ({ signal }) => call(listTargetPeriods, { query: { batchId }, signal }),
  });
}

export function targetSheetsQuery(townshipId: string, period: string, batchId: string) {
  return queryOptions({
    queryKey: ['targets', 'sheets', townshipId, period, batchId],
    queryFn: ({ signal }) =>
      call(getTargetSheets, { params: { townshipId, period }, query: { batchId }, signal }),
  });
}

export function targetEditionsQuery(sheetId: string, revision: number) {
  return queryOptions({
    queryKey: ['targets', 'editions', sheetId, revision],
    queryFn: ({ signal }) => call(listTargetEditions, { params: { sheetId }, signal }),
  });
}

export const targetTemplatesQuery = queryOptions({
  queryKey: ['targets', 'templates'],
  queryFn: ({ signal }) => call(listTargetTemplates, { signal }),
});

/** The register's facts of a village, beside its aims. */
export function villageFactsQuery(id: string, batchId: string) {
  return queryOptions({
    queryKey: ['villages', id, batchId],
    queryFn: ({ signal }) => call(getVillage, { params: { id }, query: { batchId }, signal }),
  });
}

export function villagePostsQuery(villageId: string, batchId: string) {
  return queryOptions({
    queryKey: ['assignments', 'ofVillage', villageId, batchId],
    queryFn: ({ signal }) =>
      call(listAssignments, { query: { villageIds: villageId, batchId, pageSize: 50 }, signal }),
  });
}

export function villageProjectsQuery(villageId: string, on: string, known: Known) {
  return queryOptions({
    queryKey: ['support', 'projects', 'ofVillage', villageId, on, known],
    queryFn: ({ signal }) =>
      call(listProjects, {
        query: { villageIds: villageId, on: dayOf(on), known, pageSize: 50 },
        signal,
      }),
  });
}

export function townshipMonthsQuery(township: string) {
  return queryOptions({
    queryKey: ['attendance', 'township', township],
    queryFn: ({ signal }) => call(listTownshipMonths, { params: { township }, signal }),
  });
}

export function villageInspectionsQuery(villageId: string, seen: SeenDay) {
  return queryOptions({
    queryKey: ['inspections', 'ofVillage', villageId, seen],
    queryFn: ({ signal }) =>
      call(listInspections, { query: { villageIds: villageId, pageSize: 100, ...seen }, signal }),
  });
}

export function villageSupportQuery(id: string, on: string, known: Known) {
  return queryOptions({
    queryKey: ['support', 'village', id, on, known],
    queryFn: ({ signal }) =>
      call(getVillageSupport, { params: { id }, query: { on: dayOf(on), known }, signal }),
  });
}

/** What an act on targets makes stale. */
export function forgetTargets(client: QueryClient): Promise<unknown> {
  const touched = ['targets', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
