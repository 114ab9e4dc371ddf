import { expect, test } from 'vitest';
import { zh } from '../../locales/zh-cn.ts';
import type { Task } from './home-values.ts';
import { taskPath } from './task-path.ts';
import { nextTask, taskWords } from './task-words.ts';

const task = (code: Task['code'], counts: Task['counts'] = {}, names: string[] = []): Task => ({
  code,
  counts,
  names,
  dueOn: null,
  daysLeft: null,
  planId: null,
  period: null,
  sheet: null,
  round: null,
});

test('the button says how many are not eligible', () => {
  const words = taskWords(task('fixNominees', { district: 4, township: 5 }), zh.home);
  expect(words.state).toBe('区直4名、镇街5名');
  expect(words.primary).toBe('处理9名不符合人选');
  expect(taskPath(task('fixNominees'))).toBe('/batch/eligibility?judgements=notEligible');
});

test('solving says what it can fill, and what has to be done for the rest', () => {
  const state = (placeable: number) =>
    taskWords(task('solvePlan', { placeable, places: 255 }), zh.home).state;
  expect(state(255)).toBe('可排满255个岗位');
  expect(state(246)).toBe('9名处理后可排满255个岗位');
});

test('the missing books are named', () => {
  const missing = task('importRegisters', {}, ['村名册', '区直人选花名册']);
  expect(taskWords(missing, zh.home).state).toBe('还缺村名册、区直人选花名册');
});

test('a step of a plan leads to that plan', () => {
  const planId = '0198f9f0-0000-7000-8000-000000000000';
  expect(taskPath({ ...task('confirmPlan'), planId })).toBe(`/plans/${planId}/publication`);
  expect(taskPath(task('solvePlan'))).toBe('/plans');
});

test('who is not eligible comes before what is merely late', () => {
  const tasks = [task('registerContacts'), task('fixNominees')];
  expect(nextTask(tasks)?.code).toBe('fixNominees');
  expect(nextTask([])).toBeUndefined();
});
