import { may, type Permission } from '@xuanpai/contracts/permissions';
import type { Role } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import { day, month } from './testing-month.ts';
import { type OpenSheet, waitingSheets } from './waiting-sheets.ts';

const today = day('2015-07-08');

function sheet(given: Partial<OpenSheet> = {}): OpenSheet {
  return {
    townshipId: 'township',
    townshipName: '郑旺镇',
    month: month('2015-06'),
    status: 'draft',
    correctionAsked: false,
    submitBy: day('2015-07-05'),
    confirmBy: day('2015-07-10'),
    left: 3,
    ...given,
  };
}

const july = { month: month('2015-07'), submitBy: day('2015-08-05'), confirmBy: day('2015-08-10') };

function waiting(role: Role, ...sheets: OpenSheet[]) {
  const can = (permission: Permission) => may([role], permission);
  return waitingSheets(sheets, can, today).map(({ code, counts, dueOn }) => [code, counts, dueOn]);
}

describe('an officer', () => {
  it('fills in last month’s sheet and this month’s, until nothing is left', () => {
    expect(waiting('officer', sheet(), sheet({ ...july, left: 12 }))).toEqual([
      ['fillSheet', { left: 3 }, '2015-07-05'],
      ['fillSheet', { cells: 12 }, '2015-08-05'],
    ]);
    expect(waiting('officer', sheet({ left: 0 }), sheet({ ...july, left: 0 }))).toEqual([]);
  });

  it('puts right what was returned, and submits what is signed', () => {
    const codes = (given: Partial<OpenSheet>) =>
      waiting('officer', sheet(given)).map(([code]) => code);
    expect(codes({ status: 'returned', left: 0 })).toEqual(['fixSheet']);
    expect(codes({ status: 'signed', left: 0 })).toEqual(['submitSheet']);
    expect(codes({ status: 'submitted' })).toEqual([]);
    expect(codes({ status: 'confirmed', correctionAsked: true })).toEqual([]);
  });
});

it('a head signs a month that is over and has nothing left', () => {
  expect(waiting('head', sheet({ left: 0 }), sheet({ ...july, left: 0 }))).toEqual([
    ['signSheet', { left: 0 }, '2015-07-05'],
  ]);
  expect(waiting('head', sheet({ left: 0, status: 'returned' })).length).toBe(1);
  expect(waiting('head', sheet(), sheet({ status: 'signed', left: 0 }))).toEqual([]);
});

it('a planner confirms, asks after late townships, and decides on corrections', () => {
  const sheets = [
    sheet({ townshipName: '八湖镇', left: null }),
    sheet({ status: 'submitted', left: null }),
    sheet({ status: 'submitted', townshipName: '汤河镇', left: null }),
    sheet({ status: 'confirmed', correctionAsked: true, left: null }),
    sheet({ ...july, left: null }),
  ];
  expect(waiting('planner', ...sheets)).toEqual([
    ['confirmSheets', { sheets: 2, months: 1 }, '2015-07-10'],
    ['chaseSheets', { sheets: 1, months: 1 }, '2015-07-05'],
    ['decideCorrections', { sheets: 1, months: 1 }, null],
  ]);
});

it('nobody else has anything to do with them', () => {
  const roles: Role[] = [
    'office',
    'inspector',
    'leader',
    'liaison',
    'evaluator',
    'admin',
    'auditor',
  ];
  for (const role of roles) {
    expect(waiting(role, sheet(), sheet({ status: 'submitted' }), sheet({ left: 0 }))).toEqual([]);
  }
});
