import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { getBenefit, listBenefits } from '@xuanpai/contracts/benefits';
import { getCadre } from '@xuanpai/contracts/cadres';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { listTownshipBenefits } from '@xuanpai/contracts/township-benefits';
import { getUnit } from '@xuanpai/contracts/units';
import { getWorkExpenses, listWorkExpenses } from '@xuanpai/contracts/work-expenses';
import { call } from '../../lib/api.ts';

export function benefitListQuery(query: QueryInputOf<typeof listBenefits>) {
  return queryOptions({
    queryKey: ['benefits', 'list', query],
    queryFn: ({ signal }) => call(listBenefits, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function benefitQuery(cadreId: string) {
  return queryOptions({
    queryKey: ['benefits', 'one', cadreId],
    queryFn: ({ signal }) => call(getBenefit, { params: { cadreId }, signal }),
  });
}

export function expenseListQuery(query: QueryInputOf<typeof listWorkExpenses>) {
  return queryOptions({
    queryKey: ['benefits', 'expenses', query],
    queryFn: ({ signal }) => call(listWorkExpenses, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function expenseQuery(unitId: string, query: QueryInputOf<typeof getWorkExpenses>) {
  return queryOptions({
    queryKey: ['benefits', 'account', unitId, query],
    queryFn: ({ signal }) => call(getWorkExpenses, { params: { unitId }, query, signal }),
  });
}

export function townshipBenefitListQuery(query: QueryInputOf<typeof listTownshipBenefits>) {
  return queryOptions({
    queryKey: ['benefits', 'townships', query],
    queryFn: ({ signal }) => call(listTownshipBenefits, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The name for the tabs of a cadre's page. */
export function cadreNameQuery(id: string) {
  return queryOptions({
    queryKey: ['cadres', 'name', id],
    queryFn: ({ signal }) => call(getCadre, { params: { id }, query: {}, signal }),
  });
}

export function unitNameQuery(id: string) {
  return queryOptions({
    queryKey: ['units', 'name', id],
    queryFn: ({ signal }) => call(getUnit, { params: { id }, query: {}, signal }),
  });
}

export function forgetBenefits(client: QueryClient): Promise<unknown> {
  const touched = ['benefits', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
