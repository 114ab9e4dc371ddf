import type { Finding } from '@xuanpai/contracts/nominations';
import { expect, test } from 'vitest';
import { findingNote, findingSentence, partyDate, ruleSentence } from './eligibility-words.ts';

const finding = (code: Finding['code'], facts: Finding['facts']) => ({ code, facts });

test('a Party date known by month is written as a month', () => {
  expect(partyDate('2014-05-01')).toBe('2014-05');
  expect(partyDate('2014-05-17')).toBe('2014-05-17');
});

test('who joined in May 2014 is told how much is missing, in both languages', () => {
  const short = finding('notYetFullMember', {
    joinedOn: '2014-05-01',
    presumedOn: '2015-05-01',
    months: 12,
    on: '2015-04-24',
    monthsShort: 1,
    daysShort: 7,
  });
  expect(findingSentence(short)).toEqual({
    zh: '2014-05入党，满12个月推定2015-05转正，到2015-04-24差1个月。',
    en: 'Joined in 2014-05; full membership is presumed from 2015-05, 1 month short on 2015-04-24.',
  });
  expect(findingNote(short).zh).toBe('差1个月');
  expect(ruleSentence('notYetFullMember').zh).toContain('正式党员');
});

test('within the month the days are counted', () => {
  const facts = { fullMemberOn: '2015-04-30', on: '2015-04-24', monthsShort: 0, daysShort: 6 };
  expect(findingNote(finding('fullMemberAfterBatch', facts))).toEqual({
    zh: '差6天',
    en: '6 days short',
  });
});

test('codes of tables are written in words', () => {
  const facts = { category: 'sectionCadre', rank: 'clerk' };
  expect(findingSentence(finding('rankMismatch', facts)).zh).toBe('按科级干部提名，职级却是科员。');
});
