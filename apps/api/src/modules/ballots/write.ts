import type { saveBallots } from '@xuanpai/contracts/ballots';
import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBallotFacts } from '../../lib/evaluation/ballot-facts.ts';
import { presentSheet } from '../../lib/evaluation/ballot-sheet.ts';
import { writeBallots } from '../../lib/evaluation/ballot-write.ts';
import { readEntryRound } from '../../lib/evaluation/entry-reach.ts';
import { writeAs } from '../../lib/write.ts';

/** Keeps what was typed; see `writeBallots`. */
export async function saveTyped(
  deps: Deps,
  actor: Actor,
  roundId: string,
  { changes }: BodyOf<typeof saveBallots>,
): Promise<ReplyOf<typeof saveBallots>> {
  const round = await readEntryRound(deps.db.pool, roundId);
  const villageIds = await writeAs(deps, actor, (tx) => writeBallots(tx, actor, round, changes));
  const facts = await readBallotFacts(deps.db.prisma, actor, round, { villageIds });
  return { villages: presentSheet(facts, actor).villages };
}
