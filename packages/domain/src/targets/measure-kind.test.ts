import type { MeasureInput } from '@xuanpai/contracts/target-templates';
import { measureKinds } from '@xuanpai/contracts/target-values';
import { expect, test } from 'vitest';
import { isNumeric, ofKind } from './measure-kind.ts';
import { templateFaults } from './template-faults.ts';

const income: MeasureInput = {
  ...{ key: 'income', aim: 1, aimName: '壮大集体经济', name: '村集体经营性收入', kind: 'amount' },
  ...{ source: 'report', unit: '元', direction: 'atLeast', threshold: '50000', policyKey: null },
  ...{ thresholdRank: null, period: 'yearly', binding: true, weight: 1, figure: null },
  ...{ onlyKinds: [], evidence: false, basis: { kind: 'reading', source: '按本办理解' } },
};

function as(measure: MeasureInput, kind: MeasureInput['kind']): MeasureInput {
  return { ...measure, ...ofKind(measure, kind) };
}

test('a measure that becomes a judged rank keeps no number, and is the office’s to judge', () => {
  expect(as(income, 'rank')).toMatchObject({
    ...{ kind: 'rank', threshold: null, thresholdRank: 'middle', source: 'judgement' },
  });
});

test('one that becomes another number keeps it', () => {
  expect(as(income, 'count')).toMatchObject({ kind: 'count', threshold: '50000' });
});

test.each(measureKinds)(
  'whatever it was, as %s it can be saved once its number is given',
  (kind) => {
    for (const before of measureKinds) {
      const is = as(as(income, before), kind);
      const given = isNumeric(kind) ? '50000' : is.threshold;
      const threshold = given === null ? null : Number(given);
      expect(templateFaults([{ ...is, threshold, policyKey: null }])).toEqual([]);
    }
  },
);
