import { type FactsBrief, factsBriefSchema } from '@xuanpai/contracts/evaluation-facts';
import type { PersonParts } from '@xuanpai/contracts/evaluation-people';
import type { EvaluationState, Grade, GradeSet } from '@xuanpai/contracts/evaluation-words';
import type { Round, ScoreWeights } from '@xuanpai/contracts/evaluations';
import type { PlainDate } from '@xuanpai/contracts/values';
import { type Counted, marksOf } from '@xuanpai/domain/evaluation/marks';
import { scoreOf } from '@xuanpai/domain/evaluation/score';
import { differs, gradeOfFacts } from '@xuanpai/domain/evaluation/suggestion';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type CountedGroup, readCounts, sumOfShown } from '../../lib/evaluation/ballots.ts';
import { peopleReached } from '../../lib/evaluation/reach.ts';
import { readStepBacks } from '../../lib/evaluation/stepping-back.ts';
import { readPolicy } from '../../lib/policy.ts';
import { rows, type Sql, sql } from '../../lib/sql.ts';
import { type HonourBrief, readHonourBriefs } from './honours.ts';

interface WorkRow extends Counted {
  id: string;
  gradeSet: GradeSet;
  state: EvaluationState;
  proposedGrade: Grade | null;
  proposedByName: string | null;
  checkedByName: string | null;
  /** Of the suggestion as it stood when it was proposed; null before. */
  suggestedThen: Grade | null;
  scoreThen: number | null;
  proposed: boolean;
  visitPoints: number | null;
  heldOn: string | null;
  present: number;
  brief: unknown;
  gatheredAt: Date | null;
}

/** How far visit and ballots of a person are. Aliases: p the person, s the visit. */
export const countedSelect: Sql = sql`s.id IS NOT NULL AS begun,
  COALESCE(num_nulls(s.held_on, s.place, s.host, s.recorder, s.teller, s.scrutineer) = 0, false) AS visited,
  (SELECT count(*)::int FROM evaluation_visit_group vg WHERE vg.visit_id = s.id AND vg.present > 0) AS groups,
  (SELECT count(*)::int FROM evaluation_visit_group vg WHERE vg.visit_id = s.id AND vg.present > 0
    AND EXISTS (SELECT 1 FROM ballot_tally x WHERE x.person_id = p.id AND x."group" = vg."group"
      AND x.is_final)) AS counted,
  EXISTS (SELECT 1 FROM ballot_tally x WHERE x.person_id = p.id) AS tallied,
  COALESCE((SELECT sum(vg.present)::int FROM evaluation_visit_group vg WHERE vg.visit_id = s.id), 0) AS present`;

/** What those who evaluate see of everybody in a round whom they don't step back from, by person. */
export async function readParts(
  { db }: Deps,
  actor: Actor,
  round: Pick<Round, 'id' | 'batchId' | 'date' | 'weights' | 'steps'>,
): Promise<{ byPerson: Map<string, PersonParts>; gatheredAt: string | null }> {
  const { id: roundId, batchId, date, weights } = round;
  const visits = round.steps.includes('visit');
  const reached = peopleReached(actor, 'evaluations.facts');
  const [found, counts, honours, policy, tied] = await Promise.all([
    readWork({ db }, roundId, reached),
    readCounts(db.pool, sql`p.round_id = ${roundId}::uuid AND ${reached}`),
    readHonourBriefs(db.pool, roundId),
    readPolicy(db.prisma, batchId, date as PlainDate),
    readStepBacks(db.pool, actor.userId, sql`p.round_id = ${roundId}::uuid`),
  ]);
  const byPerson = new Map(
    found.map((row) => [
      row.id,
      partsOf(row, counts.get(row.id) ?? [], honours.get(row.id) ?? [], {
        visits,
        weights,
        policy,
      }),
    ]),
  );
  for (const { id } of tied) byPerson.delete(id);
  const times = found.flatMap(({ gatheredAt }) => (gatheredAt ? [gatheredAt.toISOString()] : []));
  return { byPerson, gatheredAt: times.sort()[0] ?? null };
}

function readWork({ db }: Pick<Deps, 'db'>, roundId: string, reached: Sql): Promise<WorkRow[]> {
  return rows<WorkRow>(
    db.pool,
    sql`SELECT p.id, p.grade_set::text AS "gradeSet", p.state::text AS state,
        p.proposed_grade::text AS "proposedGrade", p.proposed_by_name AS "proposedByName",
        p.checked_by_name AS "checkedByName", p.suggestion IS NOT NULL AND p.state <> 'entering' AS proposed,
        p.suggestion ->> 'grade' AS "suggestedThen",
        (p.suggestion -> 'score' ->> 'total')::float8 AS "scoreThen",
        p.visit_points::float8 AS "visitPoints", s.held_on::text AS "heldOn", ${countedSelect},
        f.brief, f.gathered_at AS "gatheredAt"
      FROM evaluation_person p
        LEFT JOIN evaluation_visit s ON s.round_id = p.round_id AND s.village_id = p.village_id
        LEFT JOIN evaluation_facts f ON f.person_id = p.id
      WHERE p.round_id = ${roundId}::uuid AND ${reached}`,
  );
}

interface By {
  visits: boolean;
  weights: ScoreWeights | null;
  policy: Policy;
}

function partsOf(
  row: WorkRow,
  counts: readonly CountedGroup[],
  honours: readonly HonourBrief[],
  by: By,
): PersonParts {
  const brief = row.brief === null ? null : factsBriefSchema.parse(row.brief);
  const ballots = sumOfShown(
    counts.map(({ sum }) => sum),
    by.policy.number('evaluation.ballotsShown'),
  );
  const { suggested, score } = suggestedFor(row, brief, { ballots, honours }, by);
  const count = (kind: HonourBrief['kind']) => honours.filter((one) => one.kind === kind).length;
  return {
    marks: marksOf({ ...row, brief }),
    visit: row.begun ? { heldOn: row.heldOn, present: row.present } : null,
    ballots,
    results: brief && resultsOf(brief),
    attendance: brief && attendanceOf(brief),
    ...{ commendations: count('commendation'), discipline: count('discipline') },
    suggestedGrade: suggested,
    score,
    proposedGrade: row.proposedGrade,
    differs: differs(row.proposedGrade, suggested),
    ...{ proposedByName: row.proposedByName, checkedByName: row.checkedByName },
  };
}

/** Once proposed it is what it was then. */
function suggestedFor(
  { gradeSet: set, proposed, suggestedThen, scoreThen, visitPoints }: WorkRow,
  brief: FactsBrief | null,
  { ballots, honours }: Pick<PersonParts, 'ballots'> & { honours: readonly HonourBrief[] },
  { visits, weights, policy }: By,
) {
  if (proposed) return { suggested: suggestedThen, score: scoreThen };
  if (!brief) return { suggested: null, score: null };
  return {
    suggested: gradeOfFacts({ set, visits, ballots, brief, honours }, policy),
    score: weights && scoreOf({ visits, ballots, brief, visitPoints }, weights, policy).total,
  };
}

function resultsOf(brief: FactsBrief): PersonParts['results'] {
  const { reached, onCourse, behind, notReported, appraised } = brief;
  return { reached, onCourse, behind, notReported, appraised };
}

function attendanceOf(brief: FactsBrief): PersonParts['attendance'] {
  const { inVillage, required, shortMonths, leaveDays, absentDays } = brief;
  return { inVillage, required, shortMonths, leaveDays, absentDays };
}
