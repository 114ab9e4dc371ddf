import type { BallotContent } from '@xuanpai/contracts/ballots';
import type { VoterGroup } from '@xuanpai/contracts/evaluation-words';
import type { Tx } from '@xuanpai/database/transaction';
import { contentState, type WholeContent, wholeContent } from '@xuanpai/domain/evaluation/ballots';
import type { Actor } from '../actor.ts';
import type { EntryRound } from './entry-reach.ts';

interface LineKey {
  personId: string;
  group: VoterGroup;
  pass: 1 | 2;
}

/** Keeps a line as it is now: as one that holds where it is whole and agrees, else as a draft. */
export async function keepLine(
  tx: Tx,
  actor: Actor,
  { twice }: Pick<EntryRound, 'twice'>,
  { personId, group, pass, after }: LineKey & { after: BallotContent },
): Promise<void> {
  const key = { personId, group, pass };
  const where = { personId_group_pass: key };
  const by = { enteredById: actor.userId, enteredByName: actor.name, enteredAt: new Date() };
  const state = contentState(after);
  const whole = state === 'whole' ? wholeContent(after) : null;
  if (whole) {
    await tx.ballotDraft.deleteMany({ where: key });
    await keepTally(tx, { ...key, isFinal: !twice }, whole, by);
    return;
  }
  await tx.ballotTally.deleteMany({ where: key });
  if (state === 'empty') await tx.ballotDraft.deleteMany({ where: key });
  else {
    const content = {
      figures: { ...after.figures },
      answers: after.answers.map((a) => ({ ...a })),
    };
    await tx.ballotDraft.upsert({
      where,
      create: { ...key, ...by, content },
      update: { ...by, content },
    });
  }
}

interface By {
  enteredById: string | null;
  enteredByName: string;
  enteredAt: Date;
}

/** Writes a whole line with its answers; pass 3 is what two counts were settled to. */
export async function keepTally(
  tx: Tx,
  { isFinal, ...key }: { personId: string; group: VoterGroup; pass: 1 | 2 | 3; isFinal: boolean },
  { figures, answers }: WholeContent,
  by: By,
): Promise<void> {
  const where = { personId_group_pass: key };
  await tx.ballotAnswer.deleteMany({ where: { tally: key } });
  const { id } = await tx.ballotTally.upsert({
    where,
    create: { ...key, ...figures, ...by, isFinal },
    update: { ...figures, ...by, isFinal, version: { increment: 1 } },
    select: { id: true },
  });
  if (answers.length === 0) return;
  await tx.ballotAnswer.createMany({
    data: answers.map((answer, at) => ({
      ...{ tallyId: id, question: at + 1, valid: figures.valid },
      ...answer,
    })),
  });
}
