import { type PlainDate, plainDateSchema } from '@xuanpai/contracts/values';

/** The day by the server's own clock and zone. */
export function calendarDay(now = new Date()): PlainDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return plainDateSchema.parse(
    `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  );
}
