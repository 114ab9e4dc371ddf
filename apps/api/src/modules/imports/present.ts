import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Import, ImportProblem, listImports } from '@xuanpai/contracts/imports';
import type { Language } from '@xuanpai/contracts/text';
import type { Import as ImportRecord } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import type { Keyring } from '../../lib/keyring.ts';
import { importKinds } from './import-kinds.ts';
import { type LocatedProblem, openFindings } from './staging.ts';
import type { ImportCounts } from './store.ts';

/** Imports of before columns were remembered don't say. */
type Column = Omit<Import['columns'][number], 'samples' | 'remembered'> & { remembered?: boolean };
export type ImportSummary = ReplyOf<typeof listImports>['items'][number];

/** An import in the words of the caller's language; what somebody else remembers is not for the caller. */
export function presentImport(
  keys: Keyring,
  row: ImportRecord,
  { language, userId }: Pick<Actor, 'language' | 'userId'>,
): Import {
  const { problems, notices, samples, message } = openFindings(keys, row.id, row.findings);
  const worded = (found: LocatedProblem[]) =>
    found.map((problem) => presentProblem(problem, language));
  return {
    ...presentSummary(row),
    columns: columnsOf(row).map((column) => ({
      ...column,
      samples: samples[column.index] ?? [],
      remembered: userId === row.createdById && (column.remembered ?? false),
    })),
    fields: importKinds[row.kind].columns.map(({ field, label, required }) => ({
      field,
      label: label[language],
      required: required ?? false,
    })),
    message: message?.[language] ?? row.message,
    problems: worded(problems),
    notices: worded(notices),
  };
}

export function columnsOf(row: Pick<ImportRecord, 'columns'>): Column[] {
  return row.columns as unknown as Column[];
}

export function countsOf(row: Pick<ImportRecord, 'counts'>): ImportCounts {
  return row.counts as unknown as ImportCounts;
}

export function presentProblem(
  { row, name, column, field, code, message, basis, remedy }: LocatedProblem,
  language: Language,
): ImportProblem {
  const words = { message: message[language], remedy: remedy?.[language] ?? null };
  return { row, name, column, field, code, basis, ...words };
}

export function presentSummary(
  row: Omit<ImportRecord, 'fileCipher' | 'findings' | 'columns' | 'fingerprint'>,
): ImportSummary {
  return {
    id: row.id,
    status: row.status,
    kind: row.kind,
    batchId: row.batchId,
    filename: row.filename,
    fileSize: row.fileSize,
    sheet: row.sheet,
    headingRow: row.headingRow,
    counts: countsOf(row),
    message: row.message,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    committedAt: row.committedAt?.toISOString() ?? null,
    version: row.version,
  };
}
