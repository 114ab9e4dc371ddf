import type { AttendanceField } from '@xuanpai/domain/imports/attendance-columns';
import { bothHalves, isAfternoonOf } from '@xuanpai/domain/imports/attendance-halves';
import {
  attendanceRowKind,
  findAttendanceHeading,
} from '@xuanpai/domain/imports/attendance-heading';
import { type Cell, emptyCell } from '../../../lib/sheet/cells.ts';
import {
  type PackedSheet,
  type PackedWorkbook,
  rowAt,
} from '../../../lib/sheet/packed-workbook.ts';
import { bookTable, type SheetOfBook } from '../book-table.ts';
import { type FoundTable, headingRows, textsOf } from '../find-table.ts';

/**
 * A year of a township's sheets, or a month of a district's, several times over; a year of a district's
 * months is about three thousand rows.
 */
const most = { sheets: 40, rows: 5_000 };

/** All attendance sheets of a book as one table. Throws `fileRefused`. */
export function findAttendanceBook(workbook: PackedWorkbook): FoundTable | null {
  return bookTable(
    workbook.sheets.flatMap((sheet) => foundSheet(workbook, sheet) ?? []),
    most,
  );
}

function foundSheet(
  workbook: PackedWorkbook,
  sheet: PackedSheet,
): SheetOfBook<AttendanceField> | null {
  const count = sheet.rowNumbers.length;
  const texts = (index: number) => textsOf(rowAt(workbook, sheet, index));
  const first = Array.from({ length: Math.min(headingRows, count) }, (_, index) => texts(index));
  const heading = findAttendanceHeading(first);
  if (!heading) return null;
  const data: number[] = [];
  /** By the index of a morning's row that of its afternoon. */
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
  const cellsOf = (index: number) => {
    const cells = rowAt(workbook, sheet, index);
    const second = afternoons.get(index);
    if (second === undefined) return cells;
    const later = rowAt(workbook, sheet, second);
    return heading.fields.map((field, column) => {
      const cell = cells[column] ?? emptyCell;
      return /^d\d/.test(field ?? '') ? dayOf(cell, later[column] ?? emptyCell) : cell;
    });
  };
  return { sheet, heading, title, data, cellsOf };
}

function dayOf(morning: Cell, afternoon: Cell): Cell {
  const text = bothHalves(morning.text, afternoon.text);
  return text === '' ? emptyCell : { text, kind: 'text' };
}
