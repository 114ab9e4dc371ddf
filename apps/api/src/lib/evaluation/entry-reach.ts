import type { EvaluationKind, RoundStatus } from '@xuanpai/contracts/evaluation-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Actor } from '../actor.ts';
import { ApiError, notFound } from '../api-error.ts';
import { rows, runnerOf, type Sql, sql } from '../sql.ts';
import { peopleReached } from './reach.ts';
import { stepsBack } from './stepping-back.ts';

type Runner = Parameters<typeof rows>[0];

/** What entering needs of a round. */
export interface EntryRound {
  id: string;
  batchId: string;
  kind: EvaluationKind;
  name: string;
  year: number;
  status: RoundStatus;
  startsOn: PlainDate;
  date: PlainDate;
  twice: boolean;
  questions: string[];
}

/** Throws `notFound`. */
export async function readEntryRound(runner: Runner, id: string): Promise<EntryRound> {
  const [round] = await rows<EntryRound>(
    runner,
    sql`SELECT id::text, batch_id::text AS "batchId", kind::text, name, year, status::text,
        starts_on::text AS "startsOn", date::text, ballots_twice AS twice, coalesce(questions, '{}') AS questions
      FROM evaluation_round WHERE id = ${id}::uuid`,
  );
  if (!round) throw notFound();
  return round;
}

/** Throws `conflict` unless the round is under way. */
export function checkUnderWay({ status }: Pick<EntryRound, 'status'>): void {
  if (status === 'open') return;
  throw new ApiError('conflict', {
    detail:
      status === 'draft'
        ? { zh: '考核还没有启动。', en: 'The round isn’t open yet.' }
        : { zh: '考核已办结。', en: 'The round is closed.' },
  });
}

/**
 * Those evaluated in a round whose ballots and minutes somebody may look at, or enter: nobody those of
 * somebody they step back from, whatever their role (E8). Alias p.
 */
export function enteredPeople(
  actor: Actor,
  roundId: string,
  permission: 'ballots.read' | 'ballots.enter' = 'ballots.read',
): Sql {
  return sql`p.round_id = ${roundId}::uuid AND p.standing = 'evaluated'
    AND ${peopleReached(actor, permission)} AND NOT ${stepsBack(sql`${actor.userId}::uuid`)}`;
}

/** Whether somebody may read and write what belongs to a visit: there is somebody of the village within reach. */
export async function reachOfVisit(
  client: Parameters<typeof runnerOf>[0],
  actor: Actor,
  { roundId, villageId }: { roundId: string; villageId: string },
): Promise<{ read: boolean; write: boolean }> {
  const within = (permission: 'ballots.read' | 'ballots.enter') => sql`EXISTS (
    SELECT 1 FROM evaluation_person p WHERE p.village_id = ${villageId}::uuid
      AND ${enteredPeople(actor, roundId, permission)})`;
  const [found] = await rows<{ read: boolean; write: boolean }>(
    runnerOf(client),
    sql`SELECT ${within('ballots.read')} AS read, ${within('ballots.enter')} AS write`,
  );
  return found ?? { read: false, write: false };
}
