import { type Cell, markWords } from '@xuanpai/contracts/attendance-marks';
import { type OwnSigns, readCell, signKey } from '../attendance/read-marks.ts';
import { type AttendanceField, dayField, dayNumbers } from './attendance-columns.ts';
import type { RowCells } from './import-column.ts';
import { RowReader } from './row-reader.ts';

/** A row of an office's sheet as it is written; fields that the sheet lacks are absent. */
export interface AttendanceRow {
  name: string;
  village?: string | null;
  unit?: string | null;
  /** By the day's number; days without a mark are left out. */
  marks: Map<number, Cell>;
  /** Days that have a column, and nothing in it. */
  blank: number[];
  /** Signs that aren't known, as they are compared. */
  unknown: string[];
}

/** Reads a row; what isn't known is a problem each, with the mark that it comes nearest to. */
export function readAttendanceRow(
  cells: RowCells<AttendanceField>,
  own: OwnSigns,
): { record: AttendanceRow; reader: RowReader<AttendanceField> } {
  const reader = new RowReader<AttendanceField>(cells);
  const name = reader.personName('name', 40) ?? '';
  const village = reader.text('village', 60);
  const unit = reader.text('unit', 60);
  const marks = new Map<number, Cell>();
  const blank: number[] = [];
  const unknown: string[] = [];
  for (const day of dayNumbers) {
    const field = dayField(day);
    if (!cells.has(field)) continue;
    const text = reader.raw(field);
    const read = readCell(text ?? '', own);
    if (!read.ok) {
      unknown.push(signKey(read.sign));
      refuseSign(reader, field, read);
    } else if (read.cell !== null) {
      marks.set(day, read.cell);
    } else if (text !== undefined) {
      blank.push(day);
    }
  }
  return {
    record: {
      name,
      ...(village === undefined ? {} : { village }),
      ...(unit === undefined ? {} : { unit }),
      marks,
      blank,
      unknown,
    },
    reader,
  };
}

type Unread = Extract<ReturnType<typeof readCell>, { ok: false }>;

function refuseSign(
  reader: RowReader<AttendanceField>,
  field: AttendanceField,
  { sign, nearest }: Unread,
): void {
  const word = nearest && markWords[nearest];
  const shown = sign.slice(0, 20);
  reader.refuse(
    field,
    'markUnknown',
    { zh: `不认识符号“${shown}”。`, en: `The sign “${shown}” isn't known.` },
    word
      ? {
          zh: `是否为“${word.sign}”（${word.zh}）？请改正，或在“符号的对应”中指定。`,
          en: `Is it “${word.sign}” (${word.en})? Correct it, or say what it stands for.`,
        }
      : {
          zh: '请改正，或在“符号的对应”中指定是什么。',
          en: 'Correct it, or say what it stands for.',
        },
  );
}
