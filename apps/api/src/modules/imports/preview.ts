import type { ImportKind } from '@xuanpai/contracts/imports';
import { type RowProblem, rowProblem } from '@xuanpai/domain/imports/row-problem';
import type { Deps } from '../../lib/deps.ts';
import { type ColumnChoices, recallColumns } from './column-memory.ts';
import { maskedValue } from './examined-row.ts';
import { type FoundTable, headingsByField, rowsByField } from './find-table.ts';
import { findingsOf } from './findings.ts';
import { type Fingerprint, readCounters } from './fingerprint.ts';
import { batchFor, importContext } from './import-context.ts';
import type { CellEdit, ExaminedRow, TableRow } from './import-kind.ts';
import { importKinds } from './import-kinds.ts';
import { readTable } from './read-table.ts';
import type { Findings } from './staging.ts';

/** What is to be read, and as what. */
export interface ImportSource {
  /** Null: what the headings say. */
  kind: ImportKind | null;
  batchId: string | null;
  filename: string;
  bytes: Uint8Array;
  /** What columns are taken for, where somebody decided; null: what this person chose an earlier time. */
  mapping: ColumnChoices | null;
  userId: string | null;
  edits: readonly CellEdit[];
}

export interface Preview {
  kind: ImportKind;
  batchId: string | null;
  table: FoundTable;
  /** Columns that were taken for what they were an earlier time. */
  remembered: ReadonlySet<number>;
  rows: (ExaminedRow<unknown> & { edited: string[] })[];
  findings: Findings;
  fingerprint: Fingerprint;
}

/** Reads a file and says what it would do; writes nothing. Throws `fileRefused` with the reason. */
export async function previewOf(deps: Deps, source: ImportSource): Promise<Preview> {
  const { prisma } = deps.db;
  const { kind, rather, table: found, dateSystem } = await readTable(deps, source);
  const { columns, registers, examine } = importKinds[kind];
  const recalled = source.mapping
    ? null
    : await recallColumns(prisma, source.userId, kind, found.headings);
  const table = remapped(found, source.mapping ?? recalled ?? new Map());
  const headings = headingsByField(table);
  const rows = edited(rowsByField(table), source.edits);
  const counters = await readCounters(prisma, registers);
  const batchId = await batchFor(prisma, kind, source.batchId);
  const context = { ...(await importContext(deps, prisma, batchId)), dateSystem, headings };
  const missing = columns.filter(({ field, required }) => required && !headings.has(field));
  const examined =
    missing.length > 0
      ? { rows: rows.map(unread), problems: missing.map(columnMissing), notices: [] }
      : await examine(context, rows);
  return {
    kind,
    batchId,
    table,
    remembered: new Set(recalled?.keys()),
    rows: examined.rows.map((row) => ({ ...row, edited: editedFields(row.row, source.edits) })),
    findings: { ...findingsOf(table, headings, examined, rather), edits: [...source.edits] },
    fingerprint: { counters, touched: examined.rows.flatMap(({ touched }) => touched) },
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

function edited(rows: TableRow[], edits: readonly CellEdit[]): TableRow[] {
  return rows.map(({ row, cells }) => {
    const own = edits.filter((edit) => edit.row === row && cells.has(edit.field));
    const typed = own.map(({ field, text }) => [field, { text, kind: 'text' as const }] as const);
    return { row, cells: new Map([...cells, ...typed]) };
  });
}

function editedFields(row: number, edits: readonly CellEdit[]): string[] {
  return edits.filter((edit) => edit.row === row).map(({ field }) => field);
}

/** Without the column that rows are matched by, none can be judged. */
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
