import { expect, test } from 'vitest';
import { builtInTemplates } from './built-in.ts';
import { everyMeasure, type Measure } from './measures.ts';
import { templateFaults } from './template-faults.ts';

const measure = (key: string, change: Partial<Measure> = {}): Measure => ({
  ...(everyMeasure(builtInTemplates).find((one) => one.key === key) as Measure),
  ...change,
});
const faultsOf = (...measures: Measure[]) =>
  templateFaults(measures).map(({ path, code }) => `${path} ${code}`);

test('the notice’s own templates are without fault', () => {
  for (const { measures } of builtInTemplates) expect(templateFaults(measures)).toEqual([]);
});

test.each([
  ['no threshold', measure('operatingIncome', { policyKey: null }), 'threshold required'],
  ['two thresholds', measure('operatingIncome', { threshold: 1 }), 'threshold required'],
  ['a number for yes or no', measure('election', { threshold: 1 }), 'threshold notOfKind'],
  [
    'an unknown parameter',
    measure('communityRate', { policyKey: 'x' as never }),
    'policyKey unknown',
  ],
  [
    'a rank without its rank',
    measure('rankInTownship', { thresholdRank: null }),
    'thresholdRank required',
  ],
  [
    'a rank for a number',
    measure('communityRate', { thresholdRank: 'upper' }),
    'thresholdRank notOfKind',
  ],
  ['growth at least', measure('incomeGrowth', { direction: 'atLeast' }), 'direction notOfKind'],
  ['income above', measure('operatingIncome', { direction: 'above' }), 'direction notOfKind'],
  ['a rank that is reported', measure('rankInTownship', { source: 'report' }), 'source notOfKind'],
  ['a judged income', measure('operatingIncome', { source: 'judgement' }), 'source notOfKind'],
  ['projects once', measure('infrastructure', { period: 'once' }), 'source notOfKind'],
])('%s', (_, faulty, fault) => {
  expect(faultsOf(measure('water', { aim: 9 }), faulty)).toEqual([`measures.1.${fault}`]);
});

test('everything at once, each with its place', () => {
  expect(
    faultsOf(
      measure('water'),
      measure('water', { aimName: '民生' }),
      measure('operatingIncome', { policyKey: null, direction: 'below' }),
    ),
  ).toEqual([
    'measures.1.key twice',
    'measures.1.aimName twoNames',
    'measures.2.threshold required',
    'measures.2.direction notOfKind',
  ]);
});
