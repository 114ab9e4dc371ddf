import type {
  EvaluationTeam,
  EvaluationTeams,
  TeamProgress,
  TeamVillage,
} from '@xuanpai/contracts/evaluation-teams';
import { pairText } from '@xuanpai/domain/evaluation/stepping-back';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readKeptApart } from '../../lib/evaluation/stepping-back.ts';
import { rows, sql } from '../../lib/sql.ts';

interface VillageRow extends TeamVillage {
  teamId: string | null;
  counted: number;
  proposed: number;
}

/** The teams of a round with what they have and how far they are. Throws `notFound`. */
export async function readTeams(deps: Deps, roundId: string): Promise<EvaluationTeams> {
  const round = await deps.db.prisma.evaluationRound.findUnique({ where: { id: roundId } });
  if (!round) throw notFound();
  const [teams, villages, evaluators] = await Promise.all([
    deps.db.prisma.evaluationTeam.findMany({
      where: { roundId },
      include: { members: { include: { user: { select: { id: true, name: true } } } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    readVillages(deps, roundId),
    readEvaluators(deps, roundId),
  ]);
  const items: EvaluationTeam[] = [];
  for (const { id, name, members, version } of teams) {
    const own = villages.filter(({ teamId }) => teamId === id);
    const people = members
      .map(({ user }) => user)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh'));
    items.push({
      ...{ id, name, members: people, version },
      villages: own.map(present),
      progress: progressOf(own),
      warnings: await warningsOf(deps, roundId, people, own),
    });
  }
  return {
    ...{ items, total: items.length, evaluators, progress: progressOf(villages) },
    unassigned: villages.filter(({ teamId }) => teamId === null).map(present),
  };
}

export async function readTeam(deps: Deps, roundId: string, id: string): Promise<EvaluationTeam> {
  const team = (await readTeams(deps, roundId)).items.find((one) => one.id === id);
  if (!team) throw notFound();
  return team;
}

function present({ teamId: _, counted: __, proposed: ___, ...village }: VillageRow): TeamVillage {
  return village;
}

function progressOf(villages: readonly VillageRow[]): TeamProgress {
  const sum = (of: (village: VillageRow) => number) =>
    villages.reduce((total, village) => total + of(village), 0);
  return {
    villages: villages.length,
    visited: villages.filter(({ visited }) => visited).length,
    people: sum(({ people }) => people),
    counted: sum(({ counted }) => counted),
    proposed: sum(({ proposed }) => proposed),
  };
}

/** Villages with somebody to be evaluated, and those that a team has, in the order of the register. */
function readVillages({ db }: Deps, roundId: string): Promise<VillageRow[]> {
  return rows<VillageRow>(
    db.pool,
    sql`SELECT v.id, v.name, t.id AS "townshipId", t.name AS "townshipName", tv.team_id AS "teamId",
        count(p.id)::int AS people, s.held_on IS NOT NULL AS visited,
        s.id IS NOT NULL OR bool_or(p.proposed_grade IS NOT NULL) IS TRUE AS begun,
        count(p.id) FILTER (WHERE g.groups > 0 AND g.groups = g.counted)::int AS counted,
        count(p.id) FILTER (WHERE p.state <> 'entering')::int AS proposed
      FROM village v JOIN region t ON t.id = v.township_id
        LEFT JOIN evaluation_person p ON p.village_id = v.id AND p.round_id = ${roundId}::uuid
          AND p.standing = 'evaluated'
        LEFT JOIN evaluation_team_village tv ON tv.village_id = v.id AND tv.round_id = ${roundId}::uuid
        LEFT JOIN evaluation_visit s ON s.village_id = v.id AND s.round_id = ${roundId}::uuid
        LEFT JOIN LATERAL (SELECT count(*) AS groups, count(*) FILTER (WHERE EXISTS (
            SELECT 1 FROM ballot_tally x WHERE x.person_id = p.id AND x."group" = vg."group"
              AND x.is_final)) AS counted
          FROM evaluation_visit_group vg WHERE vg.visit_id = s.id AND vg.present > 0) g ON true
      WHERE p.id IS NOT NULL OR tv.team_id IS NOT NULL
      GROUP BY v.id, v.name, v.code, t.id, t.name, t.code, tv.team_id, s.id, s.held_on ORDER BY t.code, v.code`,
  );
}

function readEvaluators({ db, today }: Deps, roundId: string) {
  return rows<EvaluationTeams['evaluators'][number]>(
    db.pool,
    sql`SELECT DISTINCT u.id, u.name, m.team_id AS "teamId" FROM "user" u
      LEFT JOIN evaluation_team_member m ON m.user_id = u.id AND m.round_id = ${roundId}::uuid
      WHERE m.team_id IS NOT NULL OR (u.disabled_at IS NULL AND EXISTS (
        SELECT 1 FROM user_role o WHERE o.user_id = u.id AND o.role = 'evaluator'
          AND (o.ends_on IS NULL OR o.ends_on >= ${today()}::date)))
      ORDER BY u.name, u.id`,
  );
}

async function warningsOf(
  { db }: Deps,
  roundId: string,
  members: readonly { id: string }[],
  villages: readonly VillageRow[],
) {
  if (members.length === 0 || villages.length === 0) return [];
  const pairs = await readKeptApart(
    db.pool,
    roundId,
    members.map(({ id }) => id),
    villages.map(({ id }) => id),
  );
  return pairs.map(pairText);
}
