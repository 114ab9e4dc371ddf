import { gradeSets, grades } from '@xuanpai/contracts/evaluation-words';
import { staffingTypes } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import { policyOn, policyWith } from '../policy/policy.ts';
import {
  belongsTo,
  gradeSetFor,
  gradesOf,
  isCompetentOrBetter,
  ladderOf,
  needsGround,
  rungOf,
} from './grades.ts';

const on = '2016-01-01' as Parameters<typeof policyOn>[1];
const policy = policyOn([], on);

describe('grades of a staffing type', () => {
  it('belong to one set only, but for the best and those that are no grade', () => {
    const both = grades.filter((grade) => gradeSets.every((set) => belongsTo(set, grade)));
    expect(both).toEqual(['excellent', 'undetermined', 'notAssessed']);
    for (const grade of grades)
      expect(
        gradeSets.some((set) => belongsTo(set, grade)),
        grade,
      ).toBe(true);
  });

  it.each(gradeSets)('%s: four rungs, best first, then two with a ground', (set) => {
    expect(ladderOf(set).map(rungOf)).toEqual([0, 1, 2, 3]);
    expect(gradesOf(set).filter(needsGround)).toEqual(['undetermined', 'notAssessed']);
    expect(gradesOf(set).filter(isCompetentOrBetter)).toEqual(ladderOf(set).slice(0, 2));
  });

  it('follow the policy: civil servants and alike, institutions, enterprises once chosen', () => {
    const sets = (given = policy) =>
      staffingTypes.map((staffingType) =>
        gradeSetFor(given, { kind: 'annual', tier: 'district', staffingType }),
      );
    expect(sets()).toEqual(['civilServant', 'civilServant', 'institution', null]);
    const chosen = policyWith(policy, {
      'evaluation.gradeSets': {
        administrative: 'civilServant',
        civilReference: 'civilServant',
        institution: 'institution',
        enterprise: 'institution',
      },
    });
    expect(sets(chosen)[3]).toBe('institution');
  });

  it('of township cadres at term end are what the policy chose for them', () => {
    const chosen = policyWith(policy, { 'evaluation.townshipTermGrades': 'institution' });
    const one = { tier: 'township', staffingType: 'administrative' } as const;
    expect(gradeSetFor(chosen, { kind: 'term', ...one })).toBe('institution');
    expect(gradeSetFor(policy, { kind: 'term', ...one })).toBe('civilServant');
    expect(gradeSetFor(chosen, { kind: 'term', ...one, tier: 'district' })).toBe('civilServant');
  });
});
