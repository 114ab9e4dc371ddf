import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { listEvaluationPeople, PeopleSheet } from '@xuanpai/contracts/evaluation-people';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { peopleReached } from '../../lib/evaluation/reach.ts';
import { matches } from '../../lib/list.ts';
import { oneOf, orderBy, rows, type Sql, sql, where } from '../../lib/sql.ts';
import { readParts } from './parts.ts';
import { type BaseRow, baseJoins, baseSelect } from './people-rows.ts';
import { readRound } from './round-read.ts';

export type PeopleQuery = QueryOf<typeof listEvaluationPeople>;

const order = {
  village: ['t.code', 'v.code', "CASE a.post WHEN 'deputySecretary' THEN 2 ELSE 1 END"],
  name: 'c.sort_key',
  unit: ['u.name COLLATE zh_pinyin', 'c.sort_key'],
  days: 'p.days_in_post',
};

/** The sheet of a round: everybody within reach that the filters leave. Throws `notFound`. */
export async function readPeople(
  deps: Deps,
  actor: Actor,
  roundId: string,
  query: PeopleQuery,
): Promise<PeopleSheet> {
  const round = await readRound(deps, actor, roundId);
  const [found, townships, parts] = await Promise.all([
    rows<BaseRow>(
      deps.db.pool,
      sql`SELECT ${baseSelect} FROM evaluation_person p ${baseJoins}
        ${where(conditionsOf(actor, roundId, query))} ${orderBy(query.sort, order, 'p.id')}`,
    ),
    readTownships(deps, actor, roundId),
    readParts(deps, actor, round),
  ]);
  const items = found.map((row) => ({ ...row, parts: parts.byPerson.get(row.id) ?? null }));
  return { round, items, total: items.length, townships, gatheredAt: parts.gatheredAt };
}

function conditionsOf(actor: Actor, roundId: string, query: PeopleQuery): Sql[] {
  const { q, townshipIds, villageIds, unitIds, teamIds, standings, states } = query;
  return [
    sql`p.round_id = ${roundId}::uuid`,
    peopleReached(actor, 'evaluations.read'),
    ...(q ? [sql`(${matches('c.search_key', q)} OR ${matches('v.search_key', q)})`] : []),
    ...(townshipIds ? [oneOf('p.township_id', townshipIds, 'uuid')] : []),
    ...(villageIds ? [oneOf('p.village_id', villageIds, 'uuid')] : []),
    ...(unitIds ? [oneOf('p.unit_id', unitIds, 'uuid')] : []),
    ...(teamIds ? [oneOf('tv.team_id', teamIds, 'uuid')] : []),
    ...(standings ? [oneOf('p.standing', standings, 'evaluation_standing')] : []),
    ...(states ? [oneOf('p.state', states, 'evaluation_state')] : []),
  ];
}

/** Townships within reach, whatever is filtered: people, those left, villages and their visits. */
function readTownships({ db }: Deps, actor: Actor, roundId: string) {
  return rows<PeopleSheet['townships'][number]>(
    db.pool,
    sql`SELECT t.id, t.name, count(*)::int AS people,
        count(*) FILTER (WHERE p.standing = 'evaluated' AND p.state = 'entering')::int AS "left",
        count(DISTINCT p.village_id)::int AS villages, count(DISTINCT s.village_id) FILTER (WHERE s.held_on IS NOT NULL)::int AS visited
      FROM evaluation_person p JOIN region t ON t.id = p.township_id
        LEFT JOIN evaluation_visit s ON s.round_id = p.round_id AND s.village_id = p.village_id
      WHERE p.round_id = ${roundId}::uuid AND ${peopleReached(actor, 'evaluations.read')}
      GROUP BY t.id, t.name, t.code ORDER BY t.code`,
  );
}
