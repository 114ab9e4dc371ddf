import type { cellDifferenceSchema } from '@xuanpai/contracts/attendance-acts';
import type { z } from 'zod';
import type { Edition } from './freeze.ts';

type CellDifference = z.infer<typeof cellDifferenceSchema>;

/** The cells that one edition has otherwise than another, by row and day; notes too (`… note`). */
export function differencesOf(
  was: Pick<Edition, 'rows'>,
  is: Pick<Edition, 'rows'>,
): CellDifference[] {
  const before = new Map(was.rows.map((row) => [row.assignmentId, row]));
  const after = new Map(is.rows.map((row) => [row.assignmentId, row]));
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const old = before.get(id);
    const now = after.get(id);
    const row = now ?? old;
    if (!row) return [];
    const days = [...new Set([...Object.keys(old?.days ?? {}), ...Object.keys(now?.days ?? {})])];
    return days.sort().flatMap((day): CellDifference[] => {
      const left = old?.days[day] ?? null;
      const right = now?.days[day] ?? null;
      if (left === right) return [];
      const { assignmentId, cadreName, villageName } = row;
      return [{ assignmentId, cadreName, villageName, day, was: left, is: right }];
    });
  });
}
