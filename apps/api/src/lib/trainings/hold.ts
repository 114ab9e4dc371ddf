import type { Training as Stored } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../actor.ts';
import { notFound } from '../api-error.ts';
import { mayWriteTraining } from '../records/training-reach.ts';

/** A session to be changed, held. Throws `notFound` to who doesn't write it. */
export async function holdTraining(tx: Tx, actor: Actor, id: string): Promise<Stored> {
  await tx.$queryRaw`SELECT 1 FROM training WHERE id = ${id}::uuid FOR UPDATE`;
  const session = await tx.training.findUnique({ where: { id } });
  if (!session || !mayWriteTraining(actor, session.townshipId)) throw notFound();
  return session;
}

/** Those who came. */
export async function thoseWhoCame(tx: Tx, trainingId: string): Promise<string[]> {
  const found = await tx.trainingPerson.findMany({
    where: { trainingId, presence: 'came' },
    select: { cadreId: true },
  });
  return found.map(({ cadreId }) => cadreId);
}
