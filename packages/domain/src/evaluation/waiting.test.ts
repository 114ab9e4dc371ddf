import { may } from '@xuanpai/contracts/permissions';
import type { PlainDate, Role } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { type GradesWanting, waitingGrades } from './waiting.ts';

const wanting: GradesWanting = {
  round: { id: '0198f9f0-0000-7000-8000-000000000000', kind: 'annual', name: '2015年年度考核' },
  ...{ opinions: 2, toCheck: 3, toDecide: 4, toTell: 5, objections: 1, cases: 1 },
  ...{ casesDueOn: '2016-03-31' as PlainDate, toReceive: 2 },
};
const codes = (role: Role, given: Partial<GradesWanting> = {}) =>
  waitingGrades([{ ...wanting, ...given }], (permission) => may([role], permission)).map(
    ({ code }) => code,
  );

test('everybody reads what the own role does', () => {
  const both = ['settleCases', 'answerObjections', 'giveOpinions', 'checkGrades'];
  expect(codes('planner')).toEqual([...both, 'decideGrades', 'tellGrades']);
  expect(codes('office')).toEqual([...both, 'tellGrades', 'receiveGrades']);
  expect(codes('head')).toEqual(['giveOpinions']);
  expect(codes('liaison')).toEqual(['giveOpinions', 'receiveGrades']);
  expect(codes('leader')).toEqual([]);
});

test('nothing waits where nothing is open; a review says by when', () => {
  expect(codes('planner', { toCheck: 0, toDecide: 0 })).not.toContain('checkGrades');
  const [first] = waitingGrades([wanting], () => true);
  expect(first).toMatchObject({ code: 'settleCases', counts: { people: 1 }, dueOn: '2016-03-31' });
});
