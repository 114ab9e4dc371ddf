import { plainDateSchema } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { addDays } from '../office/plain-date.ts';
import { gapsOf, type Held } from './vacancies.ts';

const day = (text: string) => plainDateSchema.parse(text);
const held = (startsOn: string, endsOn: string | null): Held => ({
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
});
const term = { from: day('2015-06-01'), to: day('2017-05-31') };

describe('days on which nobody held a post', () => {
  test('none where one follows the other', () => {
    const posts = [held('2016-03-01', '2017-05-31'), held('2015-06-01', '2016-02-29')];
    expect(gapsOf(posts, term)).toEqual([]);
  });

  test('between two, with who was there before and who came after', () => {
    const [first, second] = [held('2015-06-01', '2016-02-14'), held('2016-03-01', null)];
    expect(gapsOf([first, second], term)).toEqual([
      { from: '2016-02-15', to: '2016-02-29', days: 15, before: first, after: second },
    ]);
  });

  test('all of the term where nobody ever came, and none in a period turned round', () => {
    expect(gapsOf([], term)).toMatchObject([{ ...term, days: 731, before: null, after: null }]);
    expect(gapsOf([], { from: term.to, to: term.from })).toEqual([]);
  });

  test('only within the period that is asked for', () => {
    const posts = [held('2015-06-01', '2015-12-31'), held('2016-04-01', '2017-05-31')];
    const march = { from: day('2016-03-10'), to: day('2016-03-20') };
    expect(gapsOf(posts, march)).toMatchObject([{ ...march, days: 11 }]);
    const before = { from: day('2015-01-01'), to: day('2015-06-02') };
    expect(gapsOf(posts, before)).toMatchObject([{ to: '2015-05-31', before: null }]);
  });
});

test('a day is vacant exactly where no post has it, whatever the posts are', () => {
  const start = day('2016-01-01');
  const length = 60;
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 300; round += 1) {
    const posts: Held[] = [];
    let at = random(15);
    while (at < length && posts.length < 4) {
      const end = at + random(12);
      posts.push({
        startsOn: addDays(start, at),
        endsOn: random(9) === 0 ? null : addDays(start, end),
      });
      if (posts.at(-1)?.endsOn === null) break;
      at = end + 1 + random(6);
    }
    const period = { from: addDays(start, random(10)), to: addDays(start, length - random(10)) };
    const gaps = gapsOf(posts.toReversed(), period);
    for (let on = period.from; on <= period.to; on = addDays(on, 1)) {
      const there = posts.some(
        (post) => post.startsOn <= on && (post.endsOn === null || post.endsOn >= on),
      );
      expect(gaps.some(({ from, to }) => from <= on && on <= to)).toBe(!there);
    }
  }
});
