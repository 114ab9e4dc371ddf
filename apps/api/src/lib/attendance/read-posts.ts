import type { Month } from '@xuanpai/contracts/attendance';
import type { AppointmentKind, PlainDate, Post, Tier } from '@xuanpai/contracts/values';
import { firstDayOf, lastDayOf, monthAfter } from '@xuanpai/domain/attendance/month';
import { empty, rows, type Sql, sql } from '../sql.ts';

type Runner = Parameters<typeof rows>[0];

/** Somebody in post on a day of the month, with what is logged of it; days as text. */
export interface PostOfMonth {
  assignmentId: string;
  batchId: string;
  cadreId: string;
  cadreName: string;
  unitName: string;
  villageId: string;
  villageName: string;
  townshipId: string;
  tier: Tier;
  post: Post;
  kind: AppointmentKind;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  /** Null before anything was written. */
  version: number | null;
  marks: (number | null)[] | null;
  /** Of the month before, for the weeks that end in this one: township cadres. */
  marksBefore: (number | null)[] | null;
  shortReason: string | null;
  signedOn: PlainDate | null;
  objection: string | null;
  answer: string | null;
}

/**
 * The posts held on any day of a month, by township and village; `condition` narrows them (aliases:
 * a assignment, c cadre, v village). Inside a transaction give `runnerOf(tx)`.
 */
export function readPostsOfMonth(
  runner: Runner,
  month: Month,
  condition: Sql = sql`true`,
  townshipId?: string,
): Promise<PostOfMonth[]> {
  const first = firstDayOf(month);
  return rows<PostOfMonth>(
    runner,
    sql`SELECT a.id AS "assignmentId", a.batch_id AS "batchId", a.cadre_id AS "cadreId",
        c.name AS "cadreName", u.name AS "unitName", a.village_id AS "villageId",
        v.name AS "villageName", v.township_id AS "townshipId", a.tier::text, a.post::text,
        a.kind::text, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
        r.version, r.marks, p.marks AS "marksBefore", r.short_reason AS "shortReason",
        r.signed_on::text AS "signedOn", r.objection, r.answer
      FROM assignment a
        JOIN cadre c ON c.id = a.cadre_id
        JOIN unit u ON u.id = c.unit_id
        JOIN village v ON v.id = a.village_id
        JOIN region t ON t.id = v.township_id
        LEFT JOIN attendance_row r ON r.assignment_id = a.id AND r.month = ${first}::date
        LEFT JOIN attendance_row p ON a.tier = 'township' AND p.assignment_id = a.id AND p.month = ${firstDayOf(monthAfter(month, -1))}::date
      WHERE a.state = 'inForce' AND a.starts_on <= ${lastDayOf(month)}::date
        AND (a.ends_on IS NULL OR a.ends_on >= ${first}::date) AND ${condition}
        ${townshipId === undefined ? empty : sql`AND v.township_id = ${townshipId}::uuid`}
      ORDER BY t.code, v.code, CASE a.post WHEN 'deputySecretary' THEN 2 ELSE 1 END, a.starts_on, a.id`,
  );
}
