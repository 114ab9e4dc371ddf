import { groupBy } from '@xuanpai/domain/group-by';
import { oneOf, rows, sql } from '../sql.ts';
import type { Confirmed, ConfirmedValue, TargetReader } from './facts.ts';
import { readConfirmedThen } from './known-then.ts';

/** By measure: the period that it was last reported for, its number or its answer. */
export type KnownValues = Record<string, [string, number | null, boolean | null]>;

/** By village what was known at the last confirmed period of each calendar year, the earliest first. */
export async function readKnown(
  { db }: TargetReader,
  { batch, on }: Pick<Confirmed, 'batch' | 'on'>,
  villageIds: readonly string[],
): Promise<Map<string, KnownValues[]>> {
  const found = await rows<{ villageId: string; known: KnownValues }>(
    db.pool,
    sql`SELECT DISTINCT ON (s.village_id, extract(year FROM s.ends_on)) s.village_id AS "villageId", s.known
      FROM target_sheet s
      WHERE s.batch_id = ${batch.id}::uuid AND s.revision > 0 AND s.ends_on <= ${on}::date
        AND ${oneOf('s.village_id', villageIds, 'uuid')}
      ORDER BY s.village_id, extract(year FROM s.ends_on), s.ends_on DESC`,
  );
  return groupBy(
    found,
    ({ villageId }) => villageId,
    ({ known }) => known,
  );
}

/** The last confirmed value of a measure: of a calendar year, or of all. */
export type LastConfirmed = (
  villageId: string,
  measureKey: string,
  year: number | null,
) => ConfirmedValue | null;

/** As `readConfirmed`, for thousands of questions: nothing is made of what nobody asks. */
export async function readLastConfirmed(
  reader: TargetReader,
  frame: Confirmed,
  villageIds: readonly string[],
): Promise<LastConfirmed> {
  const { before, periods } = frame;
  if (before) return lastOf(await readConfirmedThen(reader, { ...frame, before }, villageIds));
  const byVillage = await readKnown(reader, frame, villageIds);
  const byKey = new Map(periods.map(({ key, endsOn, year }) => [key, { endsOn, year }]));
  return (villageId, measureKey, year) => {
    const years = byVillage.get(villageId) ?? [];
    for (let at = years.length - 1; at >= 0; at -= 1) {
      const [period = '', number = null, answer = null] = years[at]?.[measureKey] ?? [];
      const of = byKey.get(period);
      if (of && (year === null || of.year === year)) {
        return { measureKey, period, endsOn: of.endsOn, number, answer };
      }
    }
    return null;
  };
}

function lastOf(byVillage: ReadonlyMap<string, readonly ConfirmedValue[]>): LastConfirmed {
  const last = new Map<string, ConfirmedValue>();
  for (const [villageId, values] of byVillage) {
    for (const value of values) {
      last.set(`${villageId} ${value.measureKey}`, value);
      last.set(`${villageId} ${value.measureKey} ${Number(value.endsOn.slice(0, 4))}`, value);
    }
  }
  return (villageId, measureKey, year) =>
    last.get(`${villageId} ${measureKey}${year === null ? '' : ` ${year}`}`) ?? null;
}
