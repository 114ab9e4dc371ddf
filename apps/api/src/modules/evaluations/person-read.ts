import type { Person } from '@xuanpai/contracts/evaluation-people';
import { type Suggestion, suggestionSchema } from '@xuanpai/contracts/evaluation-people';
import { toPlainDate } from '@xuanpai/database/dates';
import type { EvaluationPerson } from '@xuanpai/database/generated/client';
import { briefOf } from '@xuanpai/domain/evaluation/brief';
import { gradesOf } from '@xuanpai/domain/evaluation/grades';
import { type Counted, marksOf } from '@xuanpai/domain/evaluation/marks';
import { isOutsideQuota } from '@xuanpai/domain/evaluation/rounds';
import { asksForReason, suggestionOf } from '@xuanpai/domain/evaluation/suggestion';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type CountedGroup, readCounts, sumOfShown } from '../../lib/evaluation/ballots.ts';
import { factRound, gatherFacts } from '../../lib/evaluation/gather.ts';
import { requirePerson } from '../../lib/evaluation/reach.ts';
import { refuseTied } from '../../lib/evaluation/stepping-back.ts';
import { readPolicy } from '../../lib/policy.ts';
import { rows, sql } from '../../lib/sql.ts';
import { readHonours } from './honours.ts';
import { countedSelect } from './parts.ts';
import { type BaseRow, baseJoins, baseSelect } from './people-rows.ts';
import { actsOn } from './person-acts.ts';
import { presentRound } from './round-read.ts';

/** One person with all that is known. Throws `notFound`, or `ruleViolated` for who steps back (E8). */
export async function readPerson(deps: Deps, actor: Actor, id: string): Promise<Person> {
  await requirePerson(deps.db.pool, actor, 'evaluations.facts', id);
  await refuseTied(deps.db.pool, actor, sql`p.id = ${id}::uuid`);
  const [{ person, round, policy, ...known }, base] = await Promise.all([
    readKnown(deps, id),
    readBase(deps, id),
  ]);
  const { gradeSets, ...stored } = round;
  return {
    ...base,
    round: await presentRound(deps, { ...stored, gradeSets }),
    marks: marksOf({ ...known.counted, ...stateOf(person), brief: briefOf(known.facts) }),
    visit: await readVisit(deps, person, known.counted.present),
    ballots: ballotsOf(known.groups, known.shownFrom),
    facts: known.facts,
    honours: known.honours,
    visitPoints: person.visitPoints?.toNumber() ?? null,
    suggestion: known.suggestion,
    atProposal: suggestionSchema.nullable().parse(person.suggestion),
    proposal: proposalOf(person, known.suggestion),
    grades: [...gradesOf(person.gradeSet)],
    outsideQuota: isOutsideQuota(round, policy)
      ? policy.basis('evaluation.excellentOutsideQuota')
      : null,
    acts: actsOn(actor, person, round),
  };
}

/** What a suggestion follows from, read anew: the page and whoever proposes see the same. */
export async function readKnown(deps: Deps, id: string) {
  const { prisma, pool } = deps.db;
  const { round, ...person } = await prisma.evaluationPerson.findUniqueOrThrow({
    where: { id },
    include: { round: { include: { gradeSets: true } } },
  });
  const [policy, facts, counts, honours, counted] = await Promise.all([
    readPolicy(prisma, round.batchId, toPlainDate(round.date)),
    gatherFacts(deps, factRound(round), [person]),
    readCounts(pool, sql`p.id = ${id}::uuid`),
    readHonours(prisma, person.cadreId, round),
    readCounted(deps, id),
  ]);
  const own = facts.get(id);
  if (!own) throw new Error('facts are gathered for everybody who is asked for');
  const groups = counts.get(id) ?? [];
  const shownFrom = policy.number('evaluation.ballotsShown');
  const presented = await presentRound(deps, round);
  const suggestion = suggestionOf(
    {
      ...{ set: person.gradeSet, facts: own, honours, weights: presented.weights },
      visits: presented.steps.includes('visit'),
      groups: {
        left: Math.max(0, counted.groups - counted.counted),
        hidden: groups.filter(({ sum }) => sum.valid < shownFrom).length,
      },
      ballots: sumOfShown(
        groups.map(({ sum }) => sum),
        shownFrom,
      ),
      visitPoints: person.visitPoints?.toNumber() ?? null,
    },
    policy,
  );
  return { person, round, policy, facts: own, honours, groups, shownFrom, suggestion, counted };
}

async function readBase({ db }: Deps, id: string): Promise<BaseRow> {
  const [row] = await rows<BaseRow>(
    db.pool,
    sql`SELECT ${baseSelect} FROM evaluation_person p ${baseJoins} WHERE p.id = ${id}::uuid`,
  );
  if (!row) throw new Error('the person was just found');
  return row;
}

async function readCounted({ db }: Deps, id: string) {
  const [row] = await rows<Counted & { present: number }>(
    db.pool,
    sql`SELECT ${countedSelect} FROM evaluation_person p
      LEFT JOIN evaluation_visit s ON s.round_id = p.round_id AND s.village_id = p.village_id
      WHERE p.id = ${id}::uuid`,
  );
  if (!row) throw new Error('the person was just found');
  return row;
}

async function readVisit(
  { db }: Deps,
  { roundId, villageId }: EvaluationPerson,
  present: number,
): Promise<Person['visit']> {
  const visit = await db.prisma.evaluationVisit.findUnique({
    where: { roundId_villageId: { roundId, villageId } },
  });
  if (!visit) return null;
  const { heldOn, place, host, recorder, teller, scrutineer } = visit;
  return { heldOn: toPlainDate(heldOn), place, host, recorder, teller, scrutineer, present };
}

function ballotsOf(groups: readonly CountedGroup[], shownFrom: number): Person['ballots'] {
  return {
    groups: groups.map(({ group, sum }) => ({ group, sum: sum.valid >= shownFrom ? sum : null })),
    total: sumOfShown(
      groups.map(({ sum }) => sum),
      shownFrom,
    ),
    shownFrom,
  };
}

const stateOf = ({ state, proposedGrade }: EvaluationPerson) => ({ state, proposedGrade });

function proposalOf(person: EvaluationPerson, now: Suggestion): Person['proposal'] {
  const { proposedGrade: grade, proposalReason: reason, proposedByName: byName } = person;
  const entering = person.state === 'entering';
  const then = suggestionSchema.nullable().parse(person.suggestion);
  return {
    ...{ grade, reason, byName: entering ? null : byName },
    draftedByName: entering ? person.draftedByName : null,
    at: entering ? null : (person.proposedAt?.toISOString() ?? null),
    ...{ checkedByName: person.checkedByName, checkedAt: person.checkedAt?.toISOString() ?? null },
    differs: grade !== null && asksForReason(grade, (entering ? now : (then ?? now)).grade),
  };
}
