import type { BallotSum } from '@xuanpai/contracts/evaluation-people';
import type { VoterGroup } from '@xuanpai/contracts/evaluation-words';
import { groupBy } from '@xuanpai/domain/group-by';
import { rows, type Sql, sql } from '../sql.ts';

type Runner = Parameters<typeof rows>[0];

export interface CountedGroup {
  group: VoterGroup;
  sum: BallotSum;
}

/** The counts that hold, by person; `people` is a condition about p. */
export async function readCounts(
  runner: Runner,
  people: Sql,
): Promise<Map<string, CountedGroup[]>> {
  const found = await rows<Counted>(
    runner,
    sql`SELECT ${counted} FROM evaluation_person p JOIN ballot_tally b ON b.person_id = p.id
      WHERE b.is_final AND ${people} ORDER BY b.person_id, b."group"`,
  );
  return groupBy(found, ({ personId }) => personId, presentCount);
}

interface Counted extends Omit<BallotSum, 'rungs'> {
  personId: string;
  group: VoterGroup;
  first: number;
  second: number;
  third: number;
  fourth: number;
}

const counted: Sql = sql`b.person_id AS "personId", b."group"::text AS "group", b.issued, b.returned,
  b.valid, b.void, b.first, b.second, b.third, b.fourth, b.abstained`;

function presentCount({ group, ...row }: Omit<Counted, 'personId'>): CountedGroup {
  const { issued, returned, valid, void: spoilt, first, second, third, fourth, abstained } = row;
  const sum = { issued, returned, valid, void: spoilt, abstained };
  return { group, sum: { ...sum, rungs: [first, second, third, fourth] } };
}

/** E2: what counts and is shown: groups with enough valid ballots; null where there is none. */
export function sumOfShown(groups: readonly BallotSum[], shownFrom: number): BallotSum | null {
  const shown = groups.filter(({ valid }) => valid >= shownFrom);
  const [first, ...rest] = shown;
  if (!first) return null;
  return rest.reduce((sum, one) => added(sum, one), first);
}

function added(one: BallotSum, other: BallotSum): BallotSum {
  const [a, b, c, d] = one.rungs;
  const [e, f, g, h] = other.rungs;
  return {
    issued: one.issued + other.issued,
    returned: one.returned + other.returned,
    valid: one.valid + other.valid,
    void: one.void + other.void,
    abstained: one.abstained + other.abstained,
    rungs: [a + e, b + f, c + g, d + h],
  };
}
