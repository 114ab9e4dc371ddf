import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, addMonths, addYears, daysBetween } from '../office/plain-date.ts';
import { shareFen } from './share.ts';

/** B4: a year of the batch's posts, from its first day: 1 is 2015-06-01 to 2016-05-31. */
export interface PostYear {
  year: number;
  startsOn: PlainDate;
  endsOn: PlainDate;
}

/** The years of a batch that have begun by a day; past its end, those of posts that go on. */
export function postYears(
  batch: { startsOn: PlainDate; endsOn: PlainDate },
  lastDay: PlainDate,
): PostYear[] {
  const years: PostYear[] = [];
  for (let year = 1; ; year += 1) {
    const startsOn = addYears(batch.startsOn, year - 1);
    if (startsOn > lastDay) return years;
    years.push({ year, startsOn, endsOn: addDays(addYears(batch.startsOn, year), -1) });
  }
}

/** Somebody's post in a place: `endsOn` null is open. */
export interface PlacePost {
  /** Of the assignment. */
  id: string;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
}

/** 按岗位和任职年, 按本人任职月, 按本人任职日. */
export type ReckonedBy = 'place' | 'month' | 'day';

/**
 * B4: what is due of one place (a village's post) in one year, by post, in fen. By place: the whole
 * amount where anybody was there, shared by days. By month: each of the twelve months of the year in
 * which somebody was there, shared by days. By day: the days that somebody was there. People who follow
 * each other never get more than the whole, and with no day vacant exactly that.
 */
export function dueOfPlace(
  posts: readonly PlacePost[],
  year: PostYear,
  { amount, by }: { amount: number; by: ReckonedBy },
): ReadonlyMap<string, number> {
  const shares = sharesOf(posts, year, amount, by);
  return new Map(posts.map(({ id }, at) => [id, shares[at] ?? 0]));
}

function sharesOf(posts: readonly PlacePost[], year: PostYear, amount: number, by: ReckonedBy) {
  if (by === 'place') return shareFen(amount, daysEach(posts, year));
  if (by === 'day') {
    const days = daysEach(posts, year);
    const there = days.reduce((sum, one) => sum + one, 0);
    const vacant = daysBetween(year.startsOn, year.endsOn) + 1 - there;
    return shareFen(amount, [...days, Math.max(vacant, 0)]).slice(0, posts.length);
  }
  const monthly = shareFen(amount, Array(12).fill(1));
  return monthsOf(year).reduce(
    (sums, month, at) => {
      const parts = shareFen(monthly[at] ?? 0, daysEach(posts, month));
      return sums.map((sum, post) => sum + (parts[post] ?? 0));
    },
    posts.map(() => 0),
  );
}

type Span = Pick<PostYear, 'startsOn' | 'endsOn'>;

function daysEach(posts: readonly PlacePost[], span: Span): number[] {
  return posts.map((post) => daysIn(post, span));
}

/** The days of a post that lie in a span; `from` after `to` where none does. */
export function withinSpan(
  { startsOn, endsOn }: Pick<PlacePost, 'startsOn' | 'endsOn'>,
  span: Span,
) {
  const isLater = startsOn > span.startsOn;
  const isSooner = endsOn !== null && endsOn < span.endsOn;
  return { from: isLater ? startsOn : span.startsOn, to: isSooner ? endsOn : span.endsOn };
}

/** Days of a post within a span, both ends counted. */
export function daysIn(post: Pick<PlacePost, 'startsOn' | 'endsOn'>, span: Span): number {
  const { from, to } = withinSpan(post, span);
  return Math.max(daysBetween(from, to) + 1, 0);
}

/** The twelve months of a year that may begin on any day: 06-15 to 07-14, … */
function monthsOf({ startsOn }: PostYear): Span[] {
  return Array.from({ length: 12 }, (_, n) => ({
    startsOn: addMonths(startsOn, n),
    endsOn: addDays(addMonths(startsOn, n + 1), -1),
  }));
}

/** What is still to be paid, in fen: what was paid beyond what is due counts against others of the unit. */
export function outstandingOf(rows: readonly { due: number; paid: number }[]): number {
  return rows.reduce((sum, { due, paid }) => sum + due - paid, 0);
}
