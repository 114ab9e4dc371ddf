import type { TrainedState } from '@xuanpai/contracts/trained';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, daysBetween } from '../office/plain-date.ts';

/**
 * Whether somebody was trained: before arrival or in so many days after it (M1; the number is policy).
 * A session that they came to counts whenever it was.
 */
export function trainedState(
  { arrivedOn, sessions }: { arrivedOn: PlainDate; sessions: number },
  withinDays: number,
  today: PlainDate,
): { state: TrainedState; dueOn: PlainDate; daysLeft: number } {
  const dueOn = addDays(arrivedOn, withinDays);
  const daysLeft = daysBetween(today, dueOn);
  const state = sessions > 0 ? 'trained' : daysLeft < 0 ? 'late' : 'open';
  return { state, dueOn, daysLeft };
}
