import type { ImportKind } from '@xuanpai/contracts/imports';
import type { Text } from '@xuanpai/contracts/text';
import type { RowProblem } from '@xuanpai/domain/imports/row-problem';
import { maskIdNumber, maskIdNumbers } from '@xuanpai/domain/office/id-number';
import { maskedValue } from './examined-row.ts';
import type { FoundTable } from './find-table.ts';
import type { Examined, ExaminedRow } from './import-kind.ts';
import { kindNames } from './kind-names.ts';
import type { Findings, LocatedProblem } from './staging.ts';

/** Puts row and column to every problem and notice, those of the sheet at its headings. */
export function findingsOf(
  table: FoundTable,
  headings: ReadonlyMap<string, string>,
  { rows, problems, notices, message }: Examined<unknown>,
  rather: ImportKind | null,
): Omit<Findings, 'edits'> {
  const located =
    ({ row, values }: Pick<ExaminedRow<unknown>, 'row' | 'values'>) =>
    (problem: RowProblem): LocatedProblem => ({
      ...problem,
      message: masked(problem.message),
      remedy: problem.remedy && masked(problem.remedy),
      row,
      name: values.name ?? '',
      column: headings.get(problem.field ?? '') ?? '',
    });
  const atHeading = located({ row: table.headingRow, values: {} });
  return {
    problems: [
      ...problems.map(atHeading),
      ...rows.flatMap((row) => row.problems.map(located(row))),
    ],
    notices: [...notices.map(atHeading), ...rows.flatMap((row) => row.notices.map(located(row)))],
    samples: table.headings.map((_, index) => samplesOf(table, index)),
    message: rather ? ratherSaid(rather) : (message ?? null),
  };
}

function masked({ zh, en }: Text): Text {
  return { zh: maskIdNumbers(zh), en: maskIdNumbers(en) };
}

/** The first three values of a column, with whatever looks like an ID number masked. */
function samplesOf({ rows, fields }: FoundTable, index: number): string[] {
  const field = fields[index] ?? '';
  return rows.slice(0, 3).map(({ cells }) => {
    const text = cells[index]?.text ?? '';
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
