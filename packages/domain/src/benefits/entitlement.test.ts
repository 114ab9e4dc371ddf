import type { EvaluationStanding, Grade } from '@xuanpai/contracts/evaluation-words';
import { describe, expect, test } from 'vitest';
import { policyOn, policyWith } from '../policy/policy.ts';
import { entitlementOf, hasLostGround, percentOf, type YearRecord } from './entitlement.ts';

const policy = policyOn([], '2017-06-01' as never);
const set = (values: Record<string, boolean | number>) => policyWith(policy, values);

/** A grade, a unit's grade (`u:`), `-` left out, `.` no record, `?` not decided. */
type Mark = Grade | `u:${Grade}` | '-' | '.' | '?';

function recordsOf(marks: readonly Mark[], parts: Partial<YearRecord>[] = []): YearRecord[] {
  return marks.flatMap((mark, at) => {
    if (mark === '.') return [];
    const byUnit = mark.startsWith('u:');
    const standing: EvaluationStanding = byUnit ? 'byUnit' : mark === '-' ? 'leftOut' : 'evaluated';
    return [
      {
        ...{ year: 2015 + at, standing, firstPart: false, lastPart: false },
        grade: byUnit || mark === '-' || mark === '?' ? null : (mark as Grade),
        unitGrade: byUnit ? (mark.slice(2) as Grade) : null,
        ...parts[at],
      },
    ];
  });
}

const levelOf = (marks: readonly Mark[], under = policy) =>
  entitlementOf(recordsOf(marks), under).level;

/** One of everything that a year may be; civil servants' and institutions' words mixed: staffing changes. */
const every: readonly Mark[] = [
  ...(['excellent', 'competent', 'qualified', 'basicallyCompetent', 'basicallyQualified'] as const),
  ...(['incompetent', 'unqualified', 'undetermined', 'notAssessed'] as const),
  ...(['u:excellent', 'u:qualified', 'u:unqualified', '-', '.', '?'] as const),
];
const three = every.flatMap((a) => every.flatMap((b) => every.map((c) => [a, b, c] as const)));

/** The rule once more, plainly: is each year good, excellent, passed over, or the end of a row? */
function plainly(marks: readonly Mark[], breaks: boolean, unitRecorded: boolean) {
  const letters = marks
    .map((mark) => {
      const byUnit = mark.startsWith('u:');
      if (byUnit && !unitRecorded) return 'x';
      const grade = byUnit ? mark.slice(2) : mark;
      if (grade === 'undetermined' && !breaks) return '';
      if (grade === 'excellent') return 'E';
      return grade === 'competent' || grade === 'qualified' ? 'C' : 'x';
    })
    .join('');
  if (letters.includes('EE')) return 'excellent';
  return /[EC]{2}/.test(letters) ? 'competent' : 'none';
}

describe('B2 over every sequence of three years', () => {
  for (const breaks of [true, false]) {
    for (const unitRecorded of [true, false]) {
      test(`undetermined breaks: ${breaks}, units’ grades recorded: ${unitRecorded}`, () => {
        const under = set({
          'evaluation.undeterminedBreaks': breaks,
          'evaluation.shortPostGradeRecorded': unitRecorded,
        });
        const differ = three.filter(
          (marks) => levelOf(marks, under) !== plainly(marks, breaks, unitRecorded),
        );
        expect(three).toHaveLength(3375);
        expect(differ).toEqual([]);
      });
    }
  }
});

test('a staffing type that changes between the years changes nothing', () => {
  expect(levelOf(['competent', 'qualified'])).toBe('competent');
  expect(levelOf(['excellent', 'qualified', 'excellent'])).toBe('competent');
});

test('the first row that was earned is named, and what came later does not take it away', () => {
  const found = entitlementOf(recordsOf(['excellent', 'excellent', 'unqualified']), policy);
  expect([found.level, found.years]).toEqual(['excellent', [2015, 2016]]);
  const gap = entitlementOf(recordsOf(['competent', '.', 'excellent', 'competent']), policy);
  expect([gap.level, gap.years]).toEqual(['competent', [2017, 2018]]);
  expect(gap.counted.map(({ ground }) => ground)).toEqual([
    ...['graded', 'missing', 'graded', 'graded'],
  ]);
});

test('the parts of a year at the ends follow the policy', () => {
  const parts = [{ firstPart: true }, {}, { lastPart: true }];
  const records = recordsOf(['excellent', 'excellent', 'unqualified'], parts);
  expect(entitlementOf(records, policy).level).toBe('excellent');
  const whole = set({ 'benefit.firstYearCounts': false });
  expect(entitlementOf(records, whole).level).toBe('none');
  const last = recordsOf(['competent', 'undetermined', 'excellent'], [{}, {}, { lastPart: true }]);
  const under = { 'evaluation.undeterminedBreaks': false };
  expect(entitlementOf(last, set(under)).level).toBe('none');
  const counts = set({ ...under, 'benefit.lastPartInTerm': false });
  expect(entitlementOf(last, counts).level).toBe('competent');
});

test('as many years as the policy asks for', () => {
  const marks = ['competent', 'excellent', 'qualified'] as const;
  expect(levelOf(marks, set({ 'benefit.competitionYears': 3 }))).toBe('competent');
  expect(levelOf(marks.slice(1), set({ 'benefit.competitionYears': 3 }))).toBe('none');
  expect(levelOf(['basicallyQualified', 'excellent'], set({ 'benefit.competitionYears': 1 }))).toBe(
    'excellent',
  );
});

test('seven per cent only with “outstanding” confirmed', () => {
  expect(percentOf('none', true, policy)).toBeNull();
  expect(percentOf('competent', true, policy)).toBe(5);
  expect(percentOf('excellent', false, policy)).toBe(5);
  expect(percentOf('excellent', true, policy)).toBe(7);
});

test('a use has lost its ground where the grades now earn less', () => {
  expect(hasLostGround({ level: 'excellent' }, { level: 'competent' })).toBe(true);
  expect(hasLostGround({ level: 'competent' }, { level: 'none' })).toBe(true);
  expect(hasLostGround({ level: 'competent' }, { level: 'excellent' })).toBe(false);
});
