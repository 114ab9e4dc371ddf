import { may } from '@xuanpai/contracts/permissions';
import type { OpenRound } from '@xuanpai/domain/evaluation/waiting-villages';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { rows, sql } from '../sql.ts';
import { peopleReached } from './reach.ts';

/** What the open rounds of a batch want of somebody, within reach. */
export async function readOpenRounds(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  batchId: string,
): Promise<OpenRound[]> {
  if (!may(actor.roles, 'evaluations.facts')) return [];
  return rows<OpenRound>(
    db.pool,
    sql`SELECT r.id, r.kind::text AS kind, r.name,
        COALESCE(json_agg(DISTINCT v.name) FILTER (WHERE p.state = 'entering'), '[]') AS "villagesLeft",
        count(p.id) FILTER (WHERE p.state = 'entering')::int AS "peopleLeft",
        count(DISTINCT p.village_id) FILTER (WHERE tv.team_id IS NULL)::int AS unassigned
      FROM evaluation_round r JOIN evaluation_person p ON p.round_id = r.id
        JOIN village v ON v.id = p.village_id
        LEFT JOIN evaluation_team_village tv ON tv.round_id = r.id AND tv.village_id = p.village_id
      WHERE r.batch_id = ${batchId}::uuid AND r.status = 'open' AND p.standing = 'evaluated'
        AND ${peopleReached(actor, 'evaluations.facts')}
      GROUP BY r.id ORDER BY r.ends_on, r.id`,
  );
}
