import type { TargetStanding } from '@xuanpai/contracts/targets';
import type { PlainDate } from '@xuanpai/contracts/values';
import { assignedByVillage } from '@xuanpai/domain/targets/assigned';
import {
  baselineOf,
  everyMeasure,
  isByYear,
  type Measure,
  measuresByVillage,
  type Threshold,
} from '@xuanpai/domain/targets/measures';
import { reportBy } from '@xuanpai/domain/targets/periods';
import { standingOf } from '@xuanpai/domain/targets/standing';
import type { TargetFrame, TargetVillage } from './facts.ts';
import { knownValueIn } from './known-value.ts';
import { type MeanOfPeriod, meansByPlace } from './means.ts';
import type { StandingFacts } from './standing-facts.ts';
import { thresholdsIn } from './thresholds.ts';
import { firstDay, lastDay } from './year-days.ts';

/** How the measures of villages stand on the day of the frame: yearly ones by each year of the term. */
export function standingsIn(frame: TargetFrame, facts: StandingFacts) {
  const { on, batch } = frame;
  const asked = askedIn(frame);
  const assignedSince = assignedByVillage(templatesEver(frame));
  const thresholds = thresholdsIn(frame, facts);
  const knownValue = knownValueIn(frame, facts);
  const meanOf = meansByPlace(facts.means);

  // Called some thousand times for one grid: objects are written out, spreading them takes most of it.
  function standing(
    { villageId, townshipId }: TargetVillage,
    measure: Measure,
    { year, from, to, due }: Asked,
    since: PlainDate | undefined,
  ): TargetStanding | null {
    const known = knownValue(villageId, measure, year);
    // Of a year that was over before it was asked it has nothing to tell.
    if (!known && since && year !== null && to < since) return null;
    const threshold = thresholds.of(villageId, measure, known?.value.asOf ?? on);
    const mean = known?.period ? meanOf(townshipId, measure.key, known.period) : null;
    const reckoned = standingOf({
      measure,
      threshold,
      on,
      baseline: baselineOf(measure, facts.figures.get(villageId) ?? [], batch.startsOn),
      from,
      to,
      value: known?.value ?? null,
      mean: mean?.value ?? null,
      // Periods that were over before it was asked are no debt.
      dueUntil: due !== null && since && due < since ? null : due,
    });
    return {
      measureKey: measure.key,
      year,
      state: reckoned.state,
      value: textOf(known?.value.number ?? null),
      answer: known?.value.answer ?? null,
      rank: known?.value.rank ?? null,
      threshold: textOf(shownThreshold(measure, threshold, mean)),
      expected: textOf(reckoned.expected),
      asOf: known?.value.asOf ?? null,
      adjusted: threshold.adjusted,
    };
  }

  return (village: TargetVillage): TargetStanding[] => {
    const since = assignedSince(village);
    const found: TargetStanding[] = [];
    for (const span of asked) {
      for (const measure of span.measuresOf(village)) {
        if (thresholds.isLeftOut(village.villageId, measure)) continue;
        const one = standing(village, measure, span, since?.get(measure.key));
        if (one) found.push(one);
      }
    }
    return found;
  };
}

interface Asked {
  /** Null for the whole term. */
  year: number | null;
  from: PlainDate;
  to: PlainDate;
  /** The end of the last period of it whose report was due by the day of the frame. */
  due: PlainDate | null;
  measuresOf: (village: TargetVillage) => readonly Measure[];
}

/** The measures of the term, then the yearly ones of each year that has begun. */
function askedIn(frame: TargetFrame): Asked[] {
  const begun = yearsOf(frame).filter((year) => year <= Number(frame.on.slice(0, 4)));
  const dueUntil = dueUntilIn(frame);
  return [
    {
      ...{ year: null, from: frame.batch.startsOn, to: frame.batch.endsOn },
      due: dueUntil.get(null) ?? null,
      measuresOf: only(measuresByVillage(frame.templates), (one) => !isByYear(one)),
    },
    ...begun.map((year) => ({
      ...{ year, from: firstDay(year), to: lastDay(year), due: dueUntil.get(year) ?? null },
      measuresOf: only(measuresByVillage(templatesOfYear(frame, year)), isByYear),
    })),
  ];
}

/** By year the end of the last period whose report was due by the day of the frame; null: of the term. */
function dueUntilIn({ periods, policy, on }: TargetFrame): Map<number | null, PlainDate> {
  const days = policy.number('target.reportDays');
  const due = periods.filter(({ endsOn }) => reportBy({ endsOn }, days) < on);
  return new Map<number | null, PlainDate>([
    ...due.map(({ year, endsOn }) => [year, endsOn] as const),
    ...due.slice(-1).map(({ endsOn }) => [null, endsOn] as const),
  ]);
}

/** Those of a village's measures that are of a sort, found once for villages that are asked the same. */
function only(
  measuresOf: (village: TargetVillage) => readonly Measure[],
  isOfSort: (measure: Measure) => boolean,
): (village: TargetVillage) => readonly Measure[] {
  const known = new Map<readonly Measure[], readonly Measure[]>();
  return (village) => {
    const all = measuresOf(village);
    const own = known.get(all) ?? all.filter(isOfSort);
    known.set(all, own);
    return own;
  };
}

function yearsOf({ periods }: TargetFrame): number[] {
  return [...new Set(periods.map(({ year }) => year))];
}

/** A year that is over is judged by the template that it had. */
function templatesOfYear({ on, templatesAt }: TargetFrame, year: number) {
  return templatesAt([on, lastDay(year)].sort()[0] ?? on);
}

/** Every edition by which a year is judged, those in use now first. */
function templatesEver(frame: TargetFrame) {
  return [...frame.templates, ...yearsOf(frame).flatMap((year) => templatesOfYear(frame, year))];
}

/** Every measure that a standing may be of, those in use now first. */
export function measuresIn(frame: TargetFrame): Measure[] {
  return everyMeasure(templatesEver(frame));
}

/** What a relative measure is compared with stands where others have their threshold. */
function shownThreshold({ kind }: Measure, threshold: Threshold, mean: MeanOfPeriod | null) {
  return kind === 'relative' ? (mean?.value ?? null) : threshold.number;
}

function textOf(value: number | null): string | null {
  return value === null ? null : String(value);
}
