import { join } from 'node:path';
import type { ImportKind } from '@xuanpai/contracts/imports';
import { type RowProblem, rowProblem } from '@xuanpai/domain/imports/row-problem';
import { maskIdNumber } from '@xuanpai/domain/office/id-number';
import type { Deps } from '../../lib/deps.ts';
import { readWorkbook } from '../../lib/sheet/read-sheet.ts';
import { maskedValue } from './examined-row.ts';
import { type FoundTable, findTable, headingsByField, rowsByField } from './find-table.ts';
import { type Fingerprint, readCounters } from './fingerprint.ts';
import { importContext } from './import-context.ts';
import type { Examined, ExaminedRow } from './import-kind.ts';
import { importKinds } from './import-kinds.ts';
import { fileRefused, refusalOf } from './refusals.ts';
import type { Findings, LocatedProblem } from './staging.ts';

/** What is to be read, and as what. */
export interface ImportSource {
  kind: ImportKind;
  batchId: string | null;
  filename: string;
  bytes: Uint8Array;
  /** Columns that somebody mapped by hand, by index; null: not imported. */
  mapping: ReadonlyMap<number, string | null>;
}

export interface Preview {
  table: FoundTable;
  rows: ExaminedRow<unknown>[];
  findings: Findings;
  fingerprint: Fingerprint;
}

/** Reads a file and says what it would do; writes nothing. Throws `fileRefused` with the reason. */
export async function previewOf(deps: Deps, source: ImportSource): Promise<Preview> {
  const { kind } = source;
  const { columns, registers, examine } = importKinds[kind];
  const workbook = await readWorkbook(source.bytes, source.filename, {
    workerFile: join(deps.settings.workers, 'sheet-worker.js'),
  }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const found = findTable(workbook, columns);
  if (!found) throw fileRefused('noHeadings');
  const table = remapped(found, source.mapping);
  const counters = await readCounters(deps.db.prisma, registers);
  const context = await importContext(deps, deps.db.prisma, source);
  const headings = headingsByField(table);
  const missing = columns.filter(({ field, required }) => required && !headings.has(field));
  const examined = await examine(
    { ...context, dateSystem: workbook.dateSystem, headings },
    missing.length > 0 ? [] : rowsByField(table),
  );
  const rows = missing.length > 0 ? unread(table) : examined.rows;
  const sheetProblems = [
    ...examined.problems,
    ...missing.map(({ field, label }) => columnMissing(field, label)),
  ];
  return {
    table,
    rows,
    findings: findingsOf(table, headings, { ...examined, rows, problems: sheetProblems }),
    fingerprint: { counters, touched: rows.flatMap(({ touched }) => touched) },
  };
}

function remapped(table: FoundTable, mapping: ReadonlyMap<number, string | null>): FoundTable {
  if (mapping.size === 0) return table;
  const chosen = new Set(mapping.values());
  const fields = table.headings.map((_, index) => {
    const field = mapping.get(index);
    if (field !== undefined) return field;
    const found = table.fields[index] ?? null;
    return found !== null && chosen.has(found) ? null : found;
  });
  return { ...table, fields };
}

/** Without the column that rows are matched by, none can be judged. */
function unread(table: FoundTable): ExaminedRow<unknown>[] {
  return rowsByField(table).map(({ row, cells }) => ({
    row,
    state: 'wrong',
    record: null,
    values: Object.fromEntries(
      [...cells].map(([field, { text }]) => [field, maskedValue(field, text)]),
    ),
    changes: [],
    problems: [],
    notices: [],
    touched: [],
  }));
}

function columnMissing(field: string, label: { zh: string; en: string }): RowProblem {
  return rowProblem(
    field,
    'columnMissing',
    { zh: `没有找到“${label.zh}”列。`, en: `There is no column “${label.en}”.` },
    { zh: '请在左侧指定是哪一列。', en: 'Say on the left which column it is.' },
  );
}

function findingsOf(
  table: FoundTable,
  headings: ReadonlyMap<string, string>,
  { rows, problems, notices }: Examined<unknown>,
): Findings {
  const located =
    (row: number) =>
    (problem: RowProblem): LocatedProblem => ({
      ...problem,
      row,
      column: headings.get(problem.field ?? '') ?? '',
    });
  const atHeading = located(table.headingRow);
  return {
    problems: [
      ...problems.map(atHeading),
      ...rows.flatMap((row) => row.problems.map(located(row.row))),
    ],
    notices: [
      ...notices.map(atHeading),
      ...rows.flatMap((row) => row.notices.map(located(row.row))),
    ],
    samples: table.headings.map((_, index) => samplesOf(table, index)),
    message: null,
  };
}

/** The first three values of a column, with whatever looks like an ID number masked. */
function samplesOf({ rows, fields }: FoundTable, index: number): string[] {
  const field = fields[index] ?? '';
  return rows.slice(0, 3).map(({ cells }) => {
    const text = cells[index]?.text ?? '';
    return /\d{15}/.test(text) ? maskIdNumber(text) : maskedValue(field, text).slice(0, 40);
  });
}
