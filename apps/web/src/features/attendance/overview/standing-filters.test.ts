import type { SheetStanding } from '@xuanpai/contracts/attendance';
import { expect, test } from 'vitest';
import { formatShare, shareOf, trendsOf } from './share.ts';
import { shown, showOf, shows, sumsOf } from './standing-filters.ts';

function standing(given: Partial<SheetStanding> = {}): SheetStanding {
  return {
    townshipId: 'township',
    townshipName: '郑旺镇',
    status: 'draft',
    version: 1,
    revision: 0,
    cadres: 10,
    unfilled: 0,
    short: 0,
    shortWithoutReason: 0,
    contradictions: 0,
    objections: 0,
    enough: 10,
    correctionAsked: false,
    submittedAt: null,
    confirmedAt: null,
    late: 'no',
    ...given,
  };
}

test('a township stands in every tab that it belongs to', () => {
  const items = [
    standing({ townshipId: 'a', late: 'submit', short: 2 }),
    standing({ townshipId: 'b', status: 'returned' }),
    standing({ townshipId: 'c', status: 'submitted', contradictions: 1, late: 'confirm' }),
    standing({ townshipId: 'd', status: 'confirmed', correctionAsked: true }),
    standing({ townshipId: 'e', status: 'signed' }),
  ];
  const found = shows.map((show) => [
    show,
    shown(items, show)
      .map(({ townshipId }) => townshipId)
      .join(''),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    all: 'abcde',
    open: 'abe',
    submitted: 'c',
    confirmed: 'd',
    late: 'ac',
    short: 'a',
    contradicted: 'c',
    correction: 'd',
  });
  expect(showOf('unknown')).toBe('all');
  expect(showOf(null)).toBe('all');
});

test('townships are summed up', () => {
  const sums = sumsOf([standing({ short: 2, enough: 8 }), standing({ contradictions: 3 })]);
  expect(sums).toMatchObject({ cadres: 20, short: 2, enough: 18, contradictions: 3 });
});

test('a share is of those who are reckoned, and none without anybody', () => {
  expect(formatShare(shareOf({ enough: 2, cadres: 3 }))).toBe('67%');
  expect(formatShare(shareOf({ enough: 0, cadres: 0 }))).toBe('–');
});

test('a trend leaves out months without anybody in post', () => {
  const month = (enough: number, cadres = 10) => [standing({ enough, cadres })];
  expect(trendsOf([month(5), month(0, 0), [], month(10)]).get('township')).toEqual([50, 100]);
});
