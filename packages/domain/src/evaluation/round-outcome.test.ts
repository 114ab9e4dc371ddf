import { expect, test } from 'vitest';
import { type RoundOutcome, roundOutcomeText, roundOutcomeWord } from './round-outcome.ts';

test.each<[RoundOutcome, string, string]>([
  [{ standing: 'evaluated', grade: 'excellent', ground: null }, '优秀', '优秀'],
  [{ standing: 'evaluated', grade: null, ground: null }, '未定', '未定'],
  // Whoever takes part after all has a ground; the grade is as any other.
  [{ standing: 'evaluated', grade: 'competent', ground: '任职150天，经研究参加' }, '称职', '称职'],
  [
    ...([{ standing: 'byUnit', grade: 'qualified', ground: '任职90天' }, '合格'] as const),
    '合格（由派出单位考核）',
  ],
  [
    ...([{ standing: 'byUnit', grade: null, ground: '任职90天' }, '单位未报'] as const),
    '单位未报（由派出单位考核）',
  ],
  [{ standing: 'leftOut', grade: null, ground: '脱产学习' }, '不参加', '不参加：脱产学习'],
  [{ standing: 'leftOut', grade: null, ground: null }, '不参加', '不参加'],
])('%o reads %s in a cell, %s elsewhere', (outcome, word, text) => {
  expect([roundOutcomeWord(outcome).zh, roundOutcomeText(outcome).zh]).toEqual([word, text]);
});
