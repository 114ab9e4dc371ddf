import { type PlainDate, plainDateSchema } from '@xuanpai/contracts/values';
import { addDays, daysBetween } from '@xuanpai/domain/office/plain-date';

/** The day by the server's own clock and zone. */
export function calendarDay(now = new Date()): PlainDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return plainDateSchema.parse(
    `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  );
}

/**
 * The day of an instant as the system counts days: in the demo, whose today is not the clock's, what
 * was entered an hour ago was entered today.
 */
export function systemDay(instant: Date, today: PlainDate, now = new Date()): PlainDate {
  return addDays(calendarDay(instant), daysBetween(calendarDay(now), today));
}

/** The instant at which a day begins by the server's own clock and zone. */
export function startOfDay(day: PlainDate): Date {
  return new Date(`${day}T00:00:00`);
}
