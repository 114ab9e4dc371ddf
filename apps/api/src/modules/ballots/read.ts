import type { BallotSheet, BallotVillage } from '@xuanpai/contracts/ballots';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBallotFacts } from '../../lib/evaluation/ballot-facts.ts';
import { presentSheet } from '../../lib/evaluation/ballot-sheet.ts';
import { readEntryRound } from '../../lib/evaluation/entry-reach.ts';

interface Place {
  townshipId?: string;
  villageId?: string;
}

/** The ballots of a place. Throws `notFound` for a round that isn't there, or a place without anybody. */
export async function readBallots(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  roundId: string,
  { townshipId, villageId }: Place,
): Promise<BallotSheet> {
  const round = await readEntryRound(db.pool, roundId);
  const facts = await readBallotFacts(db.prisma, actor, round, {
    ...(townshipId ? { townshipId } : {}),
    ...(villageId ? { villageIds: [villageId] } : {}),
  });
  if (villageId && facts.people.length === 0) throw notFound();
  return presentSheet(facts, actor);
}

/** Throws `notFound`. */
export async function readBallotVillage(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { id, villageId }: { id: string; villageId: string },
): Promise<BallotVillage> {
  const { villages } = await readBallots(deps, actor, id, { villageId });
  const [village] = villages;
  if (!village) throw notFound();
  return village;
}
