import type { BallotVillage } from '@xuanpai/contracts/ballots';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { peopleBeforeTies } from '../../lib/evaluation/reach.ts';
import { leftOut, readStepBacks } from '../../lib/evaluation/stepping-back.ts';
import { join, sql } from '../../lib/sql.ts';

export interface Place {
  townshipId?: string;
  villageId?: string;
}

/**
 * What each village's part of a document says of those who aren't in it because the actor steps back from
 * them (E8); the first one also of villages that aren't there at all. Null: everybody is.
 */
export async function leftOutOf(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  roundId: string,
  { townshipId, villageId }: Place,
): Promise<(village: BallotVillage, all: readonly BallotVillage[]) => string | null> {
  const tied = await readStepBacks(
    db.pool,
    actor.userId,
    join(
      [
        sql`p.round_id = ${roundId}::uuid AND p.standing = 'evaluated'`,
        peopleBeforeTies(actor, 'ballots.read'),
        ...(townshipId ? [sql`p.township_id = ${townshipId}::uuid`] : []),
        ...(villageId ? [sql`p.village_id = ${villageId}::uuid`] : []),
      ],
      ' AND ',
    ),
  );
  return (village, all) => {
    const there = new Set(all.map((one) => one.villageId));
    const first = all[0] === village;
    const own = tied.filter(
      (one) => one.villageId === village.villageId || (first && !there.has(one.villageId)),
    );
    return leftOut(own).text?.zh ?? null;
  };
}
