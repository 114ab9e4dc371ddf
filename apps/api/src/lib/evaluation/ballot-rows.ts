import type { BallotContent } from '@xuanpai/contracts/ballots';
import type { VoterGroup } from '@xuanpai/contracts/evaluation-words';
import { type WholeContent, wholeContent } from '@xuanpai/domain/evaluation/ballots';
import { rows, sql } from '../sql.ts';

type Runner = Parameters<typeof rows>[0];

/** A count of a line as somebody entered it: whole, or with figures wanting. Pass 3: settled. */
export interface BallotRow {
  personId: string;
  group: VoterGroup;
  pass: 1 | 2 | 3;
  isFinal: boolean;
  byId: string | null;
  byName: string;
  content: BallotContent;
}

/** All counts of people, what holds and what is still being entered. */
export function readBallotRows(runner: Runner, personIds: readonly string[]): Promise<BallotRow[]> {
  return rows<BallotRow>(
    runner,
    sql`SELECT t.person_id::text AS "personId", t."group"::text AS "group", t.pass::int AS pass,
        t.is_final AS "isFinal", t.entered_by_id::text AS "byId", t.entered_by_name AS "byName",
        json_build_object('figures', json_build_object('issued', t.issued, 'returned', t.returned,
          'valid', t.valid, 'void', t.void, 'first', t.first, 'second', t.second, 'third', t.third,
          'fourth', t.fourth, 'abstained', t.abstained),
          'answers', coalesce((SELECT json_agg(json_build_object('first', a.first, 'second', a.second,
              'third', a.third, 'fourth', a.fourth, 'abstained', a.abstained) ORDER BY a.question)
            FROM ballot_answer a WHERE a.tally_id = t.id), '[]'::json)) AS content
      FROM ballot_tally t WHERE t.person_id = ANY(${[...personIds]}::uuid[])
      UNION ALL
      SELECT d.person_id::text, d."group"::text, d.pass::int, false, d.entered_by_id::text,
        d.entered_by_name, d.content::json
      FROM ballot_draft d WHERE d.person_id = ANY(${[...personIds]}::uuid[])`,
  );
}

/** The lines in force of each person. */
export function finalLines(
  all: readonly BallotRow[],
): Map<string, { group: VoterGroup; content: WholeContent }[]> {
  const lines = new Map<string, { group: VoterGroup; content: WholeContent }[]>();
  for (const { personId, group, isFinal, content } of all) {
    const whole = isFinal ? wholeContent(content) : null;
    if (whole) lines.set(personId, [...(lines.get(personId) ?? []), { group, content: whole }]);
  }
  return lines;
}
