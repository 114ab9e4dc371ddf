import { expect, test } from 'vitest';
import { zh } from '../../locales/zh-cn.ts';
import { activityText } from './activity-words.ts';
import type { Activity } from './home-values.ts';

const said = (action: string, params: Activity['params']) =>
  activityText({ at: '2015-04-24T01:26:00.000Z', by: '王晓东', action, params }, zh.home);

test('an import is told by what it brought', () => {
  const cadres = { new: 144, changed: 0, district: 144, township: 0 };
  expect(said('import.commit', { kind: 'cadres', counts: cadres })).toBe('导入区直人选144名');
  const villages = { new: 188, changed: 1 };
  expect(said('import.commit', { kind: 'villages', counts: villages })).toBe('导入村名册189个村');
});

test('an act without a sentence of its own is told by its name and whom it touched', () => {
  expect(said('cadre.correct', { name: '万云洋' })).toBe('查档更正：万云洋');
  expect(said('plan.solved', {})).toBe('测算完成');
  expect(said('something.new', {})).toBe('something.new');
});

test('who was replaced by whom', () => {
  const params = { unit: '区财政局', name: '万云洋', by: '李明' };
  expect(said('nomination.replace', params)).toBe('区财政局更换人选：万云洋换为李明');
});
