import { expect, test } from 'vitest';
import { zh } from '../../locales/zh-cn.ts';
import { momentText } from './moment.ts';

const at = (text: string) => new Date(text);
const now = at('2016-03-01T09:30:00');
const said = (text: string) => momentText(at(text).toISOString(), zh.home, now);

test('today and yesterday are called so, also over the end of a month', () => {
  expect(said('2016-03-01T09:26:00')).toBe('今天 09:26');
  expect(said('2016-02-29T14:58:00')).toBe('昨天 14:58');
  expect(said('2016-02-28T14:58:00')).toBe('2016-02-28 14:58');
});
