import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { getEvaluationPerson, listEvaluationPeople } from '@xuanpai/contracts/evaluation-people';
import {
  getEvaluationFairness,
  listEvaluationTeams,
  listEvaluatorTies,
} from '@xuanpai/contracts/evaluation-teams';
import { getEvaluation, listEvaluations, previewEvaluation } from '@xuanpai/contracts/evaluations';
import { listLetterTemplates } from '@xuanpai/contracts/letter-templates';
import { call } from '../../lib/api.ts';

const key = 'evaluations';

export function roundsQuery(query: QueryInputOf<typeof listEvaluations>) {
  return queryOptions({
    queryKey: [key, 'rounds', query],
    queryFn: ({ signal }) => call(listEvaluations, { query, signal }),
  });
}

export function roundQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'round', id],
    queryFn: ({ signal }) => call(getEvaluation, { params: { id }, signal }),
  });
}

export function previewQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'round', id, 'preview'],
    queryFn: ({ signal }) => call(previewEvaluation, { params: { id }, signal }),
  });
}

export function peopleQuery(id: string, query: QueryInputOf<typeof listEvaluationPeople>) {
  return queryOptions({
    queryKey: [key, 'round', id, 'people', query],
    queryFn: ({ signal }) => call(listEvaluationPeople, { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'person', id],
    queryFn: ({ signal }) => call(getEvaluationPerson, { params: { id }, signal }),
  });
}

export function teamsQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'round', id, 'teams'],
    queryFn: ({ signal }) => call(listEvaluationTeams, { params: { id }, signal }),
  });
}

export function fairnessQuery(id: string) {
  return queryOptions({
    queryKey: [key, 'round', id, 'fairness'],
    queryFn: ({ signal }) => call(getEvaluationFairness, { params: { id }, signal }),
  });
}

/** The versions of the letters' templates that a round may choose. */
export const templatesQuery = queryOptions({
  queryKey: ['letters', 'templates'],
  queryFn: ({ signal }) => call(listLetterTemplates, { signal }),
});

export const tiesQuery = queryOptions({
  queryKey: [key, 'ties'],
  queryFn: ({ signal }) => call(listEvaluatorTies, { query: {}, signal }),
});

export function forgetEvaluations(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [key] });
}
