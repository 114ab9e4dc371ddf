import { headingUnit } from './money.ts';
import { normalText } from './text.ts';

/** A field of the register and the names that offices give to its column. */
export interface ColumnNames<Field extends string = string> {
  field: Field;
  headings: readonly string[];
}

/** Where the headings stand in a sheet and what they mean. Indexes count from 0. */
export interface HeadingRow<Field extends string = string> {
  index: number;
  /** The first row below the headings. */
  dataStart: number;
  headings: string[];
  /** The field of each column, null where none is known. */
  fields: (Field | null)[];
  /** The fields that no column holds. */
  missing: Field[];
}

/**
 * Which field each heading stands for, by the usual names. Spaces, line breaks, full-width brackets,
 * stars and colons don't count; nor do, where nothing fits better, a year in front, and then words in
 * brackets. A field goes to one heading: of several years the latest, else the leftmost.
 */
export function matchColumns<Field extends string>(
  headings: readonly string[],
  columns: readonly ColumnNames<Field>[],
): (Field | null)[] {
  const fields: (Field | null)[] = headings.map(() => null);
  const taken = new Set<Field>();
  for (const keyOf of [headingKey, withoutYearAndUnit, withoutBrackets]) {
    const keys = headings.map(keyOf);
    for (const column of columns) {
      if (taken.has(column.field)) continue;
      const names = new Set(column.headings.map(keyOf));
      const candidates = [...keys.keys()].filter(
        (at) => fields[at] === null && keys[at] !== '' && names.has(keys[at] ?? ''),
      );
      const best = latest(candidates, headings);
      if (best === undefined) continue;
      fields[best] = column.field;
      taken.add(column.field);
    }
  }
  return fields;
}

/**
 * Finds the headings below title and notes: of the first rows the one that names most fields, or two
 * rows (姓名 over both, 学历 split below) where together they name more than any row alone.
 * Null when no row names two fields (or all, if fewer are asked for).
 */
export function findHeadingRow<Field extends string>(
  rows: readonly (readonly string[])[],
  columns: readonly ColumnNames<Field>[],
  within = 15,
): HeadingRow<Field> | null {
  const first = rows.slice(0, within);
  const oneRow = first.map((row, index) => headingRow(index, index + 1, [...row], columns));
  const twoRows = first.slice(0, -1).map((row, index) => {
    const headings = stacked(row, first[index + 1] ?? [], columns);
    return headingRow(index, index + 2, headings, columns);
  });
  const candidates = [...oneRow, ...twoRows];
  const most = Math.max(0, ...candidates.map((row) => known(row.fields)));
  if (most === 0 || most < Math.min(2, columns.length)) return null;
  return candidates.find((row) => known(row.fields) === most) ?? null;
}

function headingRow<Field extends string>(
  index: number,
  dataStart: number,
  headings: string[],
  columns: readonly ColumnNames<Field>[],
): HeadingRow<Field> {
  const fields = matchColumns(headings, columns);
  const missing = columns.map((column) => column.field).filter((field) => !fields.includes(field));
  return { index, dataStart, headings, fields, missing };
}

/** Two rows read as one: the lower heading where it names a field, else the upper. */
function stacked<Field extends string>(
  upper: readonly string[],
  lower: readonly string[],
  columns: readonly ColumnNames<Field>[],
): string[] {
  const lowerFields = matchColumns(lower, columns);
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) =>
    (lowerFields[at] ?? null) === null ? (upper[at] ?? '') : (lower[at] ?? ''),
  );
}

function known(fields: readonly (string | null)[]): number {
  return fields.filter((field) => field !== null).length;
}

function latest(candidates: readonly number[], headings: readonly string[]): number | undefined {
  const yearAt = (at: number): number => headingUnit(headings[at] ?? '').year ?? 0;
  return [...candidates].sort((left, right) => yearAt(right) - yearAt(left) || left - right)[0];
}

/** A heading as it is compared: no spaces, stars or colons, one kind of brackets, lower case. */
export function headingKey(heading: string): string {
  return normalText(heading)
    .toLowerCase()
    .replace(/[ *:]/g, '')
    .replace(/[【[]/g, '(')
    .replace(/[】\]]/g, ')');
}

function withoutYearAndUnit(heading: string): string {
  return headingKey(heading)
    .replace(/^(?:19|20)\d{2}年?度?/, '')
    .replace(/\((?:单位)?[亿万千百]?[元亩户人名个岁次天年月米](?:\/.)?\)/g, '');
}

function withoutBrackets(heading: string): string {
  return withoutYearAndUnit(heading).replace(/\([^)]*\)?/g, '');
}
