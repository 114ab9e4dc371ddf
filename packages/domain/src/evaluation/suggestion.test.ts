import type { FactMeasure, FactMonth } from '@xuanpai/contracts/evaluation-facts';
import type { BallotSum } from '@xuanpai/contracts/evaluation-people';
import { gradeSets } from '@xuanpai/contracts/evaluation-words';
import type { TargetState } from '@xuanpai/contracts/target-values';
import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import { policyOn, policyWith } from '../policy/policy.ts';
import { attendanceSums } from './attendance-sums.ts';
import { ladderOf } from './grades.ts';
import { asksForReason, rungByBallots, type SuggestionInput, suggestionOf } from './suggestion.ts';

const policy = policyOn([], '2015-12-31' as PlainDate);

const ballots = (...rungs: BallotSum['rungs']): BallotSum => {
  const valid = rungs.reduce((sum, votes) => sum + votes, 0);
  return { issued: valid, returned: valid, valid, void: 0, rungs, abstained: 0 };
};

const measure = (state: TargetState, binding = true): FactMeasure => ({
  ...{ key: 'm', name: '某目标', kind: 'amount', unit: '元', direction: 'atLeast', binding, state },
  ...{ value: '1', answer: null, rank: null, threshold: '2', thresholdRank: null },
  ...{ year: 2015, asOf: '2015-12-31', basis: { kind: 'notice', source: '三（二）' } },
});

const month = (given: Partial<FactMonth> = {}): FactMonth => ({
  ...{ month: '2015-07', confirmed: true, inVillage: 20, required: 20, short: 0 },
  ...{ leave: 0, absent: 0, contradictions: 0, ...given },
});

function input(given: {
  ballots?: BallotSum | null;
  measures?: FactMeasure[];
  months?: FactMonth[];
  absentDays?: number;
  leaveDays?: number;
  honours?: SuggestionInput['honours'];
  set?: SuggestionInput['set'];
  visits?: boolean;
  groups?: SuggestionInput['groups'];
}): SuggestionInput {
  const months = given.months ?? [month()];
  return {
    set: given.set ?? 'civilServant',
    ...{ visits: given.visits ?? true, groups: given.groups ?? { left: 0, hidden: 0 } },
    ballots: given.ballots === undefined ? ballots(34, 8, 1, 0) : given.ballots,
    facts: {
      measures: given.measures ?? [measure('reached'), measure('onCourse', false)],
      appraisals: [
        {
          period: '2015Q4',
          townshipName: '某镇',
          opinion: '好',
          signedByName: '某',
          signedOn: '2016-01-08',
        },
      ],
      attendance: {
        ...attendanceSums(months),
        ...{ leaveDays: given.leaveDays ?? 0, absentDays: given.absentDays ?? 0 },
      },
      findings: [],
    },
    honours: given.honours ?? [],
    ...{ weights: null, visitPoints: null },
  };
}

const gradeOf = (given: Parameters<typeof input>[0], by = policy) =>
  suggestionOf(input(given), by).grade;

it('a month that nobody confirmed is no shortfall, and is said to be open', () => {
  const open = month({ month: '2015-08', confirmed: false, inVillage: 0, short: 20 });
  const { grade, grounds } = suggestionOf(input({ months: [month(), open] }), policy);
  expect(grade).toBe(gradeOf({}));
  const said = grounds.map(({ words }) => words.zh).join();
  expect(said).toContain('1个月在村20天，每月都达到要求');
  expect(said).toContain('1个月考勤区里还没有确认');
});

describe('the grade that the facts support', () => {
  const rungs: [BallotSum, number][] = [
    [ballots(667, 333, 0, 0), 0],
    [ballots(666, 334, 0, 0), 1],
    [ballots(0, 667, 333, 0), 1],
    [ballots(0, 666, 334, 0), 2],
    [ballots(0, 0, 50, 50), 2],
    [ballots(0, 0, 49, 51), 3],
  ];
  it.each(rungs)('follows the ballots %o: rung %i of either set', (sum, rung) => {
    expect(rungByBallots(sum, policy)).toBe(rung);
    for (const set of gradeSets) {
      expect(gradeOf({ ballots: sum, set })).toBe(ladderOf(set)[rung]);
    }
  });

  const barred: [string, Parameters<typeof input>[0]][] = [
    ['a binding target behind', { measures: [measure('behind')] }],
    ['a month short', { months: [month({ inVillage: 18, short: 2 })] }],
    ['confirmed absence', { absentDays: 1 }],
    ['a disciplinary matter', { honours: [{ kind: 'discipline', title: '诫勉' }] }],
  ];
  it.each(barred)('is not the best one with %s, and no worse for it', (_, given) => {
    expect(gradeOf(given)).toBe('competent');
    expect(gradeOf({ ...given, ballots: ballots(0, 0, 10, 0) })).toBe('basicallyCompetent');
  });

  it('is not lowered by what is only striven for (E9)', () => {
    const measures = [measure('reached'), measure('behind', false)];
    expect(gradeOf({ measures })).toBe('excellent');
    const told = suggestionOf(input({ measures }), policy).grounds;
    expect(told.find(({ code }) => code === 'strivenBehind')?.supports).toBeNull();
  });

  it('is none while ballots or targets are missing, and says so', () => {
    const nothing = suggestionOf(
      input({ ballots: null, measures: [measure('notReported')] }),
      policy,
    );
    expect(nothing.grade).toBeNull();
    expect(nothing.missing).toHaveLength(2);
    expect(gradeOf({ ballots: ballots(0, 0, 0, 0) })).toBeNull();
  });

  it('says which source is missing', () => {
    const missing = (given: Parameters<typeof input>[0]) =>
      suggestionOf(input(given), policy).missing.map(({ zh }) => zh);
    expect(missing({ groups: { left: 2, hidden: 0 } })).toEqual(['测评还有2组没有录完']);
    expect(missing({ ballots: null, groups: { left: 0, hidden: 3 } })).toEqual([
      '测评各组有效票都不足5张，不计入',
    ]);
    expect(missing({ ballots: null, months: [] })).toEqual([
      '测评票数还没有录全',
      '还没有考勤记录',
    ]);
  });

  const reached = (count: number, others: FactMeasure[] = []) => [
    ...Array.from({ length: count }, () => measure('reached')),
    ...others,
  ];
  const alone: [string, Parameters<typeof input>[0], number | null][] = [
    ['four of five reached', { measures: reached(4, [measure('onCourse')]) }, 0],
    ['fewer reached', { measures: reached(3, [measure('onCourse')]) }, 1],
    ['striven for alone behind', { measures: reached(4, [measure('behind', false)]) }, 0],
    ['nothing but what is striven for', { measures: [measure('behind', false)] }, 1],
    ['absence', { measures: reached(4), absentDays: 1 }, 1],
    ['a month short', { measures: reached(4), months: [month({ short: 2 })] }, 1],
    ['no confirmed target', { measures: [measure('notReported')] }, null],
  ];
  it.each(alone)('without a visit follows the other facts: %s', (_, given, rung) => {
    for (const ballots of [null, input({}).ballots]) {
      const told = suggestionOf(input({ ...given, ballots, visits: false }), policy);
      expect(told.grade).toBe(rung === null ? null : ladderOf('civilServant')[rung]);
      expect(told.grounds[0]).toMatchObject({ code: 'noVisit', supports: null });
      expect(told.missing.some(({ zh }) => zh.startsWith('测评'))).toBe(false);
    }
  });

  it('says each fact with its basis', () => {
    const { grounds } = suggestionOf(input({}), policy);
    expect(grounds.map(({ code, supports }) => [code, supports])).toEqual([
      ['excellentBallots', true],
      ['competentBallots', true],
      ['targets', true],
      ['attendance', true],
    ]);
    expect(grounds[0]?.words.zh).toBe('测评优秀79.1%（34/43）');
    for (const { basis } of grounds) expect(basis.source).not.toBe('');
  });
});

describe('what a batch adopts', () => {
  it('is off: no score, no caps', () => {
    const { score, caps } = suggestionOf(input({ absentDays: 9, leaveDays: 99 }), policy);
    expect(score).toBeNull();
    expect(caps).toEqual([]);
  });

  it('caps are a prompt and change no suggestion', () => {
    const adopted = policyWith(policy, {
      'evaluation.absenceCap': true,
      'evaluation.leaveCap': true,
    });
    const { caps, grade } = suggestionOf(input({ absentDays: 3, leaveDays: 60 }), adopted);
    expect(caps.map((cap) => cap.grade)).toEqual(['basicallyCompetent', 'competent']);
    expect(grade).toBe('competent');
    expect(suggestionOf(input({ absentDays: 2.5, leaveDays: 59.5 }), adopted).caps).toEqual([]);
  });

  it('weights of a visit that the round leaves out give no total, and it is said', () => {
    const scored = (weights: SuggestionInput['weights']) =>
      suggestionOf({ ...input({ visits: false }), weights, visitPoints: 90 }, policy);
    const counted = scored({ visit: 20, ballots: 30, results: 40, attendance: 10 });
    expect(counted.score).toMatchObject({
      total: null,
      parts: [{ points: null }, { points: null }, {}, {}],
    });
    expect(counted.missing.map(({ zh }) => zh)).toEqual(['权重里的座谈、测评本次不设，不算总分']);
    const without = scored({ visit: 0, ballots: 0, results: 80, attendance: 20 });
    expect(without).toMatchObject({ score: { total: 92 }, missing: [] });
  });

  it('weights give a score by parts, whole once all parts are there', () => {
    const weights = { visit: 20, ballots: 30, results: 40, attendance: 10 };
    const scored = (visitPoints: number | null, given = {}) =>
      suggestionOf({ ...input(given), weights, visitPoints }, policy).score;
    const months = [month({ inVillage: 25 }), month({ inVillage: 15, short: 5 })];
    expect(scored(null)?.total).toBeNull();
    const measures = [measure('reached'), measure('onCourse'), measure('behind', false)];
    expect(scored(90, { ballots: ballots(8, 2, 0, 0), measures, months })).toEqual({
      total: 91.55,
      parts: [
        { part: 'visit', weight: 20, points: 90 },
        { part: 'ballots', weight: 30, points: 96 },
        { part: 'results', weight: 40, points: 90 },
        { part: 'attendance', weight: 10, points: 87.5 },
      ],
    });
  });
});

describe('a reason', () => {
  it.each([
    ['excellent', 'excellent', false],
    ['competent', 'excellent', true],
    ['excellent', null, true],
    ['undetermined', 'undetermined', true],
    ['notAssessed', null, true],
  ] as const)('%s beside %s: asked for %s', (proposed, suggested, asked) => {
    expect(asksForReason(proposed, suggested)).toBe(asked);
  });
});
