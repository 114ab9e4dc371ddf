import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import { type Mark, marks } from '@xuanpai/contracts/attendance-marks';

/** A cadre's totals beside those of the month before. */
export interface Difference {
  row: SheetRow;
  was: number;
  is: number;
  /** Marks whose days differ; days in the village are told by themselves. */
  others: readonly { mark: Mark; was: number; is: number }[];
}

const told: readonly Mark[] = marks.filter((mark) => mark !== 'village' && mark !== 'rest');

/** Who differs from the month before in anything, in the order of the sheet. */
export function differencesOf(
  before: Pick<AttendanceMonth, 'rows'>,
  { rows }: Pick<AttendanceMonth, 'rows'>,
): Difference[] {
  const earlier = new Map(before.rows.map((row) => [row.cadreId, row]));
  return rows.flatMap((row): Difference[] => {
    const known = earlier.get(row.cadreId);
    if (!known) return [];
    const others = told
      .map((mark) => ({ mark, was: known.totals[mark] ?? 0, is: row.totals[mark] ?? 0 }))
      .filter(({ was, is }) => was !== is);
    const [was, is] = [known.inVillage, row.inVillage];
    return was === is && others.length === 0 ? [] : [{ row, was, is, others }];
  });
}

/** Notes of the sheet, row after row, the earliest day first. */
export function notesOf({ rows }: Pick<AttendanceMonth, 'rows'>) {
  return rows.flatMap((row) =>
    Object.entries(row.notes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, text]) => ({ row, day, text })),
  );
}
