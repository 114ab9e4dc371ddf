import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { importKindSchema } from './imports.ts';

/** A register's workbook to be filled in: headings, lists to choose from, hints, and what each column means. */
export const importTemplate = endpoint({
  id: 'importTemplate',
  method: 'GET',
  path: '/api/import-templates/:kind',
  access: 'imports.write',
  tag: 'imports',
  summary: '下载空白表',
  kind: 'file',
  params: z.object({
    kind: importKindSchema.exclude([
      'attendance',
      'targets',
      'ballots',
      'trainings',
      'workExpenses',
    ]),
  }),
});
