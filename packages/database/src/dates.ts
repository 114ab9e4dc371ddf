import type { PlainDate } from '@xuanpai/contracts/values';

/**
 * The only place where a day of the calendar and a JavaScript Date meet. Prisma reads and writes a
 * `date` column as UTC midnight; every other reading of it loses a day somewhere.
 */

/** Takes a day, gives UTC midnight for Prisma. Throws RangeError for a day that isn't in the calendar. */
export function toDate(day: PlainDate): Date;
export function toDate(day: PlainDate | null): Date | null;
export function toDate(day: PlainDate | null): Date | null {
  if (day === null) return null;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`${day} is not a day of the calendar`);
  }
  return date;
}

/** Takes a `date` column as Prisma gives it. Throws RangeError for a Date that isn't UTC midnight. */
export function toPlainDate(date: Date): PlainDate;
export function toPlainDate(date: Date | null): PlainDate | null;
export function toPlainDate(date: Date | null): PlainDate | null {
  if (date === null) return null;
  const [day = '', time] = date.toISOString().split('T');
  if (time !== '00:00:00.000Z') {
    throw new RangeError(`${date.toISOString()} is an instant, not a day`);
  }
  return day as PlainDate;
}
