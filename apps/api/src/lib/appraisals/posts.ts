import type { AppraisalPeriod } from '@xuanpai/domain/targets/appraisals';
import { type Sql, sql } from '../sql.ts';

/**
 * Who is appraised in a period: everybody in post in it, by the last post in each township. Aliases:
 * a assignment, v its village, r the period, n the newest edition of the opinion, g the newest that is
 * signed.
 */
export function appraisedPosts(periods: readonly AppraisalPeriod[]): Sql {
  const keys = periods.map(({ key }) => key);
  const starts = periods.map(({ startsOn }) => startsOn);
  const ends = periods.map(({ endsOn }) => endsOn);
  return sql`JOIN village v ON v.id = a.village_id
    JOIN unnest(${keys}::text[], ${starts}::date[], ${ends}::date[]) AS r(key, starts_on, ends_on)
      ON a.starts_on <= r.ends_on AND (a.ends_on IS NULL OR a.ends_on >= r.starts_on)
    LEFT JOIN LATERAL (SELECT p.* FROM appraisal p WHERE p.batch_id = a.batch_id
      AND p.cadre_id = a.cadre_id AND p.township_id = v.township_id AND p.period = r.key
      ORDER BY p.edition DESC LIMIT 1) n ON true
    LEFT JOIN LATERAL (SELECT p.* FROM appraisal p WHERE p.batch_id = a.batch_id
      AND p.cadre_id = a.cadre_id AND p.township_id = v.township_id AND p.period = r.key
      AND p.state = 'signed' ORDER BY p.edition DESC LIMIT 1) g ON true`;
}

/** Of somebody's posts in a township in the period the last one. */
export function lastPosts(batchId: string): Sql[] {
  return [
    sql`a.batch_id = ${batchId}::uuid`,
    sql`a.state = 'inForce'`,
    sql`NOT EXISTS (SELECT 1 FROM assignment b JOIN village w ON w.id = b.village_id
      WHERE b.cadre_id = a.cadre_id AND b.batch_id = a.batch_id AND b.state = 'inForce'
        AND w.township_id = v.township_id AND b.starts_on > a.starts_on AND b.starts_on <= r.ends_on)`,
  ];
}
