import type { Tier } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { balanceByYear, broughtBy, isSplit, lackingOf } from './balance.ts';

test('sums are whole fen', () => {
  const lines = Array.from({ length: 10 }, () => ({ source: 'unit' as const, amount: '0.10' }));
  expect(broughtBy([...lines, { source: 'publicFund', amount: '0.05' }])).toEqual({
    ...{ publicFund: '0.05', unit: '1.00', enterprise: '0.00', village: '0.00', other: '0.00' },
    total: '1.05',
  });
  expect(broughtBy([]).total).toBe('0.00');
});

test('a balance goes by year, the latest first, without a gap', () => {
  const years = balanceByYear([
    { year: 2015, source: 'publicFund', amount: '100000.00' },
    { year: 2017, source: 'enterprise', amount: '2.50' },
    { year: 2015, source: 'unit', amount: '3000.01' },
  ]);
  expect(years.map(({ year, brought }) => [year, brought.total])).toEqual([
    [2017, '2.50'],
    [2016, '0.00'],
    [2015, '103000.01'],
  ]);
  expect(balanceByYear([])).toEqual([]);
});

const nothing = { cadres: 0, unitHelp: false, enterprises: false, publicFunds: false };
test.each([
  [nothing, 'district', ['publicFund', 'cadre', 'unit', 'enterprise']],
  [nothing, null, ['publicFund', 'cadre', 'unit', 'enterprise']],
  [nothing, 'city', ['publicFund', 'enterprise']],
  [{ ...nothing, cadres: 2 }, 'district', ['publicFund', 'unit', 'enterprise']],
  [{ cadres: 1, unitHelp: true, enterprises: true, publicFunds: true }, 'township', []],
] as const)('%j of %s lacks %j', (four, tier, lacking) => {
  expect(lackingOf(four, tier)).toEqual(lacking);
});

const posted = (unitId: string, villageId: string, tier: Tier = 'district') => ({
  ...{ unitId, villageId, tier },
});
test.each([
  ['two in one village', [posted('u', 'v'), posted('u', 'v')], false],
  ['one here, one elsewhere', [posted('u', 'v'), posted('u', 'w')], true],
  ['the only one of a unit', [posted('u', 'v'), posted('x', 'w')], false],
  ['two here, another elsewhere', [posted('u', 'v'), posted('u', 'v'), posted('u', 'w')], false],
  ['a township’s own', [posted('u', 'v', 'township'), posted('u', 'w', 'township')], false],
  ['nobody', [], false],
])('%s', (_, people, split) => {
  expect(isSplit(people, 'u', 'v')).toBe(split);
});
