import { type EvaluationFacts, evaluationFactsSchema } from '@xuanpai/contracts/evaluation-facts';
import { type PersonParts, suggestionSchema } from '@xuanpai/contracts/evaluation-people';
import type { EvaluationState, Grade, GradeSet } from '@xuanpai/contracts/evaluation-words';
import type { Round, ScoreWeights } from '@xuanpai/contracts/evaluations';
import type { PlainDate } from '@xuanpai/contracts/values';
import { type Counted, marksOf } from '@xuanpai/domain/evaluation/marks';
import { differs, suggestionOf } from '@xuanpai/domain/evaluation/suggestion';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type CountedGroup, readCounts, sumOfShown } from '../../lib/evaluation/ballots.ts';
import { peopleReached } from '../../lib/evaluation/reach.ts';
import { readPolicy } from '../../lib/policy.ts';
import { rows, type Sql, sql } from '../../lib/sql.ts';
import { type HonourBrief, readHonourBriefs } from './honours.ts';

/** What of the gathered facts a sheet needs. */
const briefSchema = evaluationFactsSchema.omit({ projects: true, help: true });
type Brief = Omit<EvaluationFacts, 'projects' | 'help'>;

interface WorkRow extends Counted {
  id: string;
  gradeSet: GradeSet;
  state: EvaluationState;
  proposedGrade: Grade | null;
  proposedByName: string | null;
  checkedByName: string | null;
  suggestion: unknown;
  visitPoints: number | null;
  heldOn: string | null;
  present: number;
  facts: unknown;
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

/** What those who evaluate see of everybody in a round, by person. */
export async function readParts(
  { db }: Deps,
  actor: Actor,
  { id: roundId, batchId, date, weights }: Pick<Round, 'id' | 'batchId' | 'date' | 'weights'>,
): Promise<{ byPerson: Map<string, PersonParts>; gatheredAt: string | null }> {
  const found = await rows<WorkRow>(
    db.pool,
    sql`SELECT p.id, p.grade_set::text AS "gradeSet", p.state::text AS state,
        p.proposed_grade::text AS "proposedGrade", p.proposed_by_name AS "proposedByName",
        p.checked_by_name AS "checkedByName", p.suggestion, p.visit_points::float8 AS "visitPoints",
        s.held_on::text AS "heldOn", ${countedSelect}, f.facts - 'projects' - 'help' AS facts,
        f.gathered_at AS "gatheredAt"
      FROM evaluation_person p
        LEFT JOIN evaluation_visit s ON s.round_id = p.round_id AND s.village_id = p.village_id
        LEFT JOIN evaluation_facts f ON f.person_id = p.id
      WHERE p.round_id = ${roundId}::uuid AND ${peopleReached(actor, 'evaluations.facts')}`,
  );
  if (found.length === 0) return { byPerson: new Map(), gatheredAt: null };
  const ids = found.map(({ id }) => id);
  const [counts, honours, policy] = await Promise.all([
    readCounts(db.pool, ids),
    readHonourBriefs(db.pool, roundId),
    readPolicy(db.prisma, batchId, date as PlainDate),
  ]);
  const byPerson = new Map(
    found.map((row) => [
      row.id,
      partsOf(row, counts.get(row.id) ?? [], honours.get(row.id) ?? [], { weights, policy }),
    ]),
  );
  const times = found.flatMap(({ gatheredAt }) => (gatheredAt ? [gatheredAt.toISOString()] : []));
  return { byPerson, gatheredAt: times.sort()[0] ?? null };
}

function partsOf(
  row: WorkRow,
  counts: readonly CountedGroup[],
  honours: readonly HonourBrief[],
  { weights, policy }: { weights: ScoreWeights | null; policy: Policy },
): PersonParts {
  const facts = row.facts === null ? null : briefSchema.parse(row.facts);
  const ballots = sumOfShown(
    counts.map(({ sum }) => sum),
    policy.number('evaluation.ballotsShown'),
  );
  const { gradeSet: set, visitPoints, proposedGrade } = row;
  const now = facts && suggestionOf({ set, ballots, facts, honours, weights, visitPoints }, policy);
  const then = row.state === 'entering' ? null : suggestionSchema.nullable().parse(row.suggestion);
  const suggested = then ?? now;
  const count = (kind: HonourBrief['kind']) => honours.filter((one) => one.kind === kind).length;
  return {
    marks: marksOf({ ...row, facts }),
    visit: row.begun ? { heldOn: row.heldOn, present: row.present } : null,
    ballots,
    results: facts && resultsOf(facts),
    attendance: facts && attendanceOf(facts),
    ...{ commendations: count('commendation'), discipline: count('discipline') },
    suggestedGrade: suggested?.grade ?? null,
    score: suggested?.score?.total ?? null,
    proposedGrade,
    differs: differs(proposedGrade, suggested?.grade ?? null),
    ...{ proposedByName: row.proposedByName, checkedByName: row.checkedByName },
  };
}

function resultsOf({ measures, appraisals }: Brief): PersonParts['results'] {
  const count = (state: string) => measures.filter((one) => one.state === state).length;
  return {
    ...{ reached: count('reached'), onCourse: count('onCourse'), behind: count('behind') },
    ...{ notReported: count('notReported'), appraised: appraisals.length },
  };
}

function attendanceOf({ attendance }: Brief): PersonParts['attendance'] {
  const { inVillage, required, shortMonths, leaveDays, absentDays } = attendance;
  return { inVillage, required, shortMonths, leaveDays, absentDays };
}
