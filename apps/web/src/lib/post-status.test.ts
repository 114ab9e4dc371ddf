import { expect, it } from 'vitest';
import { isHeld, monthOfPost, postStatus } from './post-status.ts';

const post = { startsOn: '2015-06-01', endsOn: '2017-05-31', state: 'inForce' } as const;

it.each([
  ['2015-05-31', 'upcoming'],
  ['2015-06-01', 'serving'],
  ['2017-05-31', 'serving'],
  ['2017-06-01', 'expired'],
])('on %s a post of the term is %s', (day, status) => {
  expect(postStatus(post, day)).toBe(status);
  expect(isHeld(post, day)).toBe(status === 'serving');
});

it('a post that was left says how', () => {
  const left = { ...post, endsOn: '2016-03-14', leftBy: 'withdrawn' } as const;
  expect(postStatus(left, '2016-03-14')).toBe('serving');
  expect(postStatus(left, '2016-03-15')).toBe('recalled');
});

it('a revoked post was never held, an open one is held on', () => {
  expect(postStatus({ ...post, state: 'revoked' }, '2016-01-01')).toBe('recalled');
  expect(isHeld({ ...post, endsOn: null }, '2030-01-01')).toBe(true);
});

it('a month of a post begins on the day of the month on which the post began', () => {
  expect(monthOfPost('2015-06-01', '2015-06-01')).toBe(1);
  expect(monthOfPost('2015-06-01', '2016-06-30')).toBe(13);
  expect(monthOfPost('2015-06-15', '2015-07-14')).toBe(1);
  expect(monthOfPost('2015-06-15', '2015-07-15')).toBe(2);
});
