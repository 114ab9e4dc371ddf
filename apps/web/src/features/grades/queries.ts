import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { listStepPeople } from '@xuanpai/contracts/evaluation-steps';
import type { EvaluationKind } from '@xuanpai/contracts/evaluation-words';
import {
  getCadreGrades,
  getPersonSteps,
  listFeedback,
  listGradeCases,
} from '@xuanpai/contracts/grade-cases';
import { listNotices } from '@xuanpai/contracts/grade-notices';
import { call } from '../../lib/api.ts';

const params = (id: string) => ({ params: { id } });

export function stepsQuery(roundId: string) {
  return queryOptions({
    queryKey: ['grades', 'steps', roundId],
    queryFn: ({ signal }) => call(listStepPeople, { ...params(roundId), signal }),
  });
}

export function personStepsQuery(id: string) {
  return queryOptions({
    queryKey: ['grades', 'person', id],
    queryFn: ({ signal }) => call(getPersonSteps, { ...params(id), signal }),
  });
}

export function noticesQuery(roundId: string) {
  return queryOptions({
    queryKey: ['grades', 'notices', roundId],
    queryFn: ({ signal }) => call(listNotices, { ...params(roundId), signal }),
  });
}

export function casesQuery(roundId: string) {
  return queryOptions({
    queryKey: ['grades', 'cases', roundId],
    queryFn: ({ signal }) => call(listGradeCases, { ...params(roundId), signal }),
  });
}

export function feedbackQuery() {
  return queryOptions({
    queryKey: ['grades', 'feedback'],
    queryFn: ({ signal }) => call(listFeedback, { query: {}, signal }),
  });
}

export function cadreGradesQuery(cadreId: string) {
  return queryOptions({
    queryKey: ['grades', 'cadre', cadreId],
    queryFn: ({ signal }) => call(getCadreGrades, { ...params(cadreId), signal }),
  });
}

/** The kind of a round in the address. */
export function roundKindOf(kind: string | undefined): EvaluationKind {
  return kind === 'term' ? 'term' : 'annual';
}

/** What a step makes stale: everything about grades, and what else shows them. */
export function forgetGrades(client: QueryClient): Promise<unknown> {
  const touched = ['grades', 'evaluations', 'benefits', 'letters', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
