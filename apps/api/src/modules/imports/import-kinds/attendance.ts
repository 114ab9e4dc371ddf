import type { ImportSign } from '@xuanpai/contracts/import-books';
import { rowsOfSheet } from '@xuanpai/contracts/imports';
import { type OwnSigns, signKey } from '@xuanpai/domain/attendance/read-marks';
import { attendanceColumns } from '@xuanpai/domain/imports/attendance-columns';
import { compareRow } from '@xuanpai/domain/imports/attendance-compare';
import { postsOf } from '@xuanpai/domain/imports/attendance-match';
import { readAttendanceRow } from '@xuanpai/domain/imports/attendance-row';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import { rowProblem } from '@xuanpai/domain/imports/row-problem';
import { examinedAtOnce } from '../examined-at-once.ts';
import { examinedRow } from '../examined-row.ts';
import type {
  Examined,
  ExaminedRow,
  ImportContext,
  ImportKindOf,
  OpenedFile,
  TableRow,
} from '../import-kind.ts';
import { recallSigns } from '../sign-memory.ts';
import { findAttendanceBook } from './attendance-book.ts';
import { type LoggedSheet, readLogged } from './attendance-logged.ts';
import { type PlacedSheet, placedSheets } from './attendance-places.ts';
import { applyAttendance, type StagedAttendance } from './attendance-writes.ts';

/** The townships' monthly sheets, one row a cadre, matched by name, village and unit. */
export const attendanceKind: ImportKindOf<StagedAttendance> = {
  kind: 'attendance',
  columns: attendanceColumns,
  registers: [],
  together: true,
  find: findAttendanceBook,
  open: examinedAtOnce(examine),
  apply: applyAttendance,
};

async function examine(
  context: ImportContext,
  rows: TableRow[],
  file: OpenedFile,
): Promise<Examined<StagedAttendance>> {
  const signs = await recallSigns(context.client, context.actor.userId);
  const { own, sheets } = await placedSheets(context, file);
  const examined: ExaminedRow<StagedAttendance>[] = [];
  const missing: ReturnType<typeof notInBook>[] = [];
  for (const sheet of sheets.filter(({ use }) => use === 'read')) {
    const { index, place } = sheet;
    const ofSheet = rows.filter(({ row }) => Math.floor(row / rowsOfSheet) === index);
    const logged = place && (await readLogged(context, place.township, place.month));
    const judged = logged ? judgedRows(ofSheet, logged, signs) : ofSheet.map(unplaced);
    examined.push(...judged);
    if (logged) missing.push(notInBook(sheet, logged, judged));
  }
  return {
    rows: examined,
    problems: [...sheets.flatMap(({ problem }) => problem ?? []), ...nothingRead(sheets)],
    notices: [...sheets.flatMap(foreignSheet), ...missing.flatMap((notice) => notice ?? [])],
    book: {
      sheets: sheets.map(({ place: _, problem: __, ...sheet }) => sheet),
      signs: signsIn(rows, examined, signs),
      townships: own,
    },
  };
}

function judgedRows(
  rows: readonly TableRow[],
  logged: LoggedSheet,
  signs: OwnSigns,
): ExaminedRow<StagedAttendance>[] {
  const read = rows.map((row) => {
    const { record, reader } = readAttendanceRow(row.cells, signs);
    if (record.name === '') reader.require('name', { zh: '姓名', en: 'Name' });
    const posts = record.name === '' ? [] : postsOf(record, logged, reader);
    return { row, record, reader, posts };
  });
  const doubles = doublesOf(
    read.map(({ row, posts }) => ({ row: row.row, of: posts[0]?.assignmentId ?? null })),
    'name',
    ({ of }) => of,
  );
  return read.map(({ row, record, reader, posts }) => {
    const double = doubles.get(row.row);
    if (double) reader.problems.push(double);
    const { changes, was, is } = compareRow(record, posts, logged, reader);
    const isNew = changes.length > 0 && posts.every(nothingTyped);
    return examinedRow<StagedAttendance>(row, {
      record: { township: logged.township, month: logged.month, changes },
      problems: reader.problems,
      notices: reader.notices,
      was: isNew ? null : was,
      is,
      touched: [],
    });
  });
}

function nothingTyped({ days, prefilled }: LoggedSheet['rows'][number]): boolean {
  return Object.keys(days).length === prefilled.length;
}

/** Whose the sheet is or which month isn't known: its rows can't be judged yet. */
function unplaced(row: TableRow): ExaminedRow<StagedAttendance> {
  const none = { record: null, problems: [], notices: [], was: {}, is: {}, touched: [] };
  return { ...examinedRow<StagedAttendance>(row, none), state: 'wrong' };
}

/** Signs that aren't known, and those that the person explained before, with the cells they stand in. */
function signsIn(
  rows: readonly TableRow[],
  examined: readonly ExaminedRow<StagedAttendance>[],
  own: OwnSigns,
): ImportSign[] {
  const isRead = new Set(examined.map(({ row }) => row));
  const counts = new Map<string, number>();
  const count = (sign: string) => counts.set(sign, (counts.get(sign) ?? 0) + 1);
  for (const { row, cells } of rows) {
    if (!isRead.has(row)) continue;
    readAttendanceRow(cells, own).record.unknown.forEach(count);
    for (const [field, { text }] of cells) {
      if (/^d\d/.test(field) && own.has(signKey(text))) count(signKey(text));
    }
  }
  return [...counts].map(([sign, number]) => ({
    sign: sign.slice(0, 20),
    count: number,
    means: own.get(sign) ?? null,
  }));
}

function foreignSheet({ use, name, townshipName }: PlacedSheet) {
  if (use !== 'foreign') return [];
  return rowProblem(null, 'otherTownship', {
    zh: `表“${name}”是${townshipName}的，没有读取。`,
    en: `Sheet “${name}” is ${townshipName}'s and is left out.`,
  });
}

function nothingRead(sheets: readonly PlacedSheet[]) {
  if (sheets.some(({ use }) => use === 'read')) return [];
  return [
    rowProblem(
      null,
      'noOwnSheet',
      { zh: '没有本镇街的考勤表。', en: "None of the sheets is your township's." },
      {
        zh: '请确认选对了文件，或在“表”中选定镇街。',
        en: 'Check the file, or choose the township under “Sheets”.',
      },
    ),
  ];
}

/** People of the month who have no row: nothing is changed for them. */
function notInBook(
  { name }: PlacedSheet,
  { rows }: LoggedSheet,
  judged: readonly ExaminedRow<StagedAttendance>[],
) {
  const named = new Set(judged.map(({ values }) => values.name));
  const missing = rows.map(({ cadreName }) => cadreName).filter((cadre) => !named.has(cadre));
  if (missing.length === 0) return null;
  const shown = missing.slice(0, 5).join('、') + (missing.length > 5 ? '等' : '');
  return rowProblem(null, 'cadresMissing', {
    zh: `表“${name}”没有${shown}${missing.length}名在任干部，其考勤不变。`,
    en: `Sheet “${name}” lacks ${missing.length} cadres in post (${shown}): theirs stays as it is.`,
  });
}
