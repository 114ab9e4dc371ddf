import { createHash } from 'node:crypto';
import type { ImportKind } from '@xuanpai/contracts/imports';
import { type RowProblem, rowProblem } from '@xuanpai/domain/imports/row-problem';
import type { Actor } from '../../lib/actor.ts';
import { type ColumnChoices, recallColumns } from './column-memory.ts';
import { maskedValue } from './examined-row.ts';
import { type FoundTable, headingsByField, rowsByField } from './find-table.ts';
import { located, sheetFindings } from './findings.ts';
import { type Fingerprint, policyDigest, readCounters } from './fingerprint.ts';
import { batchFor, importContext } from './import-context.ts';
import type { CellEdit, ExaminedRow, Examiner, SheetChoice, TableRow } from './import-kind.ts';
import { importKinds } from './import-kinds.ts';
import { readTable } from './read-table.ts';
import type { Steps } from './runs/steps.ts';
import type { WorkDeps } from './runs/work-deps.ts';
import type { Findings, LocatedProblem } from './staging.ts';

/** What is to be read, and as what. */
export interface ImportSource {
  /** Null: what the headings say. */
  kind: ImportKind | null;
  batchId: string | null;
  filename: string;
  /** Handed over to the thread that reads them. */
  bytes: Uint8Array;
  /** What columns are taken for, where somebody decided; null: what this person chose an earlier time. */
  mapping: ColumnChoices | null;
  actor: Actor;
  edits: readonly CellEdit[];
  choices: readonly SheetChoice[];
}

/** A row that was judged, with what was found at its place. */
export interface PreviewRow extends ExaminedRow<unknown> {
  problems: LocatedProblem[];
  notices: LocatedProblem[];
  edited: string[];
}

/** A file that was read and looked over; its rows are judged as they are asked for. */
export interface Preview {
  kind: ImportKind;
  batchId: string | null;
  table: FoundTable;
  /** Columns that were taken for what they were an earlier time. */
  remembered: ReadonlySet<number>;
  /** About the sheet. */
  findings: Findings;
  fingerprint: Omit<Fingerprint, 'touched'>;
  chunks(): AsyncGenerator<PreviewRow[]>;
}

/** Rows that are judged, sealed and written at a time. */
export const chunkSize = 500;

/**
 * Reads a file and says what it would do; writes nothing. The registers are read outside the
 * transaction that keeps the preview: one chunk is written while the next one is judged. Throws
 * `fileRefused` with the reason.
 */
export async function previewOf(
  deps: WorkDeps,
  source: ImportSource,
  steps: Steps,
): Promise<Preview> {
  const client = deps.db.prisma;
  steps.at('reading', 0, 0);
  const sha256 = createHash('sha256').update(source.bytes).digest('hex');
  const { kind, rather, table: found, dateSystem } = await readTable(deps, source);
  const { columns, registers, open } = importKinds[kind];
  const recalled = source.mapping
    ? null
    : await recallColumns(client, source.actor.userId, kind, found.headings);
  const table = remapped(found, source.mapping ?? recalled ?? new Map());
  const headings = headingsByField(table);
  const rows = rowsByField(table, source.edits);
  steps.at('checking', 0, rows.count);
  const counters = await readCounters(client, registers);
  const batchId = await batchFor(client, kind, source.batchId);
  const context = {
    ...(await importContext(deps, client, source.actor, batchId)),
    dateSystem,
    headings,
  };
  const { filename, choices } = source;
  const file = { filename, choices, sheets: table.sheets ?? [] };
  const missing = columns.filter(({ field, required }) => required && !headings.has(field));
  const examiner =
    missing.length > 0 ? unreadable(missing.map(columnMissing)) : await open(context, rows, file);
  const edited = editedFields(source.edits);
  return {
    kind,
    batchId,
    table,
    remembered: new Set(recalled?.keys()),
    findings: {
      ...sheetFindings(table, headings, examiner, rather),
      edits: [...source.edits],
      choices: [...choices],
    },
    fingerprint: {
      counters,
      policy: await policyDigest(client, batchId),
      sha256,
    },
    async *chunks() {
      for (let from = 0; from < rows.count; from += chunkSize) {
        steps.at('checking', from, rows.count);
        const judged = await examiner.examine(rows.slice(from, from + chunkSize));
        yield judged.map((row) => ({
          ...row,
          problems: row.problems.map(located(headings, row)),
          notices: row.notices.map(located(headings, row)),
          edited: edited.get(row.row) ?? [],
        }));
      }
    },
  };
}

function remapped(table: FoundTable, mapping: ColumnChoices): FoundTable {
  const chosen = new Set(mapping.values());
  const fields = table.headings.map((_, index) => {
    const field = mapping.get(index);
    if (field !== undefined) return field;
    const found = table.fields[index] ?? null;
    return found !== null && chosen.has(found) ? null : found;
  });
  return { ...table, fields };
}

function editedFields(edits: readonly CellEdit[]): Map<number, string[]> {
  const fields = new Map<number, string[]>();
  for (const { row, field } of edits) fields.set(row, [...(fields.get(row) ?? []), field]);
  return fields;
}

/** Without the column that rows are matched by, none can be judged. */
function unreadable(problems: RowProblem[]): Examiner<unknown> {
  return { problems, notices: [], examine: async (rows) => rows.map(unread) };
}

function unread({ row, cells }: TableRow): ExaminedRow<unknown> {
  const values = [...cells].map(([field, { text }]) => [field, maskedValue(field, text)]);
  return {
    row,
    state: 'wrong',
    record: null,
    values: Object.fromEntries(values),
    changes: [],
    problems: [],
    notices: [],
    touched: [],
  };
}

function columnMissing({ field, label }: { field: string; label: RowProblem['message'] }) {
  return rowProblem(
    field,
    'columnMissing',
    { zh: `没有找到“${label.zh}”列。`, en: `There is no column “${label.en}”.` },
    { zh: '请在“列的对应”中指定是哪一列。', en: 'Say which column it is.' },
  );
}
