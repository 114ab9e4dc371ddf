import type { Known, PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { startOfDay } from './calendar.ts';
import { raw, type Sql, sql } from './sql.ts';

/**
 * The instant before which something must have been confirmed to be known on a day that is over; null
 * for today, and where what is known by now is asked for.
 */
export function knownBefore(
  on: PlainDate,
  today: PlainDate,
  known: Known = 'thatDay',
): Date | null {
  return known === 'now' || on >= today ? null : startOfDay(addDays(on, 1));
}

/** A day looked at, and what of it is known. */
export interface Seen {
  on: PlainDate;
  /** Nothing of the day can change any more but what is known of it. */
  over: boolean;
  /** Only what had been entered before this instant counts; null: all that is known by now. */
  before: Date | null;
}

/** Today, or a day that is over: as it was known then, unless asked otherwise. */
export function seenOn(on: PlainDate, today: PlainDate, known?: Known): Seen {
  return { on, over: on < today, before: knownBefore(on, today, known) };
}

/** Whether a column's instant lies before; without an instant everything does. */
export const until = (column: string, before: Date | null): Sql =>
  before === null ? sql`true` : sql`${raw(column)} < ${before}`;

/**
 * As a workbook tells it: of which day it is, and which of the two views of it; for today the day alone.
 * `what`: 已登记、已确认.
 */
export function dayNote(
  { on, today, known = 'thatDay' }: { on: PlainDate; today: PlainDate; known?: Known | undefined },
  what: string,
): string {
  if (on >= today) return `截至：${on}`;
  return `截至：${on}（按${known === 'thatDay' ? '当日' : today}${what}的）`;
}
