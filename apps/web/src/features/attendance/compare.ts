import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import { leaveKinds, type Mark } from '@xuanpai/contracts/attendance-marks';

/** How a month differs from the one before, as far as whoever confirms it should look. */
export interface Compared {
  /** In post this month and not in the one before, and the other way round. */
  joined: readonly SheetRow[];
  left: readonly SheetRow[];
  /** Short now, and not in the month before. */
  newlyShort: readonly SheetRow[];
  /** Far more days of something that takes a cadre out of the village. */
  more: readonly More[];
}

interface More {
  row: SheetRow;
  what: Mark | 'leave';
  was: number;
  is: number;
}

/** Days more than in the month before, from which on it is said. */
const much = 3;

const watched: readonly (Mark | 'leave')[] = [
  'homeUnit',
  'errand',
  'unaccounted',
  'absent',
  'leave',
];

export function comparedWith(
  before: Pick<AttendanceMonth, 'rows'>,
  now: Pick<AttendanceMonth, 'rows'>,
): Compared {
  const earlier = new Map(before.rows.map((row) => [row.cadreId, row]));
  const present = new Set(now.rows.map(({ cadreId }) => cadreId));
  return {
    joined: now.rows.filter(({ cadreId }) => !earlier.has(cadreId)),
    left: before.rows.filter(({ cadreId }) => !present.has(cadreId)),
    newlyShort: now.rows.filter(({ cadreId, short }) => {
      const known = earlier.get(cadreId);
      return known !== undefined && short > 0 && known.short === 0;
    }),
    more: now.rows.flatMap((row) => {
      const known = earlier.get(row.cadreId);
      if (!known) return [];
      return watched.flatMap((what): More[] => {
        const [was, is] = [daysOf(known, what), daysOf(row, what)];
        return is - was >= much ? [{ row, what, was, is }] : [];
      });
    }),
  };
}

function daysOf({ totals }: SheetRow, what: Mark | 'leave'): number {
  if (what !== 'leave') return totals[what] ?? 0;
  return leaveKinds.reduce((sum, kind) => sum + (totals[kind] ?? 0), 0);
}
