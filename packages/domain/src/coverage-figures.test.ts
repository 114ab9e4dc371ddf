import type { PlainDate, Tier } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import { proposeTier, settledTier, type VillageFacts } from './coverage.ts';
import {
  type CoverageVillage,
  countByReason,
  coverageFigures,
  whyMissing,
} from './coverage-figures.ts';
import { type JudgedNominee, peopleAgainstPlaces, statedFigures } from './people-and-places.ts';
import { policyOn } from './policy/policy.ts';

const policy = policyOn([], '2015-04-24' as PlainDate);

function village(
  villageId: string,
  facts: Partial<VillageFacts>,
  { override = null, led = false }: { override?: Tier | null; led?: boolean } = {},
): CoverageVillage {
  const known = { kinds: [], cityDispatched: false, income: '90000.00', ...facts };
  const proposal = proposeTier(known, policy);
  const { tier, reasons } = settledTier(proposal, override, policy);
  return { ...known, villageId, townshipId: 'zw', tier, reasons, poor: proposal.poor, led };
}

const weakLax = village('西郑旺村', { kinds: ['weakLax'], income: '9000.00' });
const poor = village('沭河村', { income: '20000.00' });
const lagging = village('南村', { kinds: ['lagging'] });
const other = village('北村', {});
const city = village('凤旺村', { cityDispatched: true, income: '20000.00' });
const open = village('新村', { income: null });

describe('coverage', () => {
  test('before the issue a village counts by its tier, and the city’s are neither ours nor forgotten', () => {
    expect(coverageFigures([weakLax, poor, lagging, other, city], policy, 'tier')).toEqual({
      villages: 5,
      covered: 5,
      byTier: { city: 1, district: 2, township: 2 },
      places: 6,
      lagging: 1,
    });
  });

  test('a village that nobody is found to dispatch to is missing a tier', () => {
    expect(whyMissing(open, policy, 'tier')).toBe('noTier');
    expect(coverageFigures([open, other], policy, 'tier').covered).toBe(1);
  });

  test('on a day a village counts when somebody leads there, and the city’s always', () => {
    const led = village('东村', {}, { led: true });
    expect(whyMissing(led, policy, 'posts')).toBeNull();
    expect(whyMissing(city, policy, 'posts')).toBeNull();
    expect(whyMissing(other, policy, 'posts')).toBe('noPerson');
  });

  test('each village counts once, for its leading reason; poor beside it is said', () => {
    const byHand = village('东村', {}, { override: 'district' });
    const counts = countByReason([city, other, lagging, poor, weakLax, byHand]);
    expect(
      counts.map(({ tier, code, villages, alsoPoor }) => [tier, code, villages, alsoPoor]),
    ).toEqual([
      ['district', 'weakLax', 1, 1],
      ['district', 'poor', 1, 0],
      ['district', 'override', 1, 0],
      ['township', 'lagging', 1, 0],
      ['township', 'others', 1, 0],
      ['city', 'cityDispatched', 1, 1],
    ]);
  });
});

const nominee = (name: string, change: Partial<JudgedNominee> = {}): JudgedNominee => ({
  nominationId: name,
  name,
  tier: 'township',
  unitId: 'zw-office',
  townshipId: 'zw',
  leadingBody: false,
  placeable: true,
  ...change,
});

describe('people against places', () => {
  const villages = [weakLax, lagging, other];

  test('says who is short before anything is solved, and who was set aside', () => {
    const nominees = [
      nominee('高宇波', { leadingBody: true }),
      nominee('史凯斌', { placeable: false }),
      nominee('万云洋', { tier: 'district', townshipId: null, unitId: '区财政局' }),
    ];
    const [district, township] = peopleAgainstPlaces(villages, nominees, ['zw'], policy);
    expect(district).toMatchObject({ tier: 'district', places: 2, placeable: 1, short: 1 });
    expect(township).toEqual({
      tier: 'township',
      townshipId: 'zw',
      places: 2,
      nominees: 2,
      placeable: 1,
      short: 1,
      setAside: [{ nominationId: '史凯斌', name: '史凯斌' }],
      lagging: 1,
      leadingBody: 1,
    });
  });

  test('144 for 144 is no shortage, nor are more people than places', () => {
    const enough = ['甲', '乙', '丙'].map((name) => nominee(name));
    expect(peopleAgainstPlaces(villages, enough, ['zw'], policy)[1]).toMatchObject({ short: 0 });
  });
});

test('the figures of the notice stand beside those of the registers', () => {
  const nominees = [
    nominee('万云洋', { tier: 'district', unitId: '区财政局' }),
    nominee('尹军建', { tier: 'district', unitId: '区财政局' }),
    nominee('高宇波'),
  ];
  expect(statedFigures([weakLax, other, city], nominees, policy)).toEqual([
    { key: 'dispatch.villages', is: 3, stated: 189 },
    { key: 'dispatch.districtVillages', is: 1, stated: 72 },
    { key: 'dispatch.districtUnits', is: 1, stated: 73 },
    { key: 'dispatch.districtCadres', is: 2, stated: 144 },
    { key: 'dispatch.townshipCadres', is: 1, stated: 111 },
    { key: 'dispatch.cadres', is: 3, stated: 255 },
  ]);
});
