import type { PlainDate, VillageKind } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import { policyOn } from './policy/policy.ts';
import { incomeOf, isPoor, proposeTier } from './tier.ts';

const on = '2015-04-24' as PlainDate;
const policy = policyOn([], on);
const exclusive = policyOn(
  [
    {
      key: 'dispatch.poorLimit',
      effectiveFrom: on,
      setAt: '2015-04-24T00:00:00Z',
      value: 30_000,
      inclusive: false,
      basis: { kind: 'local', source: '示例' },
    },
  ],
  on,
);
const tierOf = (kinds: VillageKind[], income: string | null, cityDispatched = false) =>
  proposeTier({ kinds, income, cityDispatched }, policy);

describe('poor', () => {
  it('is 30,000 yuan and less: the number itself belongs to it', () => {
    expect(isPoor('30000.00', policy)).toBe(true);
    expect(isPoor('30000.01', policy)).toBe(false);
    expect(isPoor('-5.00', policy)).toBe(true);
  });

  it('leaves the number out where the batch says so', () => {
    expect(isPoor('30000.00', exclusive)).toBe(false);
    expect(isPoor('29999.99', exclusive)).toBe(true);
  });

  it('isn’t said of a village whose income nobody knows', () => {
    expect(isPoor(null, policy)).toBe(false);
  });
});

describe('the tier of a village', () => {
  it.each(['communityBuilding', 'modelSecretary', 'weakLax'] as const)(
    'is the district’s for %s, however rich',
    (kind) => expect(tierOf([kind], '900000.00')).toBe('district'),
  );

  it('is the district’s for a poor village of any kind', () => {
    expect(tierOf([], '30000.00')).toBe('district');
    expect(tierOf(['lagging'], '12000.00')).toBe('district');
  });

  it('is the township’s for the others, the lagging ones too', () => {
    expect(tierOf([], '30000.01')).toBe('township');
    expect(tierOf(['lagging'], '80000.00')).toBe('township');
  });

  it('is the city’s where the city dispatches, weak and poor or not', () => {
    expect(tierOf(['weakLax'], '0.00', true)).toBe('city');
  });

  it('is open where only an income that nobody knows could tell', () => {
    expect(tierOf([], null)).toBeNull();
    expect(tierOf(['weakLax'], null)).toBe('district');
  });
});

describe('the income that counts', () => {
  it('is the last full year before the batch that has a figure', () => {
    const years = [
      { year: 2013, operatingIncome: '10000.00' },
      { year: 2014, operatingIncome: null },
      { year: 2015, operatingIncome: '99000.00' },
      { year: 2012, operatingIncome: '20000.00' },
    ];
    expect(incomeOf(years, on)?.year).toBe(2013);
    expect(incomeOf(years, '2016-01-01' as PlainDate)?.year).toBe(2015);
    expect(incomeOf([], on)).toBeNull();
  });
});
