import { rowsOfSheet } from '@xuanpai/contracts/imports';
import type { AttendanceField } from '@xuanpai/domain/imports/attendance-columns';
import { bothHalves, isAfternoonOf } from '@xuanpai/domain/imports/attendance-halves';
import {
  attendanceRowKind,
  findAttendanceHeading,
} from '@xuanpai/domain/imports/attendance-heading';
import { type HeadingRow, headingKey } from '@xuanpai/domain/office/headings';
import { type Cell, emptyCell } from '../../../lib/sheet/cells.ts';
import {
  type PackedSheet,
  type PackedWorkbook,
  rowAt,
} from '../../../lib/sheet/packed-workbook.ts';
import { type BookSheet, type FoundTable, headingRows, textsOf } from '../find-table.ts';
import { fileRefused } from '../refusals.ts';

/** A year of a township's sheets, or a month of a district's, several times over. */
const mostSheets = 40;
/** A year of a district's months is about three thousand rows. */
const mostRows = 5_000;

interface FoundSheet {
  sheet: PackedSheet;
  heading: HeadingRow<AttendanceField>;
  title: string;
  /** Indexes of the rows that are somebody's. */
  data: number[];
  /** By the index of a morning's row that of its afternoon. */
  afternoons: ReadonlyMap<number, number>;
}

/**
 * All attendance sheets of a book as one table, in the order of their tabs: its columns are those of
 * the first sheet, then what only later ones have. Throws `fileRefused` for more sheets or rows than
 * any office has.
 */
export function findAttendanceBook(workbook: PackedWorkbook): FoundTable | null {
  const found = workbook.sheets.flatMap((sheet) => foundSheet(workbook, sheet) ?? []);
  const [first] = found;
  if (!first) return null;
  if (found.length > mostSheets) throw fileRefused('tooManySheets');
  const columns = columnsOfBook(found);
  const places = found.flatMap(({ data }, at) => data.map((index) => ({ at, index })));
  if (places.length > mostRows) throw fileRefused('tooManyRows');
  const sheets = found.map((one, at) => bookSheet(one, at, columns));
  return {
    sheet: found.map(({ sheet }) => sheet.name).join('、'),
    headingRow: first.sheet.rowNumbers[first.heading.dataStart - 1] ?? first.heading.dataStart,
    headings: columns.map(({ heading }) => heading),
    fields: columns.map(({ field }) => field),
    count: places.length,
    sheets,
    rowAt: (place) => {
      const { at, index } = places[place] ?? { at: 0, index: 0 };
      const { sheet, afternoons } = found[at] ?? first;
      const cells = rowAt(workbook, sheet, index);
      const own = sheets[at]?.columns ?? [];
      const second = afternoons.get(index);
      const later = second === undefined ? null : rowAt(workbook, sheet, second);
      return {
        row: at * rowsOfSheet + (sheet.rowNumbers[index] ?? 0),
        cells: own.map((column, of) => {
          if (column === null) return emptyCell;
          const cell = cells[column] ?? emptyCell;
          const isDay = /^d\d/.test(columns[of]?.field ?? '');
          return later && isDay ? dayOf(cell, later[column] ?? emptyCell) : cell;
        }),
      };
    },
  };
}

function dayOf(morning: Cell, afternoon: Cell): Cell {
  const text = bothHalves(morning.text, afternoon.text);
  return text === '' ? emptyCell : { text, kind: 'text' };
}

function foundSheet(workbook: PackedWorkbook, sheet: PackedSheet): FoundSheet | null {
  const count = sheet.rowNumbers.length;
  const texts = (index: number) => textsOf(rowAt(workbook, sheet, index));
  const first = Array.from({ length: Math.min(headingRows, count) }, (_, index) => texts(index));
  const heading = findAttendanceHeading(first);
  if (!heading) return null;
  if ((sheet.rowNumbers[count - 1] ?? 0) >= rowsOfSheet) throw fileRefused('tooManyRows');
  const data: number[] = [];
  const afternoons = new Map<number, number>();
  for (let index = heading.dataStart; index < count; index += 1) {
    const last = data.at(-1);
    if (last === index - 1 && isAfternoonOf(texts(last), texts(index))) {
      afternoons.set(last, index);
    } else if (attendanceRowKind(texts(index), heading) !== 'other') {
      data.push(index);
    }
  }
  const title = first.slice(0, heading.index).flat().join(' ');
  return { sheet, heading, title, data, afternoons };
}

interface BookColumn {
  heading: string;
  field: AttendanceField | null;
}

function columnsOfBook(found: readonly FoundSheet[]): BookColumn[] {
  const columns: BookColumn[] = [];
  for (const { heading } of found) {
    for (const [index, text] of heading.headings.entries()) {
      const field = heading.fields[index] ?? null;
      if (!columns.some((column) => isSame(column, { heading: text, field }))) {
        columns.push({ heading: text, field });
      }
    }
  }
  return columns;
}

function isSame(one: BookColumn, other: BookColumn): boolean {
  if (one.field !== null || other.field !== null) return one.field === other.field;
  return headingKey(one.heading) === headingKey(other.heading);
}

function bookSheet(
  { sheet, heading, title, data }: FoundSheet,
  at: number,
  columns: readonly BookColumn[],
): BookSheet {
  const own = heading.headings.map((text, index) => ({
    heading: text,
    field: heading.fields[index] ?? null,
  }));
  return {
    name: sheet.name,
    title,
    headings: heading.headings,
    offset: at * rowsOfSheet,
    columns: columns.map((column) => {
      const index = own.findIndex((one) => isSame(column, one));
      return index < 0 ? null : index;
    }),
    rows: data.length,
  };
}
