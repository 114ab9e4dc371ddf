import type { ProjectAct, ProjectState } from '@xuanpai/contracts/support-words';
import { projectStates } from '@xuanpai/contracts/support-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { milestoneState, projectActsFor, projectOddities } from './projects.ts';

const day = (text: string) => text as PlainDate;

const officer: Record<ProjectState, ProjectAct[]> = {
  planned: ['begin', 'stop'],
  underWay: ['finish', 'stop'],
  done: ['rework', 'stop'],
  accepted: [],
  stopped: ['resume'],
};

test.each(projectStates)('what an officer may do with one that is %s', (state) => {
  const may = (permission: string) => permission === 'support.write';
  expect(projectActsFor(state, may, true)).toEqual(officer[state]);
});

test.each([
  ['done', false, ['accept']],
  ['done', true, []],
  ['underWay', false, []],
  ['accepted', false, []],
] as const)('a head on one that is %s, own: %s', (state, isOwn, acts) => {
  expect(projectActsFor(state, (permission) => permission === 'support.accept', isOwn)).toEqual(
    acts,
  );
});

test.each([
  ['2015-06-30', null, '2015-06-29', 'ahead'],
  ['2015-06-30', null, '2015-06-30', 'ahead'],
  ['2015-06-30', null, '2015-07-01', 'late'],
  ['2015-06-30', '2015-07-05', '2015-07-05', 'done'],
  ['2015-06-30', '2015-07-05', '2015-07-04', 'late'],
  ['2015-06-30', '2015-06-01', '2015-06-10', 'done'],
] as const)('due %s, done %s: on %s %s', (dueOn, doneOn, on, state) => {
  const milestone = { dueOn: day(dueOn), doneOn: doneOn === null ? null : day(doneOn) };
  expect(milestoneState(milestone, day(on))).toBe(state);
});

test.each([
  [{ planned: 100, received: 100, spent: 100 }, []],
  [{ planned: 0, received: 0, spent: 0 }, []],
  [{ planned: 100, received: 50, spent: 51 }, ['支出比到位资金多0.01元']],
  [{ planned: 100, received: 300, spent: 0 }, ['到位比计划资金多2.00元']],
  [{ planned: 1, received: 2, spent: 3 }, ['支出比到位资金多0.01元', '到位比计划资金多0.01元']],
])('%j', (sums, told) => {
  expect(projectOddities(sums).map(({ zh }) => zh)).toEqual(told);
});
