import type { TargetStanding } from '@xuanpai/contracts/targets';
import { expect, test } from 'vitest';
import { linesOf, standingsOfLine } from './standing-line.ts';

const none = { value: null, answer: null, rank: null, threshold: null, expected: null, asOf: null };
const income: TargetStanding = {
  ...{ ...none, measureKey: 'income', year: 2015, state: 'behind', adjusted: true },
  ...{ value: '12.5', threshold: '50000', expected: '20', asOf: '2015-12-31' },
};
const standings: TargetStanding[] = [
  income,
  { ...income, year: 2016, adjusted: false, value: '-3' },
  { ...none, measureKey: 'rules', year: null, state: 'notDue', adjusted: false },
  { ...none, measureKey: 'culture', year: null, state: 'behind', adjusted: false, answer: false },
  { ...none, measureKey: 'body', year: null, state: 'reached', adjusted: false, rank: 'upper' },
];

test('a line gives back what it was made of, each place named once', () => {
  const other = standings.slice(2).reverse();
  const { places, lines } = linesOf([standings, other, []]);
  expect(places).toHaveLength(standings.length);
  expect(lines.map((line) => standingsOfLine(places, line))).toEqual([standings, other, []]);
});
