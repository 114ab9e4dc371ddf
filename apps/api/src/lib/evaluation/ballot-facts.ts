import type { EvaluationState, GradeSet, VoterGroup } from '@xuanpai/contracts/evaluation-words';
import type { Post } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../actor.ts';
import { readPolicy } from '../policy.ts';
import { rows, runnerOf, type Sql, sql } from '../sql.ts';
import { type BallotRow, readBallotRows } from './ballot-rows.ts';
import { type EntryRound, enteredPeople } from './entry-reach.ts';

export interface BallotPlace {
  villageId: string;
  villageName: string;
  townshipId: string;
  townshipName: string;
}

export interface PersonRow extends BallotPlace {
  personId: string;
  cadreId: string;
  name: string;
  post: Post;
  gradeSet: GradeSet;
  state: EvaluationState;
}

export interface CountRow {
  villageId: string;
  pass: 1 | 2;
  userId: string;
  byName: string;
  finished: boolean;
}

/** Everything of the ballots of some villages, before it is decided who sees what. */
export interface BallotFacts {
  round: EntryRound;
  least: number;
  people: PersonRow[];
  lines: BallotRow[];
  counts: CountRow[];
  present: Map<string, Map<VoterGroup, number>>;
}

interface Place {
  townshipId?: string;
  villageIds?: readonly string[];
  /** For writing. */
  toEnter?: true;
}

/** Who is evaluated in a place, within the actor's reach. */
export async function readBallotFacts(
  client: PrismaClient | Tx,
  actor: Actor,
  round: EntryRound,
  place: Place,
): Promise<BallotFacts> {
  const runner = runnerOf(client);
  const permission = place.toEnter ? 'ballots.enter' : 'ballots.read';
  const policy = await readPolicy(client, round.batchId, round.date);
  const people = await rows<PersonRow>(
    runner,
    sql`SELECT p.id::text AS "personId", p.cadre_id::text AS "cadreId", c.name, a.post::text,
        p.grade_set::text AS "gradeSet", p.state::text, v.id::text AS "villageId",
        v.name AS "villageName", t.id::text AS "townshipId", t.name AS "townshipName"
      FROM evaluation_person p JOIN cadre c ON c.id = p.cadre_id
      JOIN assignment a ON a.id = p.assignment_id JOIN village v ON v.id = p.village_id
      JOIN region t ON t.id = p.township_id
      WHERE ${enteredPeople(actor, round.id, permission)} AND ${within(place)}
      ORDER BY t.code, v.code, a.post, c.sort_key, p.id`,
  );
  const villageIds = [...new Set(people.map(({ villageId }) => villageId))];
  const lines = await readBallotRows(
    runner,
    people.map(({ personId }) => personId),
  );
  return {
    ...{ round, people, lines, least: policy.number('evaluation.ballotsShown') },
    counts: await readCounts(runner, round.id, villageIds),
    present: await readPresent(runner, round.id, villageIds),
  };
}

function within({ townshipId, villageIds }: Place): Sql {
  const ofTownship = townshipId ? sql`p.township_id = ${townshipId}::uuid` : sql`true`;
  if (!villageIds) return ofTownship;
  return sql`${ofTownship} AND p.village_id = ANY(${[...villageIds]}::uuid[])`;
}

type Runner = Parameters<typeof rows>[0];

function readCounts(runner: Runner, roundId: string, villageIds: string[]): Promise<CountRow[]> {
  return rows<CountRow>(
    runner,
    sql`SELECT village_id::text AS "villageId", pass::int AS pass, user_id::text AS "userId",
        user_name AS "byName", finished_at IS NOT NULL AS finished FROM ballot_count
      WHERE round_id = ${roundId}::uuid AND village_id = ANY(${villageIds}::uuid[]) ORDER BY pass`,
  );
}

async function readPresent(runner: Runner, roundId: string, villageIds: string[]) {
  const found = await rows<{ villageId: string; group: VoterGroup; present: number }>(
    runner,
    sql`SELECT v.village_id::text AS "villageId", g."group"::text AS "group", g.present
      FROM evaluation_visit v JOIN evaluation_visit_group g ON g.visit_id = v.id
      WHERE v.round_id = ${roundId}::uuid AND v.village_id = ANY(${villageIds}::uuid[])`,
  );
  const present = new Map<string, Map<VoterGroup, number>>();
  for (const one of found) {
    const of = present.get(one.villageId) ?? new Map<VoterGroup, number>();
    present.set(one.villageId, of.set(one.group, one.present));
  }
  return present;
}

/** How many of each group came to a village's meeting; null where it isn't written. */
export function presentAt({ present }: Pick<BallotFacts, 'present'>, villageId: string) {
  const there = present.get(villageId);
  return {
    villageCommittees: there?.get('villageCommittees') ?? null,
    partyMembers: there?.get('partyMembers') ?? null,
    representatives: there?.get('representatives') ?? null,
    townshipCadres: there?.get('townshipCadres') ?? null,
  };
}
