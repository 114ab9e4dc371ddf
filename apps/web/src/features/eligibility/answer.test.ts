import { expect, test } from 'vitest';
import { zh } from '../../locales/zh-cn.ts';
import { answerNote, answerTitle, type Counts } from './answer.ts';

const settled: Counts = {
  all: 255,
  eligible: 255,
  toStudy: 0,
  accepted: 0,
  toVerify: 0,
  notEligible: 0,
  presumed: 0,
};
const text = zh.eligibility;

test('what needs an act stands in the title, coloured', () => {
  expect(answerTitle({ ...settled, eligible: 246, notEligible: 9 }, text)).toBe(
    '255名人选：246名符合，*9名不符合*。',
  );
  expect(
    answerTitle({ ...settled, eligible: 250, accepted: 1, toVerify: 1, toStudy: 3 }, text),
  ).toBe('255名人选：251名符合，*1名待核实，3名待研究*。');
});

test('with everybody eligible the title says so, and the note what is left', () => {
  expect(answerTitle(settled, text)).toBe('255名人选都符合。');
  const presumed = { ...settled, presumed: 246 };
  expect(answerNote(presumed, '2015-04-24', '通知二（三）', text)).toContain('246名的转正时间');
  expect(answerNote(settled, '2015-04-24', '通知二（三）', text)).toContain('2015-04-24');
});

test('an empty batch isn’t called eligible', () => {
  expect(answerTitle({ ...settled, all: 0, eligible: 0 }, text)).toBe('还没有人选。');
});
