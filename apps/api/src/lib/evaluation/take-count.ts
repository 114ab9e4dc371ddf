import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../actor.ts';
import { ApiError } from '../api-error.ts';
import type { BallotFacts, CountRow } from './ballot-facts.ts';
import { passOf } from './ballot-sheet.ts';

/**
 * Which of the two counts of a village the actor enters: the own one, else the one that nobody has or
 * whose counter has left the team. Throws `conflict` where both are others', or the own one was handed in.
 * Where ballots are counted once, it is everybody's.
 */
export async function takeCount(
  tx: Tx,
  actor: Actor,
  { round, counts: all }: BallotFacts,
  villageId: string,
): Promise<1 | 2> {
  if (!round.twice) return 1;
  const { userId } = actor;
  if (userId === null) throw new ApiError('forbidden');
  const counts = all.filter((one) => one.villageId === villageId);
  const own = passOf(counts, actor);
  if (own !== null) {
    if (counts.some(({ pass, finished }) => pass === own && finished)) throw handedIn();
    return own;
  }
  const taken = counts.map(({ pass }) => pass);
  const free = ([1, 2] as const).find((pass) => !taken.includes(pass));
  const key = { roundId: round.id, villageId };
  if (free) {
    await tx.ballotCount.create({
      data: { ...key, pass: free, userId, userName: actor.name },
    });
    return free;
  }
  const left = await leftTeam(tx, round.id, counts);
  if (!left) throw bothTaken(counts);
  await tx.ballotCount.update({
    where: { roundId_villageId_pass: { ...key, pass: left } },
    data: { userId, userName: actor.name },
  });
  return left;
}

/** A count that isn't handed in, of somebody who is in no team of the round any more. */
async function leftTeam(tx: Tx, roundId: string, counts: readonly CountRow[]) {
  const open = counts.filter(({ finished }) => !finished);
  const still = await tx.evaluationTeamMember.findMany({
    where: { roundId, userId: { in: open.map(({ userId }) => userId) } },
    select: { userId: true },
  });
  const members = new Set(still.map(({ userId }) => userId));
  return open.find(({ userId }) => !members.has(userId))?.pass ?? null;
}

function handedIn(): ApiError {
  return new ApiError('conflict', {
    detail: {
      zh: '您已交出这个村的计票，要改请选派办重新开放。',
      en: 'You handed in the count of this village; the office can open it again.',
    },
  });
}

function bothTaken(counts: readonly CountRow[]): ApiError {
  const names = counts.map(({ byName }) => byName);
  return new ApiError('conflict', {
    detail: {
      zh: `这个村由${names.join('、')}两人录入。`,
      en: `${names.join(' and ')} enter the two counts of this village.`,
    },
  });
}
