import { may } from '@xuanpai/contracts/permissions';
import type { Role } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { waitingRounds } from './waiting-villages.ts';

const round = {
  ...{ id: 'r', kind: 'annual' as const, name: '2015年度考核', villagesLeft: ['大尤家村'] },
  ...{ peopleLeft: 2, unassigned: 3 },
};
const codes = (role: Role, given: object = {}) =>
  waitingRounds([{ ...round, ...given }], (permission) => may([role], permission)).map(
    ({ code, counts }) => [code, ...Object.values(counts)],
  );

test('evaluators have their villages, the office the teams, nobody else anything', () => {
  expect(codes('evaluator')).toEqual([['evaluateVillages', 1, 2]]);
  expect(codes('office')).toEqual([['assignTeams', 3]]);
  for (const role of ['planner', 'officer', 'head', 'liaison', 'leader', 'inspector'] as const) {
    expect(codes(role)).toEqual([]);
  }
});

test('what is done isn’t a task', () => {
  expect(codes('evaluator', { villagesLeft: [], peopleLeft: 0 })).toEqual([]);
  expect(codes('office', { unassigned: 0 })).toEqual([]);
});
