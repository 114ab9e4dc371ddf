import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, daysBetween } from '../office/plain-date.ts';

export interface LinkStanding {
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  intervalDays: number;
  lastVisitOn: PlainDate | null;
}

/**
 * When a leader's next visit to a linked village is due: the interval after the last one, or after the
 * link began. Null once the link has ended.
 */
export function visitDue(
  { startsOn, endsOn, intervalDays, lastVisitOn }: LinkStanding,
  today: PlainDate,
): { dueOn: PlainDate; daysLeft: number } | null {
  if (endsOn !== null && endsOn < today) return null;
  // A visit before the link began counts for nothing.
  const since = lastVisitOn !== null && lastVisitOn > startsOn ? lastVisitOn : startsOn;
  const dueOn = addDays(since, intervalDays);
  return { dueOn, daysLeft: daysBetween(today, dueOn) };
}
