import { queryOptions } from '@tanstack/react-query';
import type { LetterKind } from '@xuanpai/contracts/letter-kinds';
import { listLetterTemplates } from '@xuanpai/contracts/letter-templates';
import { listLetters, previewLetter } from '@xuanpai/contracts/letters';
import { call } from '../../lib/api.ts';
import { fileOf } from '../../lib/download.ts';

export function lettersQuery(batchId: string, kind: LetterKind) {
  return queryOptions({
    queryKey: ['letters', batchId, kind],
    queryFn: ({ signal }) =>
      call(listLetters, { params: { id: batchId }, query: { kind }, signal }),
  });
}

export const templatesQuery = queryOptions({
  queryKey: ['letters', 'templates'],
  queryFn: ({ signal }) => call(listLetterTemplates, { signal }),
});

/** The letter as a .docx; made anew after whatever changes letters. */
export function previewQuery(batchId: string, kind: LetterKind, subjectId: string, date: string) {
  return queryOptions({
    queryKey: ['letters', batchId, kind, 'preview', subjectId, date],
    queryFn: ({ signal }) =>
      fileOf(previewLetter, { params: { id: batchId }, query: { kind, subjectId, date } }, signal),
  });
}
