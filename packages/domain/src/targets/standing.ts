import type { JudgedRank, TargetState } from '@xuanpai/contracts/target-values';
import type { PlainDate } from '@xuanpai/contracts/values';
import { daysBetween } from '../office/plain-date.ts';
import type { Measure, Threshold } from './measures.ts';

/** What is known of a measure at the end of a period, or on the day of a judgement. */
export interface KnownValue {
  number: number | null;
  answer: boolean | null;
  rank: JudgedRank | null;
  /** The day that it tells of. */
  asOf: PlainDate;
}

export interface StandingInput {
  measure: Pick<Measure, 'kind' | 'direction' | 'period'>;
  threshold: Threshold;
  /** Where the line begins: a figure of before; null: at nothing. */
  baseline: number | null;
  /** The days over which it is to be reached: the term, or a calendar year. */
  from: PlainDate;
  to: PlainDate;
  /** The last value that was confirmed by the day; null: none. */
  value: KnownValue | null;
  /** What a relative measure is compared with at the value's period. */
  mean: number | null;
  on: PlainDate;
  /** The end of the last period whose report was due by the day; null: none was due. */
  dueUntil: PlainDate | null;
}

export interface Standing {
  state: TargetState;
  /** Where the straight line stands at the value's day. */
  expected: number | null;
}

const rankOrder: readonly JudgedRank[] = ['lower', 'middle', 'upper'];

/**
 * How a measure stands on a day (T3). A yearly one fills up from nothing over its calendar year, one
 * of the term goes from its baseline to the threshold; what is at or beyond the straight line at the
 * day that the value tells of is on course. What was reached once stays reached.
 */
export function standingOf(input: StandingInput): Standing {
  const { value, dueUntil, on, to } = input;
  if (!value) return unknown(input);
  const expected = lineAt(input, value.asOf);
  const met = isMet(input, value);
  const last = value.asOf >= to;
  if (met && (last || !canBeLost(input))) return { state: 'reached', expected };
  const overdue = dueUntil !== null && dueUntil > value.asOf && isAskedEachPeriod(input);
  if (overdue) return { state: 'notReported', expected };
  // A year's last report may still be under way; what is asked once is late with the term.
  const over = last || (on > to && !isAskedEachPeriod(input));
  if (over) return { state: 'behind', expected };
  return { state: met || isOnLine(input, value, expected) ? 'onCourse' : 'behind', expected };
}

/** Nothing confirmed: whether that is late. A judgement is due with the term. */
function unknown({ measure, dueUntil, on, to }: StandingInput): Standing {
  const due = measure.kind === 'rank' ? on > to : dueUntil !== null;
  return { state: due ? 'notReported' : 'notDue', expected: null };
}

/** Yearly figures are asked every period; what stands for the term holds until something else is said. */
function isAskedEachPeriod({ measure }: StandingInput): boolean {
  return measure.period === 'yearly' && measure.kind !== 'rank';
}

/** What may still turn before the end: a comparison, and a figure that must stay under its threshold. */
function canBeLost({ measure }: StandingInput): boolean {
  if (measure.kind === 'relative') return true;
  return measure.period === 'yearly' && measure.direction === 'atMost';
}

/**
 * What projects have spent in a calendar year by a day. In January nobody is behind for not having
 * built yet: nothing spent is nothing known until a period of the year is over.
 */
export function spentValue(
  yuan: number,
  { on, to, periodOver }: { on: PlainDate; to: PlainDate; periodOver: boolean },
): KnownValue | null {
  if (yuan === 0 && !periodOver) return null;
  return { number: yuan, answer: null, rank: null, asOf: on < to ? on : to };
}

/** Whether the value is what the threshold asks. */
export function isMet(
  { measure, threshold, mean }: Pick<StandingInput, 'measure' | 'threshold' | 'mean'>,
  value: KnownValue,
): boolean {
  const { kind, direction } = measure;
  if (kind === 'yesNo') return value.answer === true;
  if (kind === 'rank') {
    const wanted = threshold.rank ?? 'upper';
    return value.rank !== null && rankOrder.indexOf(value.rank) >= rankOrder.indexOf(wanted);
  }
  const limit = kind === 'relative' ? mean : threshold.number;
  if (value.number === null || limit === null) return false;
  if (direction === 'above') return value.number > limit;
  if (direction === 'below') return value.number < limit;
  if (value.number === limit) return threshold.inclusive;
  return direction === 'atLeast' ? value.number > limit : value.number < limit;
}

function isOnLine(input: StandingInput, value: KnownValue, expected: number | null): boolean {
  const { kind, direction } = input.measure;
  if (kind === 'yesNo') return true;
  if (kind === 'rank') return false;
  // Without anything to compare with there is nothing to be behind of.
  if (kind === 'relative') return input.mean === null;
  if (value.number === null || expected === null) return false;
  return direction === 'atMost' ? value.number <= expected : value.number >= expected;
}

/** Where the straight line from the baseline to the threshold stands at a day. */
function lineAt({ measure, threshold, baseline, from, to }: StandingInput, day: PlainDate) {
  const { kind, period } = measure;
  if (kind === 'yesNo' || kind === 'rank' || kind === 'relative') return null;
  if (threshold.number === null) return null;
  const start = period === 'yearly' ? 0 : (baseline ?? 0);
  const whole = daysBetween(from, to) + 1;
  const gone = Math.min(whole, Math.max(0, daysBetween(from, day) + 1));
  return Math.round((start + ((threshold.number - start) * gone) / whole) * 1e4) / 1e4;
}
