import type { PlainDate } from '@xuanpai/contracts/values';
import { oneOf, rows, sql } from '../sql.ts';
import type { ConfirmedValue, TargetFrame, TargetReader } from './facts.ts';

type Then = Pick<TargetFrame, 'batch' | 'on'> & { before: Date };

interface EditionThen {
  villageId: string;
  period: string;
  endsOn: PlainDate;
  content: Record<string, { number: string | null; answer: boolean | null; note: string | null }>;
}

/** The editions of reports that stood at an instant, the earliest period first. */
export function readEditionsThen(
  { db }: TargetReader,
  { batch, on, before }: Then,
  villageIds: readonly string[],
): Promise<EditionThen[]> {
  return rows<EditionThen>(
    db.pool,
    sql`SELECT s.village_id AS "villageId", s.period, s.ends_on::text AS "endsOn", e.content
      FROM target_sheet s JOIN LATERAL (SELECT d.content FROM target_edition d
        WHERE d.sheet_id = s.id AND d.confirmed_at < ${before} ORDER BY d.revision DESC LIMIT 1) e ON true
      WHERE s.batch_id = ${batch.id}::uuid AND s.revision > 0 AND s.ends_on <= ${on}::date
        AND ${oneOf('s.village_id', villageIds, 'uuid')}
      ORDER BY s.village_id, s.ends_on`,
  );
}

/** As `readConfirmed`, from the editions: of each measure the last value in every calendar year. */
export async function readConfirmedThen(
  reader: TargetReader,
  frame: Then,
  villageIds: readonly string[],
): Promise<Map<string, ConfirmedValue[]>> {
  const last = new Map<string, Map<string, ConfirmedValue>>();
  for (const { villageId, period, endsOn, content } of await readEditionsThen(
    reader,
    frame,
    villageIds,
  )) {
    const values = last.get(villageId) ?? new Map<string, ConfirmedValue>();
    last.set(villageId, values);
    for (const [measureKey, { number, answer }] of Object.entries(content)) {
      if (number === null && answer === null) continue;
      const key = `${measureKey} ${endsOn.slice(0, 4)}`;
      // Deleted first, so that the values stay in the order of their periods.
      values.delete(key);
      values.set(key, {
        ...{ measureKey, period, endsOn, answer },
        number: number === null ? null : Number(number),
      });
    }
  }
  return new Map([...last].map(([villageId, values]) => [villageId, [...values.values()]]));
}
