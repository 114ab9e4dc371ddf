import type { PlainDate } from '@xuanpai/contracts/values';
import type { Deps } from '../deps.ts';
import type { Seen } from '../known.ts';
import { rows, sql } from '../sql.ts';
import { findingsOn, inspectionsOn, leaderLinksOn } from './on-day.ts';

export interface LeaderLinkRow {
  id: string;
  leaderId: string;
  userId: string | null;
  villageId: string;
  villageName: string;
  townshipName: string;
  intervalDays: number;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  visits: number;
  lastVisitOn: PlainDate | null;
  questions: number;
  overdueAnswers: number;
  version: number;
}

/** Links of leaders to villages with their visits up to a day, and the questions of those. */
export function readLeaderLinks({ db }: Pick<Deps, 'db'>, seen: Seen): Promise<LeaderLinkRow[]> {
  return rows<LeaderLinkRow>(
    db.pool,
    sql`SELECT l.id, l.leader_id AS "leaderId", d.user_id AS "userId", l.village_id AS "villageId",
        v.name AS "villageName", t.name AS "townshipName", l.interval_days AS "intervalDays",
        l.starts_on AS "startsOn", l.ends_on AS "endsOn", l.version,
        count(DISTINCT i.id)::int AS visits, max(i.day) AS "lastVisitOn",
        count(f.id) FILTER (WHERE f.state IN ('open', 'returned', 'answered'))::int AS questions,
        count(f.id) FILTER (WHERE f.state IN ('open', 'returned')
          AND f.deadline < ${seen.on}::date)::int AS "overdueAnswers"
      FROM ${leaderLinksOn(seen)} l JOIN district_leader d ON d.id = l.leader_id
        JOIN village v ON v.id = l.village_id JOIN region t ON t.id = v.township_id
        LEFT JOIN (${inspectionsOn(seen)} i JOIN inspection_village iv ON iv.inspection_id = i.id)
          ON i.leader_id = l.leader_id AND iv.village_id = l.village_id
        LEFT JOIN ${findingsOn(seen)} f ON f.inspection_id = i.id AND f.village_id = l.village_id
      GROUP BY l.id, l.leader_id, l.village_id, l.interval_days, l.starts_on, l.ends_on, l.version, d.user_id, v.name, v.code, t.name
      ORDER BY l.ends_on NULLS FIRST, v.code, l.id`,
  );
}
