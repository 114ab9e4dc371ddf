import type { Month } from '@xuanpai/contracts/attendance';
import { may as roleMay } from '@xuanpai/contracts/permissions';
import { plainDateSchema, type Role } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import type { BatchStanding } from './batch-standing.ts';
import { noBenefitsWanted } from './benefits/waiting.ts';
import { policyOn } from './policy/policy.ts';
import { nothingWanted } from './supervision/waiting.ts';
import { waitingTasks } from './waiting-tasks.ts';

const date = plainDateSchema.parse('2015-04-24');
const policy = policyOn([], date);
const nominee = { name: '甲', tier: 'district', judgement: 'eligible', presumed: false } as const;

function tasksOf(role: Role, changes: Partial<BatchStanding>, today = date) {
  const standing: BatchStanding = {
    date,
    policy,
    missingRegisters: [],
    unitsWithoutContacts: 0,
    nominees: [nominee],
    placeable: 1,
    places: 1,
    villagesWithoutTier: [],
    plan: null,
    assignments: 0,
    life: null,
    supervision: nothingWanted,
    ...changes,
  };
  return waitingTasks(standing, (permission) => roleMay([role], permission), today);
}

const codes = (...args: Parameters<typeof tasksOf>) => tasksOf(...args).map(({ code }) => code);

describe('before the issue', () => {
  test('a planner with eligible nominees solves the plan', () => {
    expect(codes('planner', {})).toEqual(['solvePlan']);
  });

  test('who is not eligible comes first, by tier, and says by when', () => {
    const nominees = [{ ...nominee, judgement: 'notEligible' as const }, nominee];
    const [first] = tasksOf('planner', { nominees });
    expect(first).toMatchObject({
      code: 'fixNominees',
      counts: { district: 1, township: 0 },
      names: ['甲'],
      dueOn: '2015-04-30',
      daysLeft: 6,
    });
  });

  test('what is late stands above the rest', () => {
    const nominees = [{ ...nominee, judgement: 'notEligible' as const }];
    const late = tasksOf('planner', { nominees, unitsWithoutContacts: 73 });
    expect(late.map(({ code }) => code)).toEqual(['registerContacts', 'fixNominees', 'solvePlan']);
    expect(late[0]?.daysLeft).toBe(-2);
  });

  test('a plan goes from approval over the second person to the issue', () => {
    const at = (status: 'draft' | 'approved' | 'confirmed') => ({
      plan: { id: '0198f9f0-0000-7000-8000-000000000000', status, filled: 1 },
    });
    expect(codes('planner', at('draft'))).toEqual(['approvePlan']);
    expect(codes('planner', at('approved'))).toEqual([]);
    expect(codes('office', at('approved'))).toEqual(['confirmPlan']);
    expect(codes('office', at('confirmed'))).toEqual([]);
    expect(codes('planner', at('confirmed'))).toEqual(['publishPlan']);
  });

  test('presumed dates wait for the units, ages for the planner', () => {
    const nominees = [
      { ...nominee, presumed: true },
      { ...nominee, judgement: 'toStudy' as const },
    ];
    expect(codes('liaison', { nominees })).toEqual(['confirmMembership']);
    expect(codes('planner', { nominees })).toContain('studyAges');
    expect(codes('leader', { nominees })).toEqual([]);
  });
});

test('after the issue the lists wait, and what units still owe', () => {
  const plan = { id: '0198f9f0-0000-7000-8000-000000000000', status: 'issued' as const, filled: 1 };
  const nominees = [{ ...nominee, presumed: true }];
  const issued = { plan, nominees, assignments: 1 };
  expect(codes('planner', issued)).toEqual(['downloadLists', 'confirmMembership']);
  expect(codes('leader', issued)).toEqual(['downloadLists']);
  expect(codes('evaluator', { plan, assignments: 0 })).toEqual([]);
});

test('leave waits for whoever decides on it, and its end for the officer', () => {
  const plan = { id: '0198f9f0-0000-7000-8000-000000000000', status: 'issued' as const, filled: 1 };
  const quiet = {
    ...{ vacant: [], ending: [], hasTermRound: false },
    ...{ unreported: 0, inSeveralBatches: [] },
  };
  const life = {
    ...quiet,
    leavesToDecide: ['甲'],
    leavesToEnd: 2,
    findingsToSettle: ['乙'],
    untrained: ['丙'],
    help: { toConfirm: [], overdue: [] },
    benefits: noBenefitsWanted,
    sheets: [],
    appraisals: [],
    reports: [],
    rounds: [],
  };
  const [first] = tasksOf('head', { plan, life });
  expect(first).toMatchObject({ code: 'decideLeaves', counts: { leaves: 1 }, names: ['甲'] });
  expect(codes('officer', { plan, life })).toEqual(['endLeaves', 'trainCadres']);
  expect(codes('planner', { plan, life })).toEqual([
    'decideLeaves',
    'settleFindings',
    'trainCadres',
  ]);
  expect(codes('office', { plan, life })).toEqual(['trainCadres']);
  const ending = [{ name: '丁', daysLeft: 20 }];
  const prepare = tasksOf('office', { plan, life: { ...life, ending } }).find(
    ({ code }) => code === 'prepareTermRound',
  );
  expect(prepare?.counts).toEqual({ people: 1, days: 20 });
  const prepared = { ...life, ending, hasTermRound: true };
  expect(codes('office', { plan, life: prepared })).not.toContain('prepareTermRound');
});

test('a late sheet comes before leave, with the days that it is late', () => {
  const plan = { id: '0198f9f0-0000-7000-8000-000000000000', status: 'issued' as const, filled: 1 };
  const quiet = {
    ...{ vacant: [], ending: [], hasTermRound: false },
    ...{ unreported: 0, inSeveralBatches: [] },
  };
  const sheet = {
    townshipId: '0198f9f0-0000-7000-8000-000000000001',
    townshipName: '郑旺镇',
    month: '2015-03' as Month,
    status: 'draft' as const,
    correctionAsked: false,
    submitBy: plainDateSchema.parse('2015-04-22'),
    confirmBy: plainDateSchema.parse('2015-04-27'),
    left: 4,
  };
  const life = {
    ...quiet,
    leavesToDecide: [],
    leavesToEnd: 2,
    findingsToSettle: [],
    untrained: [],
    help: { toConfirm: [], overdue: [] },
    benefits: noBenefitsWanted,
    sheets: [sheet],
    appraisals: [],
    reports: [],
    rounds: [],
  };
  const [first, second] = tasksOf('officer', { plan, life });
  expect(first).toMatchObject({
    code: 'fillSheet',
    counts: { left: 4 },
    daysLeft: -2,
    sheet: { townshipId: sheet.townshipId, month: '2015-03' },
  });
  expect(second).toMatchObject({ code: 'endLeaves', sheet: null });
});

describe('supervision', () => {
  const finding = (village: string, deadline: string) => ({
    village,
    deadline: plainDateSchema.parse(deadline),
  });
  const supervision = {
    ...nothingWanted,
    toAnswer: [finding('甲村', '2015-04-20'), finding('甲村', '2015-05-20')],
    toCheck: [finding('乙村', '2015-04-20')],
    overdue: [finding('丙村', '2015-04-22')],
  };

  test('who is responsible rectifies by the earliest deadline', () => {
    const [task] = tasksOf('officer', { supervision });
    expect(task).toMatchObject({
      ...{ code: 'rectifyFindings', counts: { findings: 2 }, names: ['甲村'] },
      ...{ dueOn: '2015-04-20', daysLeft: -4 },
    });
  });

  test('who inspects checks what was answered, and asks after what is late', () => {
    const tasks = tasksOf('inspector', { supervision });
    expect(tasks.map(({ code, daysLeft }) => [code, daysLeft])).toEqual([
      ['chaseFindings', -2],
      ['checkFindings', null],
    ]);
    expect(codes('leader', { supervision })).toEqual([]);
  });
});
