import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { may } from '@xuanpai/contracts/permissions';
import type { TargetAct, TargetStatus } from '@xuanpai/contracts/target-values';
import type { getVillageTargets } from '@xuanpai/contracts/targets';
import type { PlainDate } from '@xuanpai/contracts/values';
import { targetTransitions } from '@xuanpai/domain/targets/acts';
import { type Measure, measuresOf } from '@xuanpai/domain/targets/measures';
import { reportBy } from '@xuanpai/domain/targets/periods';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { knownBefore, until } from '../../lib/known.ts';
import { rows, sql } from '../../lib/sql.ts';
import { readFrame, readVillagesAmongAll, type TargetFrame } from '../../lib/targets/facts.ts';
import { readEditionsThen } from '../../lib/targets/known-then.ts';
import { readStandingFacts } from '../../lib/targets/standing-facts.ts';
import { standingsIn } from '../../lib/targets/standings.ts';
import { countStates } from '../../lib/targets/state-counts.ts';
import { familiesIn, presentMeasure, presentVillage } from './grid.ts';
import { findVillage } from './reach.ts';

type Reply = ReplyOf<typeof getVillageTargets>;

/** One village: its measures, how each came about, and who decided what. Throws `notFound`. */
export async function readVillage(
  deps: Deps,
  actor: Actor,
  villageId: string,
  { batchId, on = deps.today(), known }: QueryOf<typeof getVillageTargets>,
): Promise<Reply> {
  await findVillage(deps, actor, 'targets.read', villageId);
  const before = knownBefore(on, deps.today(), known);
  const frame = await readFrame(deps, batchId, on, before);
  const { villages, all } = await readVillagesAmongAll(deps, frame, sql`v.id = ${villageId}::uuid`);
  const [village] = villages;
  if (!village) throw new Error('a village of the register is in every batch');
  const [facts, current, values, trail] = await Promise.all([
    readStandingFacts(deps, frame, { villages, all }),
    readSheetsOf(deps, batchId, villageId),
    before
      ? readValuesThen(deps, { ...frame, before }, villageId)
      : readValuesOf(deps, batchId, villageId, on),
    readTrailOf(deps, batchId, villageId, before),
  ]);
  const sheets = before ? current.map((sheet) => sheetThen(sheet, trail)) : current;
  const standings = standingsIn(frame, facts)(village);
  const days = frame.policy.number('target.reportDays');
  const figures = facts.figures.get(villageId) ?? [];
  const present = (measure: Measure): Reply['measures'][number] => ({
    ...presentMeasure(measure, frame),
    baseline: figures.flatMap(({ year, ...one }) => {
      const figure = measure.figure === null ? null : one[measure.figure];
      return figure === null ? [] : [{ year, value: String(figure) }];
    }),
    standings: standings.filter(({ measureKey }) => measureKey === measure.key),
    values: values.flatMap(({ measureKey, ...value }) =>
      measureKey === measure.key ? [value] : [],
    ),
    judgements: ofMeasure(facts.judgements.get(villageId), measure).map(
      ({ rank, judgedOn, ground, byName }) => ({ ...{ rank, judgedOn, ground, byName } }),
    ),
    adjustments: ofMeasure(facts.adjustments.get(villageId), measure).map(
      ({ villageId: _, measureKey: __, setAt, ...adjustment }) => ({
        ...adjustment,
        setAt: setAt.toISOString(),
      }),
    ),
    means: ofMeasure(facts.means, measure)
      .filter(({ townshipId }) => townshipId === village.townshipId)
      .map(({ period, value, from, reported, villages }) => ({
        ...{ period, from, reported, villages },
        value: value === null ? null : String(value),
      })),
  });
  return {
    ...{ on, families: familiesIn(frame) },
    village: { ...presentVillage(village, frame), counts: countStates(standings, on) },
    measures: measuresOf(village, frame.templates).map(present),
    periods: frame.periods.map(({ key, startsOn, endsOn }) => {
      const sheet = sheets.find(({ period }) => period === key);
      return {
        ...{ key, startsOn, endsOn, reportBy: reportBy({ endsOn }, days) },
        ...{ status: sheet?.status ?? null, version: sheet?.version ?? null },
        ...{ revision: sheet?.revision ?? 0, sheetId: sheet?.id ?? null },
      };
    }),
    trail: trail.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    acts: {
      report: may(actor.roles, 'targets.report'),
      adjust: may(actor.roles, 'targets.write'),
      judge: may(actor.roles, 'targets.judge'),
    },
  };
}

function ofMeasure<Row extends { measureKey: string }>(
  all: readonly Row[] | undefined,
  { key }: Pick<Measure, 'key'>,
): Row[] {
  return all?.filter(({ measureKey }) => measureKey === key) ?? [];
}

interface SheetRow {
  id: string;
  period: string;
  status: TargetStatus | null;
  version: number;
  revision: number;
}

/** How a report stood after the last act that is told; nobody wrote down when its draft was begun. */
function sheetThen(sheet: SheetRow, trail: readonly TrailRow[]): SheetRow {
  const last = trail.findLast(({ period }) => period === sheet.period);
  const status = last ? targetTransitions[last.act].to : null;
  return { ...sheet, status, revision: last?.revision ?? 0 };
}

function readSheetsOf({ db }: Pick<Deps, 'db'>, batchId: string, villageId: string) {
  return rows<SheetRow>(
    db.pool,
    sql`SELECT s.id, s.period, s.status::text AS status, s.version, s.revision FROM target_sheet s
      WHERE s.batch_id = ${batchId}::uuid AND s.village_id = ${villageId}::uuid`,
  );
}

function readValuesOf({ db }: Pick<Deps, 'db'>, batchId: string, villageId: string, on: PlainDate) {
  return rows<Reply['measures'][number]['values'][number] & { measureKey: string }>(
    db.pool,
    sql`SELECT x.measure_key AS "measureKey", s.period, s.ends_on::text AS "endsOn",
        s.status::text AS status, trim_scale(x.number)::text AS value, x.answer, x.note
      FROM target_sheet s JOIN target_value x ON x.sheet_id = s.id
      WHERE s.batch_id = ${batchId}::uuid AND s.village_id = ${villageId}::uuid
        AND s.ends_on <= ${on}::date ORDER BY s.ends_on`,
  );
}

async function readValuesThen(
  deps: Pick<Deps, 'db'>,
  frame: TargetFrame & { before: Date },
  villageId: string,
) {
  const editions = await readEditionsThen(deps, frame, [villageId]);
  return editions.flatMap(({ period, endsOn, content }) =>
    Object.entries(content).map(([measureKey, { number, answer, note }]) => ({
      ...{ measureKey, period, endsOn, answer, note },
      value: number === null ? null : String(Number(number)),
      status: 'confirmed' as const,
    })),
  );
}

interface TrailRow {
  period: string;
  act: TargetAct;
  revision: number;
  reason: string | null;
  byName: string;
  at: Date;
}

function readTrailOf(
  { db }: Pick<Deps, 'db'>,
  batchId: string,
  villageId: string,
  before: Date | null,
) {
  return rows<TrailRow>(
    db.pool,
    sql`SELECT s.period, e.act::text AS act, e.revision, e.reason, e.by_name AS "byName", e.at
      FROM target_sheet s JOIN target_event e ON e.sheet_id = s.id
      WHERE s.batch_id = ${batchId}::uuid AND s.village_id = ${villageId}::uuid
        AND ${until('e.at', before)} ORDER BY e.at, e.id`,
  );
}

/** Throws `notFound` where the batch doesn't have the measure. */
export function measureOfBatch({ templates }: TargetFrame, key: string): Measure | null {
  const all = templates.flatMap(({ measures }) => measures);
  return all.find((measure) => measure.key === key) ?? null;
}
