import type { JudgedRank } from '@xuanpai/contracts/target-values';
import type { PlainDate, Tier, VillageKind } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { groupBy } from '@xuanpai/domain/group-by';
import { type Policy, type PolicySetting, policyOn } from '@xuanpai/domain/policy/policy';
import {
  type AssignedVillage,
  choicesInForce,
  type TargetChoice,
} from '@xuanpai/domain/targets/assigned';
import { type PeriodLength, periodsOf, type ReportPeriod } from '@xuanpai/domain/targets/periods';
import { until } from '../known.ts';
import { readBatchAndSettings } from '../policy.ts';
import type { BatchRecord } from '../records/batch.ts';
import { readBatchVillages } from '../records/batch-villages.ts';
import { oneOf, rows, type Sql, sql } from '../sql.ts';
import { readConfirmedThen, readEditionsThen } from './known-then.ts';
import { type KnownValues, readKnown } from './last-confirmed.ts';
import { readTemplatesOf, type TemplateInUse, type TemplatesAt } from './templates.ts';

/** What the facts are read with: the database, or a transaction. */
export interface TargetReader {
  db: { prisma: PrismaClient | Tx; pool: Parameters<typeof rows>[0] };
}

/** A batch's targets on a day: what is the same for every village. */
export interface TargetFrame {
  batch: BatchRecord;
  on: PlainDate;
  /** What was confirmed and decided before this instant counts; null: all that is known by now. */
  before: Date | null;
  policy: Policy;
  policyAt(day: PlainDate): Policy;
  templates: TemplateInUse[];
  /** Of a year that is over: those that were in use then. */
  templatesAt: TemplatesAt;
  /** Every period of the term. */
  periods: ReportPeriod[];
}

/** `before`: see the frame. Throws `notFound`. */
export async function readFrame(
  { db }: TargetReader,
  batchId: string,
  on: PlainDate,
  before: Date | null = null,
): Promise<TargetFrame> {
  const [{ batch, settings }, templatesAt] = await Promise.all([
    readBatchAndSettings(db.pool, batchId),
    readTemplatesOf(db.pool, batchId),
  ]);
  const policy = policyOn(settings, on);
  const length = policy.choice('target.reportPeriod') as PeriodLength;
  const periods = periodsOf(batch, length);
  const policyAt = policiesOf(settings);
  return { batch, on, before, policy, policyAt, templates: templatesAt(on), templatesAt, periods };
}

/** Policies by day, each reckoned once. */
function policiesOf(settings: readonly PolicySetting[]) {
  const known = new Map<PlainDate, Policy>();
  return (day: PlainDate): Policy => {
    const policy = known.get(day) ?? policyOn(settings, day);
    known.set(day, policy);
    return policy;
  };
}

export interface TargetVillage {
  villageId: string;
  villageName: string;
  townshipId: string;
  townshipName: string;
  tier: Tier | null;
  kinds: VillageKind[];
  poor: boolean;
  population: number | null;
  chosen: readonly string[] | null;
  kindsFrom: AssignedVillage['kindsFrom'];
  choices: readonly TargetChoice[];
}

/** Villages in the order of the register, with what the planner picked for them; `reach` is about `v`. */
export async function readTargetVillages(
  reader: TargetReader,
  frame: TargetFrame,
  reach: Sql,
): Promise<TargetVillage[]> {
  return (await readVillagesAmongAll(reader, frame, reach)).villages;
}

interface Beside {
  id: string;
  reached: boolean;
  population: number | null;
  kindsFrom: AssignedVillage['kindsFrom'] | null;
}

interface Choice extends TargetChoice {
  villageId: string;
}

/** The same, and all of the register, whose means they may be compared with. */
export async function readVillagesAmongAll(
  { db }: TargetReader,
  { batch, policyAt, on, before }: TargetFrame,
  reach: Sql,
): Promise<{ villages: TargetVillage[]; all: TargetVillage[] }> {
  const [found, beside, chosenByThen] = await Promise.all([
    readBatchVillages(db.pool, batch, policyAt(batch.date)),
    rows<Beside>(
      db.pool,
      sql`SELECT v.id, ${reach} AS reached, v.population, NULLIF(b.kinds_from, '{}') AS "kindsFrom"
        FROM village v
        LEFT JOIN batch_village b ON b.village_id = v.id AND b.batch_id = ${batch.id}::uuid`,
    ),
    rows<Choice>(
      db.pool,
      sql`SELECT village_id AS "villageId", families, effective_from AS "from"
        FROM village_target_choice WHERE batch_id = ${batch.id}::uuid
          AND effective_from <= ${on}::date AND ${until('set_at', before)}
        ORDER BY set_at, id`,
    ),
  ]);
  const taken = groupBy(
    chosenByThen,
    ({ villageId }) => villageId,
    ({ families, from }): TargetChoice => ({ families, from }),
  );
  const known = new Map(beside.map((one) => [one.id, one]));
  const all = found.map(
    ({ villageId, name, townshipId, townshipName, tier, kinds, poor }): TargetVillage => {
      const facts = known.get(villageId);
      const { population = null } = facts ?? {};
      const choices = choicesInForce(taken.get(villageId) ?? []);
      const chosen = choices.at(-1)?.families ?? null;
      const village = { villageId, villageName: name, townshipId, townshipName };
      const kindsFrom = facts?.kindsFrom ?? {};
      return { ...village, tier, kinds, poor, population, chosen, choices, kindsFrom };
    },
  );
  return { all, villages: all.filter(({ villageId }) => known.get(villageId)?.reached) };
}

export interface ConfirmedValue {
  measureKey: string;
  period: string;
  endsOn: PlainDate;
  number: number | null;
  answer: boolean | null;
}

export type Confirmed = Pick<TargetFrame, 'batch' | 'on' | 'before' | 'periods'>;

/**
 * By village the values that were confirmed for periods that ended by a day, as they were known at the
 * last confirmed period of each calendar year, the earliest first.
 */
export async function readConfirmed(
  reader: TargetReader,
  frame: Confirmed,
  villageIds: readonly string[],
): Promise<Map<string, ConfirmedValue[]>> {
  const { before, ...rest } = frame;
  if (before) return readConfirmedThen(reader, { ...rest, before }, villageIds);
  const found = await readKnown(reader, frame, villageIds);
  const ends = new Map(frame.periods.map(({ key, endsOn }) => [key, endsOn]));
  const valuesOf = (known: KnownValues) =>
    Object.entries(known).flatMap(([measureKey, [period, number, answer]]): ConfirmedValue[] => {
      const endsOn = ends.get(period);
      return endsOn ? [{ measureKey, period, endsOn, number, answer }] : [];
    });
  return new Map([...found].map(([villageId, years]) => [villageId, years.flatMap(valuesOf)]));
}

/** The confirmed numbers of some measures by village and period. */
export async function readEveryPeriod(
  { db }: TargetReader,
  { batch, on, before }: Omit<Confirmed, 'periods'>,
  villageIds: readonly string[],
  measureKeys: readonly string[],
): Promise<{ villageId: string; measureKey: string; period: string; number: number }[]> {
  if (before) {
    const editions = await readEditionsThen({ db }, { batch, on, before }, villageIds);
    return editions.flatMap(({ villageId, period, content }) =>
      measureKeys.flatMap((measureKey) => {
        const number = content[measureKey]?.number ?? null;
        return number === null ? [] : [{ villageId, measureKey, period, number: Number(number) }];
      }),
    );
  }
  return rows(
    db.pool,
    sql`SELECT s.village_id AS "villageId", m.key AS "measureKey", s.period,
        (s.known -> m.key ->> 1)::float8 AS number
      FROM target_sheet s CROSS JOIN unnest(${[...measureKeys]}::text[]) m(key)
      WHERE s.batch_id = ${batch.id}::uuid AND s.revision > 0 AND s.ends_on <= ${on}::date
        AND ${oneOf('s.village_id', villageIds, 'uuid')}
        AND s.known -> m.key ->> 0 = s.period AND s.known -> m.key ->> 1 IS NOT NULL`,
  );
}

export interface Judgement {
  villageId: string;
  measureKey: string;
  rank: JudgedRank;
  judgedOn: PlainDate;
  ground: string;
  byName: string;
}

/** Judgements by a day, the earliest first. */
export function readJudgements(
  { db }: TargetReader,
  { batch, on, before }: Omit<Confirmed, 'periods'>,
  villageIds: readonly string[],
): Promise<Judgement[]> {
  return rows<Judgement>(
    db.pool,
    sql`SELECT j.village_id AS "villageId", j.measure_key AS "measureKey", j.rank::text AS rank,
        j.judged_on::text AS "judgedOn", j.ground, j.by_name AS "byName"
      FROM target_judgement j
      WHERE j.batch_id = ${batch.id}::uuid AND j.judged_on <= ${on}::date AND ${until('j.at', before)}
        AND j.village_id = ANY(${[...villageIds]}::uuid[]) ORDER BY j.judged_on, j.at, j.id`,
  );
}

export interface AdjustmentRow {
  villageId: string;
  measureKey: string;
  threshold: string | null;
  thresholdRank: JudgedRank | null;
  leftOut: boolean;
  effectiveFrom: PlainDate;
  reason: string;
  setByName: string;
  setAt: Date;
}

/** Adjustments in force by a day, the earliest first: the last of a measure holds. */
export function readAdjustments(
  { db }: TargetReader,
  { batch, on, before }: Omit<Confirmed, 'periods'>,
  villageIds: readonly string[],
): Promise<AdjustmentRow[]> {
  return rows<AdjustmentRow>(
    db.pool,
    sql`SELECT a.village_id AS "villageId", a.measure_key AS "measureKey",
        trim_scale(a.threshold)::text AS threshold, a.threshold_rank::text AS "thresholdRank",
        a.left_out AS "leftOut", a.effective_from::text AS "effectiveFrom", a.reason,
        a.set_by_name AS "setByName", a.set_at AS "setAt"
      FROM target_adjustment a
      WHERE a.batch_id = ${batch.id}::uuid AND a.effective_from <= ${on}::date AND ${until('a.set_at', before)}
        AND a.village_id = ANY(${[...villageIds]}::uuid[])
      ORDER BY a.effective_from, a.set_at, a.id`,
  );
}

export interface YearFigures {
  villageId: string;
  year: number;
  operatingIncome: number | null;
  netIncomePerHead: number | null;
  infrastructureInvestment: number | null;
}

/** The register's yearly figures of villages, the earliest first. */
export function readYearFigures(
  { db }: TargetReader,
  villageIds: readonly string[],
): Promise<YearFigures[]> {
  return rows<YearFigures>(
    db.pool,
    sql`SELECT y.village_id AS "villageId", y.year, y.operating_income::float8 AS "operatingIncome",
        y.net_income_per_head::float8 AS "netIncomePerHead",
        y.infrastructure_investment::float8 AS "infrastructureInvestment"
      FROM village_year y WHERE y.village_id = ANY(${[...villageIds]}::uuid[]) ORDER BY y.year`,
  );
}
