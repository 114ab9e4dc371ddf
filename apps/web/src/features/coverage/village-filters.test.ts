import type { BatchVillage } from '@xuanpai/contracts/coverage';
import { expect, test } from 'vitest';
import { filterVillages } from './village-filters.tsx';

const village = (name: string, change: Partial<BatchVillage>): BatchVillage => ({
  villageId: name,
  code: '371312004201',
  name,
  townshipId: 'xg',
  townshipName: '相公街道',
  kinds: [],
  cityDispatched: false,
  poor: false,
  income: null,
  incomeYear: null,
  proposedTier: 'township',
  tier: 'township',
  reasons: [],
  overrideReason: null,
  places: 1,
  filled: 0,
  version: 1,
  ...change,
});
const basis = { kind: 'notice', source: '二（二）' } as const;
const villages = [
  village('相公二村', {
    tier: 'district',
    kinds: ['weakLax'],
    poor: true,
    reasons: [
      { code: 'weakLax', basis },
      { code: 'poor', basis },
    ],
  }),
  village('新设村', { tier: null, proposedTier: null }),
  village('友谊村', { townshipId: 'tt', reasons: [{ code: 'others', basis }] }),
];
const names = (values: Parameters<typeof filterVillages>[1]) =>
  filterVillages(villages, values).map(({ name }) => name);

test('a reason finds those that it leads, as the figures count them', () => {
  expect(names({ reason: 'weakLax' })).toEqual(['相公二村']);
  expect(names({ reason: 'poor' })).toEqual([]);
  expect(names({ kind: 'poor' })).toEqual(['相公二村']);
});

test('villages without a tier can be found', () => {
  expect(names({ tier: 'open' })).toEqual(['新设村']);
});

test('by township, by part of the name in full width too, and all together', () => {
  expect(names({ townshipId: 'tt' })).toEqual(['友谊村']);
  expect(names({ q: ' 友谊 ' })).toEqual(['友谊村']);
  expect(names({ q: '３７１３１２', townshipId: 'xg', tier: 'district' })).toEqual(['相公二村']);
});
