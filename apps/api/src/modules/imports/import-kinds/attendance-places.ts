import type { Month } from '@xuanpai/contracts/attendance';
import type { ImportSheet } from '@xuanpai/contracts/import-books';
import type { Text } from '@xuanpai/contracts/text';
import { monthOf } from '@xuanpai/domain/attendance/month';
import { dayOfHeading } from '@xuanpai/domain/imports/attendance-heading';
import { monthOfSheet, saidMonth, townshipOfSheet } from '@xuanpai/domain/imports/attendance-title';
import { type RowProblem, rowProblem } from '@xuanpai/domain/imports/row-problem';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import type { BookSheet } from '../find-table.ts';
import type { ImportContext, OpenedFile } from '../import-kind.ts';

export interface Township {
  id: string;
  name: string;
}

/** A sheet with whose it is and of which month; what isn't known is a problem, and nothing is read. */
export interface PlacedSheet extends ImportSheet {
  place: { township: Township; month: Month } | null;
  problem: RowProblem | null;
}

/** Takes each sheet for a township's month: as somebody chose, else as it says itself. */
export async function placedSheets(
  { client, actor, today }: ImportContext,
  { sheets, filename, choices }: OpenedFile,
): Promise<{ own: Township[]; sheets: PlacedSheet[] }> {
  const scope = scopeFor(actor, 'attendance.write', 'sheets');
  const select = { id: true, name: true };
  const orderBy = { code: 'asc' as const };
  const level = 'township' as const;
  const all = await client.region.findMany({ where: { level }, select, orderBy });
  const own = await client.region.findMany({
    where: { AND: [{ level }, scopeWhere(scope, 'sheets')] },
    select,
    orderBy,
  });
  const otherYear = yearOf(sheets);
  const placed = sheets.map((sheet, index) => {
    const choice = choices.find((one) => one.index === index);
    const said = {
      ...sheet,
      sheetName: sheet.name,
      filename,
      heading: headingMonth(sheet),
      otherYear,
    };
    const found = monthOfSheet(said);
    const month = (choice?.month as Month | null | undefined) ?? found.month;
    const township =
      own.find(({ id }) => id === choice?.townshipId) ??
      townshipOfSheet(said, all) ??
      (own.length === 1 ? (own[0] ?? null) : null);
    const foreign = township !== null && !own.some(({ id }) => id === township.id);
    const use = choice?.use === false ? 'leftOut' : foreign ? 'foreign' : 'read';
    const problem = use === 'read' ? problemOf(sheet.name, township, month, found, today) : null;
    return {
      index,
      name: sheet.name,
      rows: sheet.rows,
      townshipId: township?.id ?? null,
      townshipName: township?.name ?? null,
      month,
      chosen: choice !== undefined && (choice.month !== null || choice.townshipId !== null),
      use,
      place: use === 'read' && !problem && township && month ? { township, month } : null,
      problem,
    } satisfies PlacedSheet;
  });
  return { own, sheets: placed };
}

/** The one year that the book's sheets say. */
function yearOf(sheets: readonly BookSheet[]): number | null {
  const years = sheets.flatMap(
    ({ title, name }) => saidMonth(title).year ?? saidMonth(name).year ?? [],
  );
  const [year, other] = [...new Set(years)];
  return other === undefined ? (year ?? null) : null;
}

function headingMonth({ headings }: BookSheet) {
  const dated = headings.map(dayOfHeading).find((day) => day !== null && day.month !== null);
  return dated ? { year: dated.year, month: dated.month } : null;
}

function problemOf(
  name: string,
  township: Township | null,
  month: Month | null,
  found: ReturnType<typeof monthOfSheet>,
  today: ImportContext['today'],
): RowProblem | null {
  const choose = { zh: '请在“表”中选定。', en: 'Choose it under “Sheets”.' };
  const said = (code: string, zh: string, en: string, remedy: Text = choose) =>
    rowProblem(null, code, { zh: `表“${name}”：${zh}`, en: `Sheet “${name}”: ${en}` }, remedy);
  if (month === null && found.unclear === 'differs') {
    const [title, tab] = found.said;
    return said(
      'monthDiffers',
      `一处写${title}月，一处写${tab}月。`,
      `it says month ${title} in one place and ${tab} in another.`,
    );
  }
  if (month === null) return said('monthUnknown', '没有写明年月。', 'no year and month are given.');
  if (month > monthOf(today)) {
    return said('monthToCome', '这个月还没有到。', 'this month is still to come.');
  }
  if (!township) return said('townshipUnknown', '没有写明镇街。', 'no township is given.');
  return null;
}
