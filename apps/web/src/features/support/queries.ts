import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getEnterprise, listEnterprises } from '@xuanpai/contracts/enterprises';
import { getHelp, listHelp } from '@xuanpai/contracts/help';
import { getProject, listProjects } from '@xuanpai/contracts/projects';
import { getUnitSupport, getVillageSupport, listSupport } from '@xuanpai/contracts/support';
import type { Known, PlainDate } from '@xuanpai/contracts/values';
import { call } from '../../lib/api.ts';

export function supportListQuery(query: QueryInputOf<typeof listSupport>) {
  return queryOptions({
    queryKey: ['support', 'list', query],
    queryFn: ({ signal }) => call(listSupport, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function villageSupportQuery(id: string, on: string, known: Known = 'thatDay') {
  return queryOptions({
    queryKey: ['support', 'village', id, on, known],
    queryFn: ({ signal }) =>
      call(getVillageSupport, { params: { id }, query: { on: on as PlainDate, known }, signal }),
  });
}

export function unitSupportQuery(id: string, on: string, known: Known) {
  return queryOptions({
    queryKey: ['support', 'unit', id, on, known],
    queryFn: ({ signal }) =>
      call(getUnitSupport, { params: { id }, query: { on: on as PlainDate, known }, signal }),
  });
}

export function enterpriseListQuery(query: QueryInputOf<typeof listEnterprises>) {
  return queryOptions({
    queryKey: ['support', 'enterprises', query],
    queryFn: ({ signal }) => call(listEnterprises, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function enterpriseQuery(id: string, on: string, known: Known) {
  return queryOptions({
    queryKey: ['support', 'enterprise', id, on, known],
    queryFn: ({ signal }) =>
      call(getEnterprise, { params: { id }, query: { on: on as PlainDate, known }, signal }),
  });
}

export function projectListQuery(query: QueryInputOf<typeof listProjects>) {
  return queryOptions({
    queryKey: ['support', 'projects', query],
    queryFn: ({ signal }) => call(listProjects, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function projectQuery(id: string, on: string, known: Known) {
  return queryOptions({
    queryKey: ['support', 'project', id, on, known],
    queryFn: ({ signal }) =>
      call(getProject, { params: { id }, query: { on: on as PlainDate, known }, signal }),
  });
}

export function helpListQuery(query: QueryInputOf<typeof listHelp>) {
  return queryOptions({
    queryKey: ['support', 'help', query],
    queryFn: ({ signal }) => call(listHelp, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function helpQuery(id: string, on: string, known: Known) {
  return queryOptions({
    queryKey: ['support', 'oneHelp', id, on, known],
    queryFn: ({ signal }) =>
      call(getHelp, { params: { id }, query: { on: on as PlainDate, known }, signal }),
  });
}

/** What any write makes stale: a payment shows in the balance, the overview and the targets. */
export function forgetSupport(client: QueryClient): Promise<unknown> {
  const touched = ['support', 'targets', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
