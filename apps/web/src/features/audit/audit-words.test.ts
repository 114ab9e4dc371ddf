import { expect, test } from 'vitest';
import { zh } from '../../locales/zh-cn.ts';
import { actionName, entityName, fieldName, valueText } from './audit-words.ts';

const text = zh.audit;
const value = (field: string, given: Parameters<typeof valueText>[1]) =>
  valueText(field, given, text);

test('acts, rows and fields are called by their words', () => {
  expect(actionName('plan.publish')).toBe('印发方案');
  expect(entityName('cadre')).toBe('干部');
  expect(fieldName('joinedOn', text)).toBe('入党时间');
});

test('what the page does not know yet keeps its code', () => {
  expect(actionName('plan.foretell')).toBe('plan.foretell');
  expect(entityName('oracle')).toBe('oracle');
  expect(fieldName('aura', text)).toBe('aura');
});

test('codes are read as words, by the field that holds them', () => {
  expect(value('rank', 'deputySection')).toBe('副科级');
  expect(value('kinds', ['weakLax', 'lagging'])).toBe('软弱涣散村、相对后进村');
  expect(value('kind', 'partyGovernment')).toBe('党政机关');
  expect(value('kind', 'villages')).toBe('村');
  expect(value('name', 'section')).toBe('section');
});

test('a role is read with its scope', () => {
  expect(value('roles', ['officer:郑旺镇', 'planner'])).toBe('镇街组织干事（郑旺镇）、区委组织部');
});

test('a role for a time is read with its days', () => {
  expect(value('roles', ['planner::2015-05-01/2015-07-31', 'head:郑旺镇:/2015-07-31'])).toBe(
    '区委组织部（自2015-05-01起至2015-07-31止）、镇街党委负责人（郑旺镇，至2015-07-31止）',
  );
});

test('nothing, yes, no, figures and groups of them', () => {
  for (const nothing of [null, undefined, '', []]) expect(value('note', nothing)).toBe('–');
  expect(value('disabled', true)).toBe('是');
  expect(value('disabled', false)).toBe('否');
  expect(value('quota', 0)).toBe('0');
  expect(value('counts', { new: 111, wrong: 0 })).toBe('新增 111，问题 0');
});
