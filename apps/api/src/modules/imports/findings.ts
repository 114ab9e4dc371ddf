import type { ImportKind } from '@xuanpai/contracts/imports';
import type { Text } from '@xuanpai/contracts/text';
import type { RowProblem } from '@xuanpai/domain/imports/row-problem';
import { maskIdNumber, maskIdNumbers } from '@xuanpai/domain/office/id-number';
import { maskedValue } from './examined-row.ts';
import type { FoundTable } from './find-table.ts';
import type { ExaminedRow, Examiner } from './import-kind.ts';
import { kindNames } from './kind-names.ts';
import type { Findings, LocatedProblem } from './staging.ts';

/** Puts row and column to every problem and notice of a row. */
export function located(
  headings: ReadonlyMap<string, string>,
  { row, values }: Pick<ExaminedRow<unknown>, 'row' | 'values'>,
): (problem: RowProblem) => LocatedProblem {
  return (problem) => ({
    ...problem,
    message: masked(problem.message),
    remedy: problem.remedy && masked(problem.remedy),
    row,
    name: values.name ?? '',
    column: headings.get(problem.field ?? '') ?? '',
  });
}

/** What was found about the sheet itself stands at its headings. */
export function sheetFindings(
  table: FoundTable,
  headings: ReadonlyMap<string, string>,
  { problems, notices, message, book }: Omit<Examiner<unknown>, 'examine'>,
  rather: ImportKind | null,
): Omit<Findings, 'edits' | 'choices'> {
  const atHeading = located(headings, { row: table.headingRow, values: {} });
  return {
    problems: problems.map(atHeading),
    notices: notices.map(atHeading),
    samples: table.headings.map((_, index) => samplesOf(table, index)),
    book: book ?? null,
    layout: (table.sheets ?? []).map(({ name, columns }) => ({ name, columns })),
    message: rather ? ratherSaid(rather) : (message ?? null),
  };
}

function masked({ zh, en }: Text): Text {
  return { zh: maskIdNumbers(zh), en: maskIdNumbers(en) };
}

/** The first three values of a column, with whatever looks like an ID number masked. */
function samplesOf({ count, rowAt, fields }: FoundTable, index: number): string[] {
  const field = fields[index] ?? '';
  return Array.from({ length: Math.min(3, count) }, (_, at) => {
    const text = rowAt(at).cells[index]?.text ?? '';
    return /\d{15}/.test(text) ? maskIdNumber(text) : maskedValue(field, text).slice(0, 40);
  });
}

function ratherSaid(kind: ImportKind): Text {
  const { zh, en } = kindNames[kind];
  return {
    zh: `按表头看，这是${zh}。请换一种名册重新读取。`,
    en: `By its headings this is a ${en}: read it as that.`,
  };
}

/** The last line of a list that doesn't hold every problem. */
export function unlistedSaid(unlisted: number): Text {
  return {
    zh: `另有${unlisted}处问题没有列出。改正以上问题后重新上传，即可看到其余的。`,
    en: `${unlisted} more problems are not listed. Correct these and upload the file again to see them.`,
  };
}
