import type { GradeCaseKind, GradeCaseResult } from '@xuanpai/contracts/evaluation-step-words';
import type { Grade } from '@xuanpai/contracts/evaluation-words';
import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate, StaffingType } from '@xuanpai/contracts/values';
import type { WorkCalendar } from '../attendance/calendar.ts';
import type { NumberKey } from '../policy/keys.ts';
import type { Policy } from '../policy/policy.ts';
import { limitEnd } from './days.ts';

/** A review, appeal or objection as it was asked for and as it ended. */
export interface PastCase {
  kind: GradeCaseKind;
  /** The edition of the grade that it is about. */
  edition: number;
  decidedOn: PlainDate | null;
  result: GradeCaseResult | null;
}

export interface RemedyStanding {
  staffingType: StaffingType;
  grade: Grade;
  edition: number;
  /** Null: not told yet, so that no time runs. */
  toldOn: PlainDate | null;
  cases: readonly PastCase[];
}

/** What may be asked for, and until when; null: no limit, or none that runs yet. */
export interface Remedy {
  kind: GradeCaseKind;
  until: PlainDate | null;
  basis: Basis;
}

const civilServants: Basis = { kind: 'national', source: '《公务员申诉规定》' };
const institutions: Basis = { kind: 'national', source: '《事业单位工作人员申诉规定》' };
const informal: Basis = { kind: 'reading', source: '按本办理解' };

type Law = 'civilServant' | 'institution' | null;

/** E7: whose law gives a review and an appeal, and against which grades. */
function lawOf(staffingType: StaffingType, grade: Grade): Law {
  if (staffingType === 'administrative' || staffingType === 'civilReference') {
    return grade === 'incompetent' ? 'civilServant' : null;
  }
  if (staffingType !== 'institution') return null;
  return grade === 'basicallyQualified' || grade === 'unqualified' ? 'institution' : null;
}

/**
 * E7: what may be asked for against a grade. One at a time; a review once; an appeal of a civil servant
 * after the review or directly, of institution staff after the review; where the law gives neither, an
 * objection that is answered informally.
 */
export function remediesOf(
  { staffingType, grade, edition, toldOn, cases }: RemedyStanding,
  policy: Policy,
  calendar: WorkCalendar,
): Remedy[] {
  if (cases.some(({ result }) => result === null)) return [];
  const law = lawOf(staffingType, grade);
  if (law === null) return [{ kind: 'objection', until: null, basis: informal }];
  const basis = law === 'civilServant' ? civilServants : institutions;
  const about = cases.filter((one) => one.edition === edition);
  const review = about.find(({ kind, result }) => kind === 'review' && result !== 'withdrawn');
  if (about.some(({ kind }) => kind === 'appeal')) return [];
  const remedy = (kind: GradeCaseKind, from: PlainDate | null, key: NumberKey): Remedy => ({
    ...{ kind, basis },
    until: from && limitEnd(from, policy.number(key), calendar),
  });
  if (law === 'institution') {
    return review
      ? [remedy('appeal', review.decidedOn, 'evaluation.institutionAppealDays')]
      : [remedy('review', toldOn, 'evaluation.institutionReviewDays')];
  }
  return review
    ? [remedy('appeal', review.decidedOn, 'evaluation.appealAskDays')]
    : [
        remedy('review', toldOn, 'evaluation.reviewAskDays'),
        remedy('appeal', toldOn, 'evaluation.appealDirectDays'),
      ];
}

/** Whether the law gives a review of a grade. */
export function isReviewable(staffingType: StaffingType, grade: Grade): boolean {
  return lawOf(staffingType, grade) !== null;
}

/** Whether a grade may still be changed by it: an objection has no time, and keeps nothing open. */
export function isUnsettled({ kind, until }: Remedy, today: PlainDate): boolean {
  return kind !== 'objection' && (until === null || until >= today);
}

/** Whether it is asked for in time. */
export function isInTime({ until }: Remedy, askedOn: PlainDate): boolean {
  return until === null || askedOn <= until;
}

/** By when a case is decided; an objection has no day of its own. */
export function caseDueOn(
  { kind, askedOn, extended }: { kind: GradeCaseKind; askedOn: PlainDate; extended: boolean },
  policy: Policy,
  calendar: WorkCalendar,
): PlainDate | null {
  if (kind === 'objection') return null;
  if (kind === 'review') {
    return limitEnd(askedOn, policy.number('evaluation.reviewDecideDays'), calendar);
  }
  const more = extended ? policy.number('evaluation.appealExtendDays') : 0;
  return limitEnd(askedOn, policy.number('evaluation.appealDecideDays') + more, calendar);
}
