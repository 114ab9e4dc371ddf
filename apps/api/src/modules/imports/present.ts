import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Import, ImportProblem, listImports } from '@xuanpai/contracts/imports';
import type { Language } from '@xuanpai/contracts/text';
import type { Import as ImportRecord, ImportRun } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import type { Keyring } from '../../lib/keyring.ts';
import { importKinds } from './import-kinds.ts';
import { failureWords, openFailure } from './runs/failure.ts';
import { type LocatedProblem, openFindings } from './staging.ts';
import { emptyCounts, type ImportCounts } from './store.ts';

/** Imports of before columns were remembered don't say. */
type Column = Omit<Import['columns'][number], 'samples' | 'remembered'> & { remembered?: boolean };
export type ImportSummary = ReplyOf<typeof listImports>['items'][number];

/** An import without its file and what a commit holds it to, with what is being done with it. */
export type ReadImport = Omit<ImportRecord, 'fileCipher' | 'fingerprint'> & ReadRun;

interface ReadRun {
  run: Omit<ImportRun, 'task'> | null;
  /** Runs that come first, while it waits. */
  ahead: number;
}

/** An import in the words of the caller's language; what somebody else remembers is not for the caller. */
export function presentImport(
  keys: Keyring,
  row: ReadImport,
  { language, userId }: Pick<Actor, 'language' | 'userId'>,
): Import {
  const {
    problems,
    notices,
    samples,
    message,
    book = null,
  } = openFindings(keys, row.id, row.findings);
  const worded = (found: LocatedProblem[]) =>
    found.map((problem) => presentProblem(problem, language));
  return {
    ...presentSummary(keys, row, language),
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
    book,
    problems: worded(problems),
    notices: worded(notices),
  };
}

export function columnsOf(row: Pick<ImportRecord, 'columns'>): Column[] {
  return row.columns as unknown as Column[];
}

export function countsOf(row: Pick<ImportRecord, 'counts'>): ImportCounts {
  return { ...emptyCounts(), ...(row.counts as Partial<ImportCounts>) };
}

export function presentProblem(
  { row, name, column, field, code, message, basis, remedy }: LocatedProblem,
  language: Language,
): ImportProblem {
  const words = { message: message[language], remedy: remedy?.[language] ?? null };
  return { row, name, column, field, code, basis, ...words };
}

export function presentSummary(
  keys: Keyring,
  row: Omit<ReadImport, 'findings' | 'columns'>,
  language: Language,
): ImportSummary {
  const failure = openFailure(keys, row.id, row.failure);
  return {
    id: row.id,
    status: statusOf(row),
    kind: row.kind,
    batchId: row.batchId,
    filename: row.filename,
    fileSize: row.fileSize,
    sheet: row.sheet,
    headingRow: row.headingRow,
    counts: countsOf(row),
    progress: progressOf(row),
    failure: failure && failureWords(failure, language),
    message: row.message,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    committedAt: row.committedAt?.toISOString() ?? null,
    version: row.version,
  };
}

/** While something is being done with an import, that is what it is. */
function statusOf({ status, run }: Pick<ReadImport, 'status' | 'run'>): Import['status'] {
  if (!run) return status;
  return run.work === 'commit' ? 'committing' : 'reading';
}

function progressOf({ run, ahead }: ReadRun): Import['progress'] {
  return run && { step: run.step, done: run.done, total: run.total, ahead };
}
