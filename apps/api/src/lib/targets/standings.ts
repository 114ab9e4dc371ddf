import type { TargetState } from '@xuanpai/contracts/target-values';
import type { TargetStanding } from '@xuanpai/contracts/targets';
import type { PlainDate } from '@xuanpai/contracts/values';
import { groupBy } from '@xuanpai/domain/group-by';
import { standingOn } from '@xuanpai/domain/targets/aims';
import {
  type Adjustment,
  baselineOf,
  everyMeasure,
  isByYear,
  type Measure,
  measuresByVillage,
  type Threshold,
  thresholdOf,
} from '@xuanpai/domain/targets/measures';
import { reportBy } from '@xuanpai/domain/targets/periods';
import { type KnownValue, spentValue, standingOf } from '@xuanpai/domain/targets/standing';
import type { Deps } from '../deps.ts';
import { rows, sql } from '../sql.ts';
import { infrastructureSpent } from '../support/infrastructure.ts';
import {
  type AdjustmentRow,
  type Judgement,
  readAdjustments,
  readJudgements,
  readYearFigures,
  type TargetFrame,
  type TargetVillage,
  type YearFigures,
} from './facts.ts';
import { type LastConfirmed, readLastConfirmed } from './last-confirmed.ts';
import { type MeanOfPeriod, meansByPlace, readMeans } from './means.ts';

/** Everything that the standings of some villages are reckoned from. */
export interface StandingFacts {
  confirmed: LastConfirmed;
  judgements: Map<string, Judgement[]>;
  adjustments: Map<string, AdjustmentRow[]>;
  figures: Map<string, YearFigures[]>;
  /** Yuan by village and year. */
  spent: Map<string, number>;
  means: MeanOfPeriod[];
}

/** Of `villages`; `all` are those of the register, for the means of their townships. */
export async function readStandingFacts(
  deps: Pick<Deps, 'db'>,
  frame: TargetFrame,
  { villages, all }: { villages: readonly TargetVillage[]; all: readonly TargetVillage[] },
): Promise<StandingFacts> {
  const ids = villages.map(({ villageId }) => villageId);
  const townshipIds = [...new Set(villages.map(({ townshipId }) => townshipId))];
  const [confirmed, judgements, adjustments, figures, spent, means] = await Promise.all([
    readLastConfirmed(deps, frame, ids),
    readJudgements(deps, frame, ids),
    readAdjustments(deps, frame, ids),
    readYearFigures(deps, ids),
    readSpent(deps, ids, frame),
    readMeans(deps, frame, all, townshipIds),
  ]);
  return {
    ...{ confirmed, spent, means },
    judgements: byVillage(judgements),
    adjustments: byVillage(adjustments),
    figures: byVillage(figures),
  };
}

async function readSpent(
  { db }: Pick<Deps, 'db'>,
  ids: readonly string[],
  { on, before }: Pick<TargetFrame, 'on' | 'before'>,
) {
  const found = await rows<{ villageId: string; year: number; yuan: number }>(
    db.pool,
    sql`SELECT s.village_id AS "villageId", s.year, s.yuan::float8 AS yuan
      FROM (${infrastructureSpent(ids, on, before)}) s`,
  );
  return new Map(found.map(({ villageId, year, yuan }) => [`${villageId} ${year}`, yuan]));
}

function byVillage<Row extends { villageId: string }>(all: readonly Row[]): Map<string, Row[]> {
  return groupBy(all, ({ villageId }) => villageId);
}

/** How the measures of villages stand on the day of the frame: yearly ones by each year of the term. */
export function standingsIn(frame: TargetFrame, facts: StandingFacts) {
  const { on, batch } = frame;
  const years = [...new Set(frame.periods.map(({ year }) => year))].filter(
    (year) => year <= Number(on.slice(0, 4)),
  );
  const days = frame.policy.number('target.reportDays');
  const due = frame.periods.filter(({ endsOn }) => reportBy({ endsOn }, days) < on);
  const dueUntil = new Map<number | null, PlainDate>([
    ...due.map(({ year, endsOn }) => [year, endsOn] as const),
    ...due.slice(-1).map(({ endsOn }) => [null, endsOn] as const),
  ]);
  /** Years of which a period is over. */
  const begun = new Set(frame.periods.filter(({ endsOn }) => endsOn <= on).map(({ year }) => year));
  const meanOf = meansByPlace(facts.means);
  const thresholds = new Map<Measure, Map<PlainDate, Threshold>>();

  // Called some thousand times for one grid: objects are written out, spreading them takes most of it.
  function standing(village: TargetVillage, measure: Measure, year: number | null): TargetStanding {
    const { villageId } = village;
    const known = knownOf(village, measure, year);
    const at = known?.value.asOf ?? on;
    const adjustment = adjustmentOf(villageId, measure.key);
    const threshold = adjustment
      ? thresholdOf(measure, frame.policyAt(at), adjustment)
      : plainThreshold(measure, at);
    const mean = known?.period ? meanOf(village.townshipId, measure.key, known.period) : null;
    const reckoned = standingOf({
      measure,
      threshold,
      on,
      baseline: baselineOf(measure, facts.figures.get(villageId) ?? [], batch.startsOn),
      from: year === null ? batch.startsOn : firstDay(year),
      to: year === null ? batch.endsOn : lastDay(year),
      value: known?.value ?? null,
      mean: mean?.value ?? null,
      dueUntil: dueUntil.get(year) ?? null,
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

  /** Without an adjustment a measure asks the same of every village. */
  function plainThreshold(measure: Measure, at: PlainDate): Threshold {
    const byDay = thresholds.get(measure) ?? new Map<PlainDate, Threshold>();
    thresholds.set(measure, byDay);
    const threshold = byDay.get(at) ?? thresholdOf(measure, frame.policyAt(at), null);
    byDay.set(at, threshold);
    return threshold;
  }

  function knownOf(
    { villageId }: TargetVillage,
    measure: Measure,
    year: number | null,
  ): { value: KnownValue; period: string | null } | null {
    if (measure.source === 'judgement') {
      const judged = facts.judgements
        .get(villageId)
        ?.findLast(({ measureKey }) => measureKey === measure.key);
      if (!judged) return null;
      const { rank, judgedOn } = judged;
      return { value: { number: null, answer: null, rank, asOf: judgedOn }, period: null };
    }
    if (measure.source === 'projects' && year !== null) {
      const number = facts.spent.get(`${villageId} ${year}`) ?? 0;
      const value = spentValue(number, { on, to: lastDay(year), periodOver: begun.has(year) });
      return value && { value, period: null };
    }
    const found = facts.confirmed(villageId, measure.key, year);
    if (!found) return null;
    const { number, answer, endsOn, period } = found;
    return { value: { number, answer, rank: null, asOf: endsOn }, period };
  }

  function adjustmentOf(villageId: string, key: string): Adjustment | null {
    const row = facts.adjustments.get(villageId)?.findLast(({ measureKey }) => measureKey === key);
    if (!row) return null;
    return { ...row, threshold: row.threshold === null ? null : Number(row.threshold) };
  }

  const ofTerm = only(measuresByVillage(frame.templates), (one) => !isByYear(one));
  const ofYears = years.map((year) => ({
    year,
    asked: only(measuresByVillage(templatesOfYear(frame, year)), isByYear),
  }));

  return (village: TargetVillage): TargetStanding[] => {
    const standings: TargetStanding[] = [];
    const add = (measures: readonly Measure[], year: number | null) => {
      for (const measure of measures) {
        if (adjustmentOf(village.villageId, measure.key)?.leftOut) continue;
        standings.push(standing(village, measure, year));
      }
    };
    add(ofTerm(village), null);
    for (const { year, asked } of ofYears) add(asked(village), year);
    return standings;
  };
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

/** A year that is over is judged by the template that it had. */
function templatesOfYear({ on, templatesAt }: TargetFrame, year: number) {
  return templatesAt([on, lastDay(year)].sort()[0] ?? on);
}

/** Every measure that a standing may be of, those in use now first. */
export function measuresIn(frame: TargetFrame): Measure[] {
  const years = [...new Set(frame.periods.map(({ year }) => year))];
  const earlier = years.flatMap((year) => templatesOfYear(frame, year));
  return everyMeasure([...frame.templates, ...earlier]);
}

/** What a relative measure is compared with stands where others have their threshold. */
function shownThreshold({ kind }: Measure, threshold: Threshold, mean: MeanOfPeriod | null) {
  return kind === 'relative' ? (mean?.value ?? null) : threshold.number;
}

/** Asked some thousand times for one grid: not checked again. */
const firstDay = (year: number) => `${year}-01-01` as PlainDate;
const lastDay = (year: number) => `${year}-12-31` as PlainDate;
const textOf = (value: number | null) => (value === null ? null : String(value));

/** Measures by how they stand on a day, each once. */
export function countStates(
  standings: readonly TargetStanding[],
  on: PlainDate,
): Record<TargetState, number> {
  const counts = { reached: 0, onCourse: 0, behind: 0, notReported: 0, notDue: 0 };
  for (const own of groupBy(standings, ({ measureKey }) => measureKey).values()) {
    const standing = standingOn(own, on);
    if (standing) counts[standing.state] += 1;
  }
  return counts;
}

/** The counts of several villages together. */
export function sumCounts(
  all: readonly Record<TargetState, number>[],
): Record<TargetState, number> {
  const sum = (state: TargetState) => all.reduce((total, counts) => total + counts[state], 0);
  return {
    reached: sum('reached'),
    onCourse: sum('onCourse'),
    behind: sum('behind'),
    notReported: sum('notReported'),
    notDue: sum('notDue'),
  };
}
