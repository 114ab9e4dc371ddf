import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import {
  asksForLeadingBody,
  incomeOf,
  isPoor,
  postsOf,
  proposeTier,
  settledTier,
  type VillageFacts,
} from './coverage.ts';
import { type PolicySetting, policyOn } from './policy/policy.ts';
import { templateOf } from './policy/template.ts';

const on = '2015-04-24' as PlainDate;
const policy = policyOn([], on);
const changed = (key: PolicySetting['key'], change: Partial<PolicySetting>) => {
  const { value, basis, inclusive = null } = templateOf(key);
  return policyOn(
    [{ key, value, basis, inclusive, setAt: '2015', effectiveFrom: on, ...change }],
    on,
  );
};

const plain: VillageFacts = { kinds: [], cityDispatched: false, income: '221000.00' };
const proposed = (change: Partial<VillageFacts>, used = policy) => {
  const { tier, reasons } = proposeTier({ ...plain, ...change }, used);
  return [tier, ...reasons.map(({ code }) => code)];
};

describe('D3: poor is at most 30,000 yuan a year', () => {
  test.each([
    ['30000.00', true],
    ['30000.01', false],
    ['0.00', true],
    ['-500.00', true],
    [null, false],
  ])('%s: %s', (income, poor) => expect(isPoor(income, policy)).toBe(poor));

  test('where the batch leaves the number itself out, 30,000 isn’t poor', () => {
    const exclusive = changed('dispatch.poorLimit', { inclusive: false });
    expect(isPoor('30000.00', exclusive)).toBe(false);
    expect(isPoor('29999.99', exclusive)).toBe(true);
  });
});

test('the income that counts is that of the last full year before the batch’s date', () => {
  const year = (year: number, operatingIncome: string | null) => ({ year, operatingIncome });
  const years = [year(2013, '8.00'), year(2014, '9.00'), year(2015, '1.00')];
  expect(incomeOf(years, on)).toEqual(year(2014, '9.00'));
  expect(incomeOf([year(2013, '8.00'), year(2014, null)], on)).toEqual(year(2013, '8.00'));
  expect(incomeOf([year(2015, '1.00')], on)).toBeNull();
});

describe('D2, D3: who dispatches to a village', () => {
  test.each(['communityBuilding', 'modelSecretary', 'weakLax'] as const)(
    'a village of the kind %s belongs to the district tier',
    (kind) => expect(proposed({ kinds: [kind] })).toEqual(['district', kind]),
  );

  test('so does a poor one, also when it is lagging', () => {
    expect(proposed({ income: '9000.00' })).toEqual(['district', 'poor']);
    expect(proposed({ income: '9000.00', kinds: ['lagging'] })).toEqual(['district', 'poor']);
  });

  test('all reasons are named, the kinds in the order of the notice', () => {
    const kinds = ['weakLax', 'communityBuilding'] as const;
    expect(proposed({ kinds, income: '9000.00' })).toEqual([
      'district',
      'communityBuilding',
      'weakLax',
      'poor',
    ]);
  });

  test('what the city dispatched to counts as covered, whatever its kind', () => {
    expect(proposed({ cityDispatched: true, kinds: ['weakLax'] })).toEqual([
      'city',
      'cityDispatched',
    ]);
  });

  test('all others go to their township', () => {
    expect(proposed({})).toEqual(['township', 'others']);
    expect(proposed({ kinds: ['lagging'] })).toEqual(['township', 'lagging']);
  });

  test('without a kind and without an income nobody can tell', () => {
    expect(proposed({ income: null })).toEqual([null]);
    expect(proposed({ income: null, kinds: ['weakLax'] })).toEqual(['district', 'weakLax']);
  });

  test('a batch may name other kinds', () => {
    const value = { communityBuilding: false, modelSecretary: true, weakLax: true, lagging: true };
    const other = changed('dispatch.districtKinds', { value });
    expect(proposed({ kinds: ['communityBuilding'] }, other)).toEqual(['township', 'others']);
    expect(proposed({ kinds: ['lagging'] }, other)).toEqual(['district', 'lagging']);
  });

  test('each reason has its basis', () => {
    const { reasons } = proposeTier({ ...plain, income: '1.00' }, policy);
    expect(reasons).toEqual([{ code: 'poor', basis: { kind: 'notice', source: '二（二）' } }]);
  });
});

describe('a tier set by hand', () => {
  const proposal = proposeTier(plain, policy);

  test('goes before the proposal and keeps its reasons below', () => {
    const { tier, reasons } = settledTier(proposal, 'district', policy);
    expect(tier).toBe('district');
    expect(reasons.map(({ code }) => code)).toEqual(['override', 'others']);
  });

  test('is no exception where it says the same', () => {
    expect(settledTier(proposal, 'township', policy).reasons).toEqual(proposal.reasons);
  });
});

describe('D2, D6: the posts of a village', () => {
  test('two in the district tier, first secretary and deputy; one in the township tier', () => {
    expect(postsOf('district', policy)).toEqual(['firstSecretary', 'deputySecretary']);
    expect(postsOf('township', policy)).toEqual(['firstSecretary']);
  });

  test('none of ours where the city dispatches or the tier is open', () => {
    expect(postsOf('city', policy)).toEqual([]);
    expect(postsOf(null, policy)).toEqual([]);
  });

  test('the number is the batch’s', () => {
    const one = changed('dispatch.districtPerVillage', { value: 1 });
    expect(postsOf('district', one)).toEqual(['firstSecretary']);
  });
});

describe('D4: a lagging village of the township tier takes a member of the leading body', () => {
  test('and no other village does', () => {
    expect(asksForLeadingBody({ kinds: ['lagging'] }, 'township', policy)).toBe(true);
    expect(asksForLeadingBody({ kinds: ['lagging'] }, 'district', policy)).toBe(false);
    expect(asksForLeadingBody({ kinds: [] }, 'township', policy)).toBe(false);
  });

  test('unless the batch switches it off', () => {
    const off = changed('dispatch.laggingNeedsLeadingBody', { value: false });
    expect(asksForLeadingBody({ kinds: ['lagging'] }, 'township', off)).toBe(false);
  });
});
