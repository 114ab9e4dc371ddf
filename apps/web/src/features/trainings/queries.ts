import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { listTrained } from '@xuanpai/contracts/trained';
import {
  getTraining,
  listCadreTrainings,
  listTrainingCandidates,
  listTrainings,
} from '@xuanpai/contracts/trainings';
import { call } from '../../lib/api.ts';
import type { SeenDay } from '../../lib/known.ts';

export function trainingListQuery(query: QueryInputOf<typeof listTrainings>) {
  return queryOptions({
    queryKey: ['trainings', 'list', query],
    queryFn: ({ signal }) => call(listTrainings, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export const trainingKey = (id: string) => ['trainings', 'one', id] as const;

/** As it is, or as it was known on another day. */
export function trainingQuery(id: string, seen: SeenDay | null = null) {
  return queryOptions({
    queryKey: seen ? [...trainingKey(id), seen] : trainingKey(id),
    queryFn: ({ signal }) => call(getTraining, { params: { id }, query: seen ?? {}, signal }),
  });
}

export function candidatesQuery(id: string) {
  return queryOptions({
    queryKey: ['trainings', 'candidates', id],
    queryFn: ({ signal }) => call(listTrainingCandidates, { params: { id }, signal }),
  });
}

export function trainedQuery(query: QueryInputOf<typeof listTrained>) {
  return queryOptions({
    queryKey: ['trainings', 'trained', query],
    queryFn: ({ signal }) => call(listTrained, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function cadreTrainingsQuery(id: string, seen: SeenDay) {
  return queryOptions({
    queryKey: ['trainings', 'cadre', id, seen],
    queryFn: ({ signal }) => call(listCadreTrainings, { params: { id }, query: seen, signal }),
  });
}

/** What a session makes stale: it shows on the attendance sheet too. */
export function forgetTrainings(client: QueryClient): Promise<unknown> {
  const touched = ['trainings', 'attendance', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
