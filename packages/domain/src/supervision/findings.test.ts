import { type IssueState, issueActs, issueStates } from '@xuanpai/contracts/inspection-findings';
import { permissions } from '@xuanpai/contracts/permissions';
import { type PlainDate, type Role, roles } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { grantsFor, scopeOf } from '../access.ts';
import { actsOn, daysLate, hindrance, type IssueStanding, issueTransitions } from './findings.ts';

const issue: IssueStanding = {
  ...{ state: 'open', responsible: 'township', townshipId: 't1', unitId: null, answeredByIds: [] },
};

function holder(role: Role, of: { townshipId?: string; unitId?: string } = {}, userId = 'u1') {
  const grant = { role, townshipId: of.townshipId ?? null, unitId: of.unitId ?? null };
  return {
    userId,
    reach: (permission: keyof typeof permissions) =>
      scopeOf(grantsFor([grant], permissions[permission]), 'villages'),
  };
}

const ofState: Record<IssueState, { township: string[]; inspects: string[] }> = {
  open: { township: ['answer'], inspects: ['withdraw'] },
  returned: { township: ['answer'], inspects: [] },
  answered: { township: [], inspects: ['close', 'return'] },
  closed: { township: [], inspects: [] },
  withdrawn: { township: [], inspects: [] },
};
const inspects: Role[] = ['planner', 'office', 'inspector'];
const ofTownship: Role[] = ['officer', 'head'];

test.each(issueStates.flatMap((state) => roles.map((role) => [state, role] as const)))(
  '%s: %s',
  (state, role) => {
    const acts = actsOn({ ...issue, state }, holder(role, { townshipId: 't1' }));
    const { township, inspects: district } = ofState[state];
    const expected = ofTownship.includes(role) ? township : inspects.includes(role) ? district : [];
    expect(acts).toEqual(expected);
  },
);

test('another township has nothing to do with it', () => {
  expect(actsOn(issue, holder('officer', { townshipId: 't2' }))).toEqual([]);
  expect(hindrance('answer', issue, holder('officer', { townshipId: 't2' }))).toBe('notYours');
});

test('a unit answers what it is responsible for, and so may the township', () => {
  const ofUnit: IssueStanding = { ...issue, responsible: 'unit', unitId: 'f1' };
  expect(actsOn(ofUnit, holder('liaison', { unitId: 'f1' }))).toEqual(['answer']);
  expect(actsOn(ofUnit, holder('liaison', { unitId: 'f2' }))).toEqual([]);
  expect(actsOn(issue, holder('liaison', { unitId: 'f1' }))).toEqual([]);
  expect(actsOn(ofUnit, holder('officer', { townshipId: 't1' }))).toEqual(['answer']);
});

test('nobody answers and closes the same, not after a return either', () => {
  const answered: IssueStanding = { ...issue, state: 'answered', answeredByIds: ['u1', 'u2'] };
  for (const act of ['close', 'return'] as const) {
    expect(hindrance(act, answered, holder('inspector', {}, 'u1'))).toBe('sameHand');
    expect(hindrance(act, answered, holder('inspector', {}, 'u2'))).toBe('sameHand');
    expect(hindrance(act, answered, holder('inspector', {}, 'u3'))).toBeNull();
  }
});

test('no act leaves what is settled, and each leads on', () => {
  for (const act of issueActs) {
    const { from, to } = issueTransitions[act];
    expect(from).not.toContain('closed');
    expect(from).not.toContain('withdrawn');
    expect(from).not.toContain(to);
  }
});

test.each([
  ['open', '2015-06-30', null],
  ['open', '2015-06-29', 1],
  ['returned', '2015-05-31', 30],
  ['answered', '2015-05-31', null],
  ['closed', '2015-05-31', null],
] as const)('%s until %s: %s days late', (state, deadline, days) => {
  const today = '2015-06-30' as PlainDate;
  expect(daysLate({ state, deadline: deadline as PlainDate }, today)).toBe(days);
});
