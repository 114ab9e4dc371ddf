import { queryOptions } from '@tanstack/react-query';
import { listEvaluations } from '@xuanpai/contracts/evaluations';
import type { LetterKind } from '@xuanpai/contracts/letter-kinds';
import { listLetterTemplates } from '@xuanpai/contracts/letter-templates';
import { listLetters, previewLetter } from '@xuanpai/contracts/letters';
import { call } from '../../lib/api.ts';
import { fileOf } from '../../lib/download.ts';

/** A kind of letters; of those about grades, their round. */
export interface LettersOf {
  kind: LetterKind;
  roundId?: string;
}

export function lettersQuery(batchId: string, of: LettersOf) {
  return queryOptions({
    queryKey: ['letters', batchId, of],
    queryFn: ({ signal }) => call(listLetters, { params: { id: batchId }, query: of, signal }),
  });
}

/** The rounds that letters about grades may be of, the newest first. */
export function roundsQuery(batchId: string) {
  return queryOptions({
    queryKey: ['evaluations', 'rounds', 'letters', batchId],
    queryFn: ({ signal }) => call(listEvaluations, { query: { batchId }, signal }),
    select: ({ items }) => items.filter(({ status }) => status !== 'draft'),
  });
}

export const templatesQuery = queryOptions({
  queryKey: ['letters', 'templates'],
  queryFn: ({ signal }) => call(listLetterTemplates, { signal }),
});

/** The letter as a .docx; made anew after whatever changes letters. */
export function previewQuery(batchId: string, of: LettersOf, subjectId: string, date: string) {
  return queryOptions({
    queryKey: ['letters', batchId, of, 'preview', subjectId, date],
    queryFn: ({ signal }) =>
      fileOf(previewLetter, { params: { id: batchId }, query: { ...of, subjectId, date } }, signal),
  });
}
