import { describe, expect, it } from 'vitest';
import { cadre, village } from './fixtures/build.ts';
import { defaultWeights } from './fixtures/default-weights.ts';
import { districtMatch, matchPoints, needOfVillage, townshipMatch } from './match.ts';

describe('what a village needs', () => {
  it('a village with a kind takes its row', () => {
    const need = needOfVillage(village('v', { kinds: ['communityBuilding'] }), defaultWeights);
    expect(Object.fromEntries(need)).toEqual(defaultWeights.need.communityBuilding);
  });

  it('a poor village with a kind takes the mean of both rows', () => {
    const need = needOfVillage(village('v', { kinds: ['weakLax'], poor: true }), defaultWeights);
    expect(need.get('partyBuilding')).toBe(0.5);
    expect(need.get('infrastructure')).toBe(0.25);
    expect(need.get('general')).toBe(0.4);
  });

  it('a village that is only poor has that row alone', () => {
    const need = needOfVillage(village('v', { poor: true }), defaultWeights);
    expect(Object.fromEntries(need)).toEqual(defaultWeights.need.poor);
  });

  it('a village with two kinds that is poor takes the mean of three rows', () => {
    const kinds = ['weakLax', 'lagging'] as const;
    const need = needOfVillage(village('v', { kinds: [...kinds], poor: true }), defaultWeights);
    expect(need.get('partyBuilding')).toBeCloseTo(0.6);
    expect(need.get('industry')).toBeCloseTo(0.5);
  });
});

describe('how well a cadre fits', () => {
  const need = needOfVillage(village('v', { kinds: ['communityBuilding'] }), defaultWeights);
  const both = cadre('c', {
    speciality: 'governance',
    unitStrengths: ['industry', 'infrastructure'],
  });

  it('counts 0.6 of the own speciality and 0.4 of the best of the unit’s strengths', () => {
    expect(districtMatch(need, both, defaultWeights)).toBeCloseTo(0.6 * 0.5 + 0.4 * 1);
    expect(matchPoints(60, districtMatch(need, both, defaultWeights))).toBe(42);
  });

  it('counts nothing for a unit without strengths', () => {
    const alone = { ...both, unitStrengths: [] };
    expect(districtMatch(need, alone, defaultWeights)).toBeCloseTo(0.3);
  });

  it('counts the own speciality alone in the township tier', () => {
    expect(townshipMatch(need, both)).toBe(0.5);
  });
});
