import type { BenefitLevel, YearCount, YearGround } from '@xuanpai/contracts/benefit-words';
import type { EvaluationStanding, Grade } from '@xuanpai/contracts/evaluation-words';
import type { Basis } from '@xuanpai/contracts/problems';
import { isCompetentOrBetter } from '../evaluation/grades.ts';
import type { Policy } from '../policy/policy.ts';

/** What a year's evaluation says of somebody. */
export interface YearRecord {
  year: number;
  standing: EvaluationStanding;
  /** As decided, or as a review changed it. */
  grade: Grade | null;
  /** E3: what the sending unit reported of somebody too short in post. */
  unitGrade: Grade | null;
  /** The batch begins after the year's first day: June to December 2015. */
  firstPart: boolean;
  /** The batch ends before the year's last day: January to May 2017. */
  lastPart: boolean;
}

export interface CountedYear {
  year: number;
  grade: Grade | null;
  counts: YearCount;
  ground: YearGround;
}

export interface Entitlement {
  level: BenefitLevel;
  /** Those that earned it, in their order; empty for none. */
  years: number[];
  /** Every year from the first to the last that is known, those between without a record too. */
  counted: CountedYear[];
  basis: Basis;
}

/**
 * B2: what the annual grades earn in the own unit's competition for middle-level posts. As many years
 * in a row as the policy says: all 优秀, or all 称职 (合格) or better. Once earned it stays earned; of two
 * rows the first counts. That it is used once is for the use.
 */
export function entitlementOf(records: readonly YearRecord[], policy: Policy): Entitlement {
  const counted = countedYears(records, policy);
  const needed = policy.number('benefit.competitionYears');
  const basis = policy.basis('benefit.competitionPercent');
  const excellent = firstRow(counted, needed, ({ counts }) => counts === 'excellent');
  if (excellent) return { level: 'excellent', years: excellent, counted, basis };
  const competent = firstRow(counted, needed, isGood);
  if (competent) return { level: 'competent', years: competent, counted, basis };
  return { level: 'none', years: [], counted, basis };
}

const isGood = ({ counts }: CountedYear) => counts === 'excellent' || counts === 'competent';

/** The first row of so many years that all fit; those that are skipped neither count nor break. */
function firstRow(
  years: readonly CountedYear[],
  needed: number,
  fits: (year: CountedYear) => boolean,
): number[] | null {
  let row: number[] = [];
  for (const year of years) {
    if (year.counts === 'skipped') continue;
    row = fits(year) ? [...row, year.year] : [];
    if (row.length >= needed) return row;
  }
  return null;
}

function countedYears(records: readonly YearRecord[], policy: Policy): CountedYear[] {
  const byYear = new Map(records.map((record) => [record.year, record]));
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, at): CountedYear => {
    const record = byYear.get(first + at);
    if (record) return countedYear(record, policy);
    return { year: first + at, grade: null, counts: 'breaks', ground: 'missing' };
  });
}

function countedYear(record: YearRecord, policy: Policy): CountedYear {
  const { year, standing, unitGrade } = record;
  const said = (counts: YearCount, ground: YearGround, grade: Grade | null = null) => ({
    ...{ year, grade, counts, ground },
  });
  if (record.lastPart && policy.isOn('benefit.lastPartInTerm')) return said('skipped', 'lastPart');
  if (record.firstPart && !policy.isOn('benefit.firstYearCounts')) {
    return said('skipped', 'firstPart', record.grade);
  }
  if (standing === 'leftOut') return said('breaks', 'leftOut');
  const byUnit = standing === 'byUnit';
  if (byUnit && !policy.isOn('evaluation.shortPostGradeRecorded')) {
    return said('breaks', 'unitNotRecorded', unitGrade);
  }
  const grade = record.grade ?? (byUnit ? unitGrade : null);
  if (grade === null) return said('open', 'noGradeYet');
  if (grade === 'undetermined') {
    const breaks = policy.isOn('evaluation.undeterminedBreaks');
    return said(breaks ? 'breaks' : 'skipped', 'undetermined', grade);
  }
  if (grade === 'notAssessed') return said('breaks', 'notAssessed', grade);
  if (!isCompetentOrBetter(grade)) return said('breaks', 'below', grade);
  return said(grade === 'excellent' ? 'excellent' : 'competent', 'graded', grade);
}

/**
 * B2: per cent that may be added: the higher one only for 优秀 twice of somebody confirmed as
 * outstanding; without it 优秀 twice earns the lower one. Null where nothing is earned.
 */
export function percentOf(
  level: BenefitLevel,
  isOutstanding: boolean,
  policy: Policy,
): number | null {
  if (level === 'none') return null;
  return level === 'excellent' && isOutstanding
    ? policy.number('benefit.competitionExcellentPercent')
    : policy.number('benefit.competitionPercent');
}

/** Whether a use has lost its ground: the grades as they are now earn less than was used. */
export function hasLostGround(
  used: { level: Exclude<BenefitLevel, 'none'> },
  now: { level: BenefitLevel },
): boolean {
  const order: readonly BenefitLevel[] = ['none', 'competent', 'excellent'];
  return order.indexOf(now.level) < order.indexOf(used.level);
}

/** B1: 优秀 at the end of the term, where the policy has it. */
export function isPreferredForPromotion(termGrade: Grade | null, policy: Policy): boolean {
  return termGrade === 'excellent' && policy.isOn('benefit.promotionPreference');
}
