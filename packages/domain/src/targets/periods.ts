import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays, addMonths, daysBetween, plainDateOf } from '../office/plain-date.ts';

/** A period of reports: `2015Q3`, or `2015`; both days belong to it. */
export interface ReportPeriod {
  key: string;
  year: number;
  startsOn: PlainDate;
  endsOn: PlainDate;
  /** Whether it closes its calendar year, or as much of it as is in the term. */
  closesYear: boolean;
}

export type PeriodLength = 'quarter' | 'year';

interface Term {
  startsOn: PlainDate;
  endsOn: PlainDate;
}

const months: Record<PeriodLength, number> = { quarter: 3, year: 12 };

/**
 * The calendar periods of a term, the earliest first. One that lies in the term for less than half
 * of its days is left out (by reading: June to December 2015 is a year, the June of 2015 no quarter).
 */
export function periodsOf(term: Term, length: PeriodLength): ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  const firstYear = Number(term.startsOn.slice(0, 4));
  let startsOn = plainDateOf(firstYear, 1, 1) as PlainDate;
  for (; startsOn <= term.endsOn; startsOn = addMonths(startsOn, months[length])) {
    const endsOn = addDays(addMonths(startsOn, months[length]), -1);
    if (2 * daysInTerm(term, startsOn, endsOn) < daysBetween(startsOn, endsOn) + 1) continue;
    periods.push({ ...named(startsOn, length), startsOn, endsOn, closesYear: false });
  }
  return periods.map((period, at) => ({
    ...period,
    closesYear: periods[at + 1]?.year !== period.year,
  }));
}

function named(startsOn: PlainDate, length: PeriodLength) {
  const year = Number(startsOn.slice(0, 4));
  const quarter = Math.ceil(Number(startsOn.slice(5, 7)) / 3);
  return { key: length === 'year' ? `${year}` : `${year}Q${quarter}`, year };
}

function daysInTerm(term: Term, startsOn: PlainDate, endsOn: PlainDate): number {
  const from = startsOn > term.startsOn ? startsOn : term.startsOn;
  const to = endsOn < term.endsOn ? endsOn : term.endsOn;
  return Math.max(0, daysBetween(from, to) + 1);
}

/** The last day for reporting a period. `days`: `target.reportDays` of the policy. */
export function reportBy({ endsOn }: Pick<ReportPeriod, 'endsOn'>, days: number): PlainDate {
  return addDays(endsOn, days);
}
