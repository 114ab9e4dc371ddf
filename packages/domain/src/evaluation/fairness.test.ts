import type { Grade } from '@xuanpai/contracts/evaluation-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import { policyOn, policyWith } from '../policy/policy.ts';
import { quotaOf, spreadOf } from './fairness.ts';
import { marksOf } from './marks.ts';
import { pairText, steppingBackFaults, type TiedPair } from './stepping-back.ts';

const policy = policyOn([], '2015-12-31' as PlainDate);
const times = (grade: Grade | null, count: number) => Array<Grade | null>(count).fill(grade);

describe('the spread of grades', () => {
  it('counts both sets by rung, and apart what is no grade and what is open', () => {
    const grades: (Grade | null)[] = [
      ...['excellent', 'competent', 'qualified', 'unqualified', 'undetermined', null],
    ] as (Grade | null)[];
    expect(spreadOf(grades)).toEqual({
      ...{ people: 6, rungs: [1, 2, 0, 1], none: 1, open: 1, excellentShare: 25, few: true },
    });
  });

  it('has no share where nobody is graded, and says where few are', () => {
    expect(spreadOf(times(null, 20))).toMatchObject({ excellentShare: null, few: true });
    expect(spreadOf(times('excellent', 9)).few).toBe(true);
    expect(spreadOf(times('excellent', 10)).few).toBe(false);
  });

  it('is held against a quota only where the batch set one (E4)', () => {
    const spread = spreadOf([...times('excellent', 3), ...times('competent', 7)]);
    expect(quotaOf(spread, policy)).toBeNull();
    const own = policyWith(policy, { 'evaluation.ownQuota': true });
    expect(quotaOf(spread, own)).toEqual({ percent: 20, people: 2, excellent: 3, over: true });
  });
});

describe('stepping back (E8)', () => {
  const pair: TiedPair = {
    ...{ userName: '周立新', cadreName: '王芳', unitName: '区水利局', villageName: '友谊村' },
    ...{ kind: 'unit', relation: null, to: 'unit' },
  };

  it.each([
    [{}, '周立新与友谊村王芳应当回避：同属区水利局。'],
    [
      { kind: 'relative', relation: 'spouse', to: 'cadre' },
      '周立新与友谊村王芳应当回避：夫妻关系。',
    ],
    [
      { kind: 'relative', relation: 'direct', to: 'village' },
      '周立新与友谊村王芳应当回避：直系血亲关系在该村任职。',
    ],
    [{ kind: 'interest', to: 'cadre' }, '周立新与友谊村王芳应当回避：与本人有利害关系。'],
    [{ kind: 'interest', to: 'village' }, '周立新与友谊村王芳应当回避：与友谊村有利害关系。'],
  ] as const)('%o is said as %s', (given, words) => {
    expect(pairText({ ...pair, ...given }).zh).toBe(words);
    expect(steppingBackFaults([{ ...pair, ...given }], 'villageIds')).toHaveLength(1);
  });

  it('is a hint for a home village', () => {
    const home: TiedPair = { ...pair, kind: 'home', to: 'village' };
    expect(steppingBackFaults([home], 'villageIds')).toEqual([]);
    expect(pairText(home).zh).toBe('周立新家在友谊村，请注意。');
  });
});

describe('how far a person is', () => {
  const nothing = {
    ...{ begun: false, visited: false, groups: 0, counted: 0, tallied: false },
    ...{ state: 'entering' as const, proposedGrade: null, brief: null },
  };
  const brief = {
    ...{ reached: 1, onCourse: 0, behind: 0, bindingBehind: 0, notReported: 2, appraised: 0 },
    ...{ inVillage: 0, required: 0, met: 0, shortMonths: 0, leaveDays: 0, absentDays: 0 },
  };

  it.each([
    ['visit', { begun: true }, 'part'],
    ['visit', { begun: true, visited: true, groups: 3 }, 'done'],
    ['ballots', { groups: 3, counted: 2, tallied: true }, 'part'],
    ['ballots', { groups: 3, counted: 3, tallied: true }, 'done'],
    ['ballots', { groups: 0, counted: 0, tallied: true }, 'part'],
    ['results', { brief }, 'part'],
    ['results', { brief: { ...brief, appraised: 1 } }, 'done'],
    ['grade', { proposedGrade: 'competent' }, 'part'],
    ['grade', { proposedGrade: 'competent', state: 'proposed' }, 'done'],
  ] as const)('%s with %o: %s', (part, given, mark) => {
    expect(marksOf(nothing)[part]).toBe('none');
    expect(marksOf({ ...nothing, ...given })[part]).toBe(mark);
  });
});
