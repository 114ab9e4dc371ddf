import { expect, test } from 'vitest';
import { leftOutText, type StepBack } from './stepping-back.ts';

test.each<[StepBack[], string | undefined]>([
  [[], undefined],
  [['personal'], '制表人应当回避的1名没有列入（亲属或利害关系1名），由其他人员办理。'],
  [['ownUnit', 'ownUnit'], '制表人应当回避的2名没有列入（同一单位2名），由其他人员办理。'],
  [
    ['ownUnit', 'personal', 'personal'],
    '制表人应当回避的3名没有列入（亲属或利害关系2名，同一单位1名），由其他人员办理。',
  ],
])('a document says how many it leaves out, and why: %j', (backs, zh) => {
  expect(leftOutText(backs)?.zh).toBe(zh);
});
