import { type Suggestion, suggestionSchema } from '@xuanpai/contracts/evaluation-people';
import type { StepPerson } from '@xuanpai/contracts/evaluation-steps';
import { rows, sql } from '../../lib/sql.ts';

type Runner = Parameters<typeof rows>[0];

/** What the steps don't judge by and the meeting looks at. */
export interface SheetFacts {
  id: string;
  /** As it stood at the proposal. */
  suggestion: Suggestion | undefined;
  /** Ballots of groups with enough valid ones, best rung first. */
  rungs: number[] | null;
  /** The latest of each kind of record. */
  opinions: Record<string, string> | null;
}

export async function readSheetFacts(
  runner: Runner,
  roundId: string,
  shownFrom: number,
): Promise<SheetFacts[]> {
  const found = await rows<Omit<SheetFacts, 'suggestion'> & { suggestion: unknown }>(
    runner,
    sql`SELECT p.id, p.suggestion, b.rungs, o.opinions FROM evaluation_person p
      LEFT JOIN LATERAL (SELECT ARRAY[sum(t.first), sum(t.second), sum(t.third), sum(t.fourth)]::int[]
        AS rungs FROM ballot_tally t WHERE t.person_id = p.id AND t.is_final
          AND t.valid >= ${shownFrom}::int HAVING count(*) > 0) b ON true
      LEFT JOIN LATERAL (SELECT json_object_agg(x.kind, x.text) AS opinions FROM (
        SELECT DISTINCT ON (n.kind) n.kind, COALESCE(n.text, '') AS text FROM evaluation_record n
        WHERE n.person_id = p.id AND n.kind IN ('townshipOpinion', 'unitOpinion',
          'committeeOpinion', 'discipline') ORDER BY n.kind, n.id DESC) x) o ON true
      WHERE p.round_id = ${roundId}::uuid`,
  );
  return found.map(({ suggestion, ...more }) => ({
    ...more,
    suggestion: suggestionSchema.safeParse(suggestion).data,
  }));
}

/** The same for the page. */
export function onPage({ rungs, suggestion }: SheetFacts): StepPerson['sheet'] {
  return {
    rungs,
    facts: suggestion?.grounds.map(({ words: { zh, en } }) => ({ zh, en })) ?? [],
    suggested: suggestion?.grade ?? null,
    score: suggestion?.score?.total ?? null,
  };
}
