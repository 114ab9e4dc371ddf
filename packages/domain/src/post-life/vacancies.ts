import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, daysBetween } from '../office/plain-date.ts';

/** A post held from a day to a day; null is open. */
export interface Held {
  startsOn: PlainDate;
  endsOn: PlainDate | null;
}

/** Days, both included. */
export interface Period {
  from: PlainDate;
  to: PlainDate;
}

export interface Gap<Post extends Held> extends Period {
  days: number;
  /** Who held the post last before, and first after it. */
  before: Post | null;
  after: Post | null;
}

/** The days of a period on which nobody held the post, oldest first. The posts may come in any order. */
export function gapsOf<Post extends Held>(posts: readonly Post[], period: Period): Gap<Post>[] {
  if (period.from > period.to) return [];
  const sorted = [...posts].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const gaps: Gap<Post>[] = [];
  let day = period.from;
  let before: Post | null = null;
  for (const post of sorted) {
    if (post.startsOn > day) addGap(addDays(post.startsOn, -1), post);
    if (post.endsOn === null) return gaps;
    if (post.endsOn >= day) day = addDays(post.endsOn, 1);
    before = post;
    if (day > period.to) return gaps;
  }
  addGap(period.to, null);
  return gaps;

  function addGap(until: PlainDate, after: Post | null) {
    const to = until > period.to ? period.to : until;
    if (day > to) return;
    gaps.push({ from: day, to, days: daysBetween(day, to) + 1, before, after });
  }
}
