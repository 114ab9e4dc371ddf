import type { OccasionKind } from '@xuanpai/contracts/calendar';
import type { PlainDate } from '@xuanpai/contracts/values';
import { rows, sql } from '../sql.ts';

/** A meeting in the district, or a training, that cadres were called to. */
export interface CalledIn {
  id: string;
  kind: OccasionKind;
  title: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  /** Null: cadres of both tiers. */
  tier: 'district' | 'township' | null;
  documentNumber: string | null;
  byName: string;
  version: number;
}

/** Those that touch the days from one to another, the earliest first. */
export function readOccasions(
  runner: Parameters<typeof rows>[0],
  from: PlainDate,
  to: PlainDate,
): Promise<CalledIn[]> {
  return rows<CalledIn>(
    runner,
    sql`SELECT id, kind::text AS kind, title, starts_on::text AS "startsOn", ends_on::text AS "endsOn",
        tier::text AS tier, document_number AS "documentNumber", by_name AS "byName", version
      FROM district_occasion WHERE starts_on <= ${to}::date AND ends_on >= ${from}::date
      ORDER BY starts_on, id`,
  );
}
