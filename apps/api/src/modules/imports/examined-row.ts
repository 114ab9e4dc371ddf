import type { RowProblem } from '@xuanpai/domain/imports/row-problem';
import { maskIdNumber, maskIdNumbers } from '@xuanpai/domain/office/id-number';
import { tidyText } from '@xuanpai/domain/office/text';
import type { ExaminedRow, FieldChange, TableRow, Touched, Values } from './import-kind.ts';

interface Findings<Record> {
  record: Record | null;
  problems: RowProblem[];
  notices: RowProblem[];
  /** What the register has; null: no such row. */
  was: Values | null;
  /** What the row brings; fields that the sheet lacks are absent. */
  is: Values;
  touched: Touched[];
}

/** Puts together what a row would do: its state, its values as they would be written, its changes. */
export function examinedRow<Record>(
  { row, cells }: TableRow,
  { record, problems, notices, was, is, touched }: Findings<Record>,
): ExaminedRow<Record> {
  const refused = new Set(problems.map(({ field }) => field));
  const written = Object.entries(is).filter(([field]) => !refused.has(field));
  const asTyped = [...cells].map(([field, cell]) => [field, tidyText(cell.text)] as const);
  const changes = was ? changesBetween(was, is).filter(({ field }) => !refused.has(field)) : [];
  return {
    row,
    state: stateOf(problems, was, changes),
    record: problems.length > 0 ? null : record,
    values: masked(Object.fromEntries([...asTyped, ...written])),
    changes: changes.map(({ field, ...both }) => ({
      field,
      was: maskedValue(field, both.was),
      is: maskedValue(field, both.is),
    })),
    problems,
    notices,
    touched,
  };
}

function stateOf(problems: RowProblem[], was: Values | null, changes: FieldChange[]) {
  if (problems.length > 0) return 'wrong';
  if (!was) return 'new';
  return changes.length > 0 ? 'changed' : 'unchanged';
}

function changesBetween(was: Values, is: Values): FieldChange[] {
  return Object.keys(is)
    .map((field) => ({ field, was: was[field] ?? '', is: is[field] ?? '' }))
    .filter((change) => change.was !== change.is);
}

/**
 * ID number, home address and health are shown masked, in previews as everywhere; an ID number also
 * where a column was taken for another.
 */
export function maskedValue(field: string, text: string): string {
  if (field === 'idNumber') return maskIdNumber(text);
  if (field === 'homeAddress' || field === 'health') return text === '' ? '' : '***';
  return maskIdNumbers(text);
}

function masked(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([field, text]) => [field, maskedValue(field, text)]),
  );
}

/** Leaves out the fields that the sheet lacks. */
export function present(values: Readonly<Record<string, string | undefined>>): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, text]) => (text === undefined ? [] : [[field, text]])),
  );
}

/** Nothing for a blank, absent where the sheet lacks the field. */
export function shown(value: string | number | null | undefined): string | undefined {
  return value === undefined ? undefined : String(value ?? '');
}
