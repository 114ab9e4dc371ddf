import { queryOptions } from '@tanstack/react-query';
import {
  explainCadre,
  explainVillage,
  listAlternatives,
  listWaysToFill,
} from '@xuanpai/contracts/plan-explanation';
import { call } from '../../../lib/api.ts';
import { plansKey } from '../queries.ts';

/** Of one version of the plan: an edit changes every reason. */
const keyOf = (id: string, version: number, ...rest: string[]) =>
  [...plansKey, id, 'explanation', version, ...rest] as const;
const staleTime = Number.POSITIVE_INFINITY;

export function villageQuery(id: string, version: number, villageId: string) {
  return queryOptions({
    queryKey: keyOf(id, version, 'village', villageId),
    queryFn: ({ signal }) => call(explainVillage, { params: { id, villageId }, signal }),
    staleTime,
  });
}

export function alternativesQuery(id: string, version: number, villageId: string) {
  return queryOptions({
    queryKey: keyOf(id, version, 'alternatives', villageId),
    queryFn: ({ signal }) => call(listAlternatives, { params: { id, villageId }, signal }),
    staleTime,
  });
}

export function cadreQuery(id: string, version: number, cadreId: string) {
  return queryOptions({
    queryKey: keyOf(id, version, 'cadre', cadreId),
    queryFn: ({ signal }) => call(explainCadre, { params: { id, cadreId }, signal }),
    staleTime,
  });
}

export function waysQuery(id: string, version: number, placeId: string) {
  return queryOptions({
    queryKey: keyOf(id, version, 'ways', placeId),
    queryFn: ({ signal }) => call(listWaysToFill, { params: { id, placeId }, signal }),
    staleTime,
  });
}
