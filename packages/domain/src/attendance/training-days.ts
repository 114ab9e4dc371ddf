import type { PlainDate } from '@xuanpai/contracts/values';
import { daysFrom } from './month.ts';

/** Which halves of a day somebody was in training. */
export type TrainedHalves = readonly [boolean, boolean];

/** By day, of the sessions that somebody came to; a day that isn't there has none. */
export type TrainedDays = ReadonlyMap<PlainDate, TrainedHalves>;

/** When a session is: a half at either end from noon, until noon. */
export interface SessionDays {
  startsOn: PlainDate;
  endsOn: PlainDate;
  startsAtNoon: boolean;
  endsAtNoon: boolean;
}

/** The halves of a session's days. */
export function daysOfSession(session: SessionDays): Map<PlainDate, TrainedHalves> {
  const { startsOn, endsOn, startsAtNoon, endsAtNoon } = session;
  return new Map(
    daysFrom(startsOn, endsOn).map((day) => [
      day,
      [!(startsAtNoon && day === startsOn), !(endsAtNoon && day === endsOn)] as const,
    ]),
  );
}

/** Days in words: `1`, `0.5`, `2.5`. */
export function lengthOfSession(session: SessionDays): number {
  let halves = 0;
  for (const [first, second] of daysOfSession(session).values()) {
    halves += Number(first) + Number(second);
  }
  return halves / 2;
}
