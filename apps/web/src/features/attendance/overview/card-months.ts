import type { SheetDay, SheetStatus } from '@xuanpai/contracts/attendance';
import type { getCadreAttendance } from '@xuanpai/contracts/attendance-entry';
import type { Mark } from '@xuanpai/contracts/attendance-marks';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Text } from '@xuanpai/contracts/text';

type Month = ReplyOf<typeof getCadreAttendance>['months'][number];

/** A cadre's month, over one post or two. */
export interface CardMonth {
  month: string;
  status: SheetStatus;
  days: readonly SheetDay[];
  /** By day what is marked; null outside of the posts, and nothing where it isn't filled. */
  cells: ReadonlyMap<string, string | null>;
  inVillage: number;
  required: number;
  short: number;
  totals: Partial<Record<Mark, number>>;
  reckoning: readonly Text[];
}

/** Two posts within a month are one picture: each has its own days. */
export function cardMonth({ month, status, days, rows }: Month): CardMonth {
  const cells = new Map<string, string | null>();
  for (const { day } of days) {
    const row = rows.find(({ firstDay, lastDay }) => day >= firstDay && day <= lastDay);
    const value = row ? row.days[day] : null;
    if (value !== undefined) cells.set(day, value);
  }
  const sum = (of: 'inVillage' | 'required' | 'short') =>
    rows.reduce((total, row) => total + row[of], 0);
  const totals: Partial<Record<Mark, number>> = {};
  for (const row of rows) {
    for (const [mark, count] of Object.entries(row.totals) as [Mark, number][]) {
      totals[mark] = (totals[mark] ?? 0) + count;
    }
  }
  return {
    month,
    status,
    days,
    cells,
    inVillage: sum('inVillage'),
    required: sum('required'),
    short: sum('short'),
    totals,
    reckoning: rows.map(({ reckoning }) => reckoning),
  };
}
