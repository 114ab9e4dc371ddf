import type { PlainDate } from '@xuanpai/contracts/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../office/plain-date.ts';
import {
  dueOfPlace,
  outstandingOf,
  type PlacePost,
  postYears,
  type ReckonedBy,
} from './expenses.ts';
import { shareFen } from './share.ts';

const d = (text: string) => text as PlainDate;
const batch = { startsOn: d('2015-06-01'), endsOn: d('2017-05-31') };
const [first, second] = postYears(batch, d('2017-01-10'));
const amount = 600_000;

const post = (id: string, startsOn: string, endsOn: string | null): PlacePost => ({
  ...{ id, startsOn: d(startsOn), endsOn: endsOn === null ? null : d(endsOn) },
});
function due(by: ReckonedBy, posts: PlacePost[], year = first) {
  if (!year) throw new Error('the batch has begun');
  return Object.fromEntries(dueOfPlace(posts, year, { amount, by }));
}

test('the years of the posts follow the batch, and go on where somebody stays', () => {
  expect(first).toEqual({ year: 1, startsOn: '2015-06-01', endsOn: '2016-05-31' });
  expect(second).toEqual({ year: 2, startsOn: '2016-06-01', endsOn: '2017-05-31' });
  expect(postYears(batch, d('2015-05-31'))).toEqual([]);
  expect(postYears(batch, d('2017-06-01')).map(({ year }) => year)).toEqual([1, 2, 3]);
});

test('a replacement in mid-year shares the six thousand', () => {
  const posts = [post('a', '2015-06-01', '2015-11-30'), post('b', '2015-12-01', null)];
  // 183 and 183 days of a leap year.
  expect(due('place', posts)).toEqual({ a: 300_000, b: 300_000 });
  expect(due('month', posts)).toEqual({ a: 300_000, b: 300_000 });
  expect(due('day', posts)).toEqual({ a: 300_000, b: 300_000 });
  expect(due('place', posts, second)).toEqual({ a: 0, b: 600_000 });
});

test('a vacant stretch is due by place, and not by month or day', () => {
  const posts = [post('a', '2015-06-01', '2015-08-15'), post('b', '2015-12-01', null)];
  expect(due('place', posts)).toEqual({ a: 176_062, b: 423_938 });
  // June to half August, and December to May.
  expect(due('month', posts)).toEqual({ a: 150_000, b: 300_000 });
  expect(due('day', posts)).toEqual({ a: 124_590, b: 300_000 });
});

test('nobody there owes nothing, by whatever way', () => {
  for (const by of ['place', 'month', 'day'] as const) {
    expect(due(by, [post('a', '2016-06-01', null)])).toEqual({ a: 0 });
  }
});

test('what was paid too much for one counts for the next of the unit', () => {
  expect(
    outstandingOf([
      { due: 300_000, paid: 600_000 },
      { due: 300_000, paid: 0 },
    ]),
  ).toBe(0);
});

describe('shares add up', () => {
  test('to the fen, and nobody is a fen away from the exact part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 }),
        (fen, weights) => {
          const total = weights.reduce((sum, one) => sum + one, 0);
          const parts = shareFen(fen, weights);
          expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total === 0 ? 0 : fen);
          for (const [at, part] of parts.entries()) {
            if (total > 0)
              expect(Math.abs(part - (fen * (weights[at] ?? 0)) / total)).toBeLessThan(1);
          }
        },
      ),
    );
  });

  test('equal parts go first to the earlier', () => {
    expect(shareFen(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });
});

/** Days of one year cut at random places; some stretches are somebody's, some vacant. */
const life = fc
  .tuple(
    fc.integer({ min: 0, max: 3000 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { maxLength: 5 }),
    fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  )
  .map(([offset, cuts, taken]) => {
    const startsOn = addDays(d('2011-01-01'), offset);
    const [year] = postYears({ startsOn, endsOn: startsOn }, startsOn);
    if (!year) throw new Error('it has begun');
    const edges = [0, ...cuts.sort((a, b) => a - b), daysBetween(startsOn, year.endsOn) + 1];
    const posts = edges.slice(0, -1).flatMap((from, at): PlacePost[] => {
      const to = (edges[at + 1] ?? 0) - 1;
      return taken[at] ? [post(`p${at}`, addDays(startsOn, from), addDays(startsOn, to))] : [];
    });
    return { year, posts };
  });

/** Every day of the year counted by hand. */
function countDays({ posts, year }: { posts: PlacePost[]; year: NonNullable<typeof first> }) {
  const days: (string | null)[] = [];
  for (let day = year.startsOn; day <= year.endsOn; day = addDays(day, 1)) {
    const there = posts.find((one) => one.startsOn <= day && (one.endsOn ?? day) >= day);
    days.push(there?.id ?? null);
  }
  return days;
}

test('by day each is within a fen of a count of days, and all of them of the days taken', () => {
  fc.assert(
    fc.property(life, ({ posts, year }) => {
      const days = countDays({ posts, year });
      const shares = dueOfPlace(posts, year, { amount, by: 'day' });
      for (const { id } of posts) {
        const exact = (amount * days.filter((one) => one === id).length) / days.length;
        expect(Math.abs((shares.get(id) ?? 0) - exact)).toBeLessThan(1);
      }
      if (!days.includes(null)) {
        expect([...shares.values()].reduce((sum, one) => sum + one, 0)).toBe(amount);
      }
    }),
  );
});

test('by place it is the whole, by month the months that somebody was there', () => {
  fc.assert(
    fc.property(life, ({ posts, year }) => {
      const sum = (by: ReckonedBy) =>
        [...dueOfPlace(posts, year, { amount, by }).values()].reduce((all, one) => all + one, 0);
      expect(sum('place')).toBe(posts.length === 0 ? 0 : amount);
      expect(sum('month') % 50_000).toBe(0);
      expect(sum('day')).toBeLessThanOrEqual(sum('place'));
      expect(sum('month')).toBeLessThanOrEqual(sum('place'));
    }),
  );
});
