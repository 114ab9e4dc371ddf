import type { PlainDate } from '@xuanpai/contracts/values';
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
  known: 'thatDay' | 'now' = 'thatDay',
): Date | null {
  return known === 'now' || on >= today ? null : startOfDay(addDays(on, 1));
}

/** Whether a column's instant lies before; without an instant everything does. */
export const until = (column: string, before: Date | null): Sql =>
  before === null ? sql`true` : sql`${raw(column)} < ${before}`;
