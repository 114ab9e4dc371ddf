import { everyMeasure, measuresByVillage } from '@xuanpai/domain/targets/measures';
import { type TownshipMean, townshipMean } from '@xuanpai/domain/targets/township-mean';
import type { Deps } from '../deps.ts';
import { oneOf, rows, sql } from '../sql.ts';
import { readEveryPeriod, type TargetFrame, type TargetVillage } from './facts.ts';

export interface MeanOfPeriod extends TownshipMean {
  townshipId: string;
  measureKey: string;
  period: string;
  /** Of the statistics office's figure; null where none is entered. */
  figureVersion: number | null;
}

interface Figure {
  townshipId: string;
  measureKey: string;
  period: string;
  value: number;
  version: number;
}

/**
 * The means of townships that relative measures are compared with, by measure and period: over every
 * village of the township that is asked, whoever looks.
 */
export async function readMeans(
  deps: Pick<Deps, 'db'>,
  frame: TargetFrame,
  all: readonly TargetVillage[],
  townshipIds: readonly string[],
): Promise<MeanOfPeriod[]> {
  const keys = relativeKeys(frame);
  if (keys.length === 0 || townshipIds.length === 0) return [];
  const villages = all.filter(({ townshipId }) => townshipIds.includes(townshipId));
  const ids = villages.map(({ villageId }) => villageId);
  const [confirmed, figures] = await Promise.all([
    readEveryPeriod(deps, frame, ids, keys),
    readFigures(deps, townshipIds, frame.before),
  ]);
  const numbers = new Map(
    confirmed.map((one) => [`${one.villageId} ${one.measureKey} ${one.period}`, one.number]),
  );
  const choice = frame.policy.choice('target.incomeMean');
  const periods = frame.periods.filter(({ endsOn }) => endsOn <= frame.on);
  const measures = measuresByVillage(frame.templates);
  const isAsked = (village: TargetVillage, key: string) =>
    measures(village).some((measure) => measure.key === key);
  const asked = new Map(
    keys.map((key) => [key, villages.filter((village) => isAsked(village, key))]),
  );
  return keys.flatMap((measureKey) =>
    townshipIds.flatMap((townshipId) => {
      const own = asked.get(measureKey)?.filter((one) => one.townshipId === townshipId) ?? [];
      return periods.map(({ key: period }): MeanOfPeriod => {
        const reported = own.map(({ villageId, population }) => ({
          value: numbers.get(`${villageId} ${measureKey} ${period}`) ?? null,
          population,
        }));
        const isOf = (one: Figure) =>
          one.townshipId === townshipId && one.measureKey === measureKey && one.period === period;
        const figure = figures.find(isOf);
        const mean = townshipMean(reported, figure?.value ?? null, choice);
        const figureVersion = figure?.version ?? null;
        return { townshipId, measureKey, period, ...mean, figureVersion };
      });
    }),
  );
}

function relativeKeys({ templates }: TargetFrame): string[] {
  const measures = everyMeasure(templates).filter(({ kind }) => kind === 'relative');
  return measures.map(({ key }) => key);
}

/** Those of an instant, or those of now; the version is always that of now. */
function readFigures(
  { db }: Pick<Deps, 'db'>,
  townshipIds: readonly string[],
  before: Date | null,
): Promise<Figure[]> {
  if (before) {
    return rows<Figure>(
      db.pool,
      sql`SELECT DISTINCT ON (f.township_id, f.measure_key, f.period) f.township_id AS "townshipId",
          f.measure_key AS "measureKey", f.period, f.value::float8 AS value, f.version
        FROM township_figure_edition f
        WHERE ${oneOf('f.township_id', townshipIds, 'uuid')} AND f.set_at < ${before}
        ORDER BY f.township_id, f.measure_key, f.period, f.version DESC`,
    );
  }
  return rows<Figure>(
    db.pool,
    sql`SELECT f.township_id AS "townshipId", f.measure_key AS "measureKey", f.period,
        f.value::float8 AS value, f.version
      FROM township_figure f WHERE ${oneOf('f.township_id', townshipIds, 'uuid')}`,
  );
}

/** The mean of a township, measure and period: what a value of that period is compared with. */
export function meansByPlace(means: readonly MeanOfPeriod[]) {
  const byPlace = new Map(
    means.map((mean) => [`${mean.townshipId} ${mean.measureKey} ${mean.period}`, mean]),
  );
  return (townshipId: string, measureKey: string, period: string): MeanOfPeriod | null =>
    byPlace.get(`${townshipId} ${measureKey} ${period}`) ?? null;
}
