import type { HelpAct, HelpState } from '@xuanpai/contracts/support-words';
import { helpStates } from '@xuanpai/contracts/support-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { daysLate, figureFaults, helpActsFor, restOf } from './help.ts';

const liaison: Record<HelpState, HelpAct[]> = {
  promised: ['report', 'drop'],
  reported: ['withdraw'],
  returned: ['report', 'drop'],
  confirmed: [],
  dropped: [],
};
const head: Record<HelpState, HelpAct[]> = {
  promised: [],
  reported: ['confirm', 'return'],
  returned: [],
  confirmed: ['reopen'],
  dropped: [],
};

test.each(helpStates)('what a liaison and a head may do with what is %s', (state) => {
  expect(helpActsFor(state, (one) => one === 'support.report', true)).toEqual(liaison[state]);
  expect(helpActsFor(state, (one) => one === 'support.confirm', false)).toEqual(head[state]);
});

test('whoever reported help neither confirms nor returns it', () => {
  expect(helpActsFor('reported', () => true, true)).toEqual(['withdraw']);
  expect(helpActsFor('reported', () => true, false)).toEqual(['confirm', 'return']);
});

test.each([
  ['promised', '2015-06-30', '2015-06-30', 0],
  ['promised', '2015-06-30', '2015-07-02', 2],
  ['returned', '2015-06-30', '2015-06-25', -5],
  ['promised', null, '2015-07-02', null],
  ['reported', '2015-06-30', '2015-07-02', null],
  ['confirmed', '2015-06-30', '2015-07-02', null],
  ['dropped', '2015-06-30', '2015-07-02', null],
] as const)('%s, due %s: on %s late by %s', (state, dueOn, on, late) => {
  const due = dueOn as PlainDate | null;
  expect(daysLate({ state, dueOn: due }, on as PlainDate)).toBe(late);
});

test.each([
  [{ kind: 'money' }, ['amountMissing']],
  [{ kind: 'money', amount: '1.00' }, []],
  [{ kind: 'goods' }, []],
  [{ kind: 'project', amount: '1.00' }, ['amountNotExpected']],
  [{ kind: 'training', quantity: 30 }, []],
  [{ kind: 'visits', amount: '1.00' }, ['amountNotExpected']],
  [{ kind: 'money', quantity: 3 }, ['amountMissing', 'quantityNotExpected']],
] as const)('%j: %j', (given, codes) => {
  expect(figureFaults(given).map(({ code }) => code)).toEqual(codes);
});

test.each([
  [5_000_000, 3_000_000, 2_000_000],
  [5_000_000, 5_000_000, 0],
  [5_000_000, 6_000_000, 0],
  [null, 100, 0],
  [100, null, 0],
])('of %s after %s there is a rest of %s', (promised, done, rest) => {
  expect(restOf(promised, done)).toBe(rest);
});
