import type { Fairness, Spread } from '@xuanpai/contracts/evaluation-teams';
import type { Grade, GradeSet } from '@xuanpai/contracts/evaluation-words';
import { toPlainDate } from '@xuanpai/database/dates';
import { quotaOf, spreadOf } from '@xuanpai/domain/evaluation/fairness';
import { ladderOf, rungOf } from '@xuanpai/domain/evaluation/grades';
import { rungByBallots } from '@xuanpai/domain/evaluation/suggestion';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readCounts, sumOfShown } from '../../lib/evaluation/ballots.ts';
import { leftOut, readStepBacks } from '../../lib/evaluation/stepping-back.ts';
import { readPolicy } from '../../lib/policy.ts';
import { rows, sql } from '../../lib/sql.ts';

interface GradedPerson {
  id: string;
  cadreName: string;
  villageName: string;
  townshipId: string;
  townshipName: string;
  unitId: string;
  unitName: string;
  teamId: string | null;
  teamName: string | null;
  gradeSet: GradeSet;
  grade: Grade | null;
  proposedGrade: Grade | null;
  reason: string | null;
}

/**
 * How grades are spread in a round, and where proposals leave the ballots: of those whom the actor doesn't
 * step back from (E8). Throws `notFound`.
 */
export async function readFairness(deps: Deps, actor: Actor, roundId: string): Promise<Fairness> {
  const { prisma, pool } = deps.db;
  const round = await prisma.evaluationRound.findUnique({ where: { id: roundId } });
  if (!round) throw notFound();
  const [people, policy] = await Promise.all([
    readGraded(deps, roundId),
    readPolicy(prisma, round.batchId, toPlainDate(round.date)),
  ]);
  const inRound = sql`p.round_id = ${roundId}::uuid AND p.standing = 'evaluated'`;
  const { ids: tied, text: wanting } = leftOut(await readStepBacks(pool, actor.userId, inRound));
  const counts = await readCounts(pool, sql`p.round_id = ${roundId}::uuid`);
  const shownFrom = policy.number('evaluation.ballotsShown');
  const whole = spreadOf(people.map(gradeOf));
  const departures = people.flatMap((person): Fairness['departures'] => {
    const { id, cadreName, villageName, teamName, gradeSet, proposedGrade, reason } = person;
    if (tied.has(id)) return [];
    const sum = sumOfShown(
      (counts.get(id) ?? []).map((one) => one.sum),
      shownFrom,
    );
    const byRung = sum && rungByBallots(sum, policy);
    const rung = proposedGrade && rungOf(proposedGrade);
    const byBallots = byRung === null ? undefined : ladderOf(gradeSet)[byRung];
    if (byRung === null || rung === null || proposedGrade === null || !byBallots) return [];
    if (rung === byRung) return [];
    const names = { personId: id, cadreName, villageName, teamName };
    return [{ ...names, proposed: proposedGrade, byBallots, rungs: byRung - rung, reason }];
  });
  return {
    ...{ whole, departures, leftOut: wanting, quota: quotaOf(whole, policy) },
    townships: spreads(people, ({ townshipId: id, townshipName: name }) => ({ id, name })),
    units: spreads(people, ({ unitId: id, unitName: name }) => ({ id, name })),
    teams: spreads(people, ({ teamId: id, teamName: name }) => (id && name ? { id, name } : null)),
  };
}

const gradeOf = ({ grade, proposedGrade }: GradedPerson) => grade ?? proposedGrade;

/** By group, in the order in which they come. */
function spreads(
  people: readonly GradedPerson[],
  groupOf: (person: GradedPerson) => { id: string; name: string } | null,
): Spread[] {
  const groups = new Map<string, { name: string; grades: (Grade | null)[] }>();
  for (const person of people) {
    const group = groupOf(person);
    if (!group) continue;
    const known = groups.get(group.id) ?? { name: group.name, grades: [] };
    groups.set(group.id, known);
    known.grades.push(gradeOf(person));
  }
  return [...groups].map(([id, { name, grades }]) => ({ id, name, ...spreadOf(grades) }));
}

/** What is only typed isn't proposed yet. */
function readGraded({ db }: Deps, roundId: string): Promise<GradedPerson[]> {
  return rows<GradedPerson>(
    db.pool,
    sql`SELECT p.id, c.name AS "cadreName", v.name AS "villageName", t.id AS "townshipId",
        t.name AS "townshipName", u.id AS "unitId", u.name AS "unitName", tm.id AS "teamId",
        tm.name AS "teamName", p.grade_set::text AS "gradeSet", p.grade::text AS grade,
        CASE WHEN p.state <> 'entering' THEN p.proposed_grade END::text AS "proposedGrade",
        p.proposal_reason AS reason
      FROM evaluation_person p JOIN cadre c ON c.id = p.cadre_id JOIN village v ON v.id = p.village_id
        JOIN region t ON t.id = p.township_id JOIN unit u ON u.id = p.unit_id
        LEFT JOIN evaluation_team_village tv ON tv.round_id = p.round_id AND tv.village_id = p.village_id
        LEFT JOIN evaluation_team tm ON tm.id = tv.team_id
      WHERE p.round_id = ${roundId}::uuid AND p.standing = 'evaluated'
      ORDER BY t.code, v.code, c.sort_key, p.id`,
  );
}
