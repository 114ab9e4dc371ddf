import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { workOnPerson } from '@xuanpai/contracts/visits';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { requirePerson } from '../../lib/evaluation/reach.ts';

/** Milliseconds after which somebody who said nothing isn't there any more. */
const lasts = 60_000;

/** Notes that the actor works on somebody; gives who else does. Nothing older than a minute is kept. */
export async function workOn(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  personId: string,
): Promise<ReplyOf<typeof workOnPerson>> {
  await requirePerson(db.pool, actor, 'ballots.enter', personId);
  if (actor.userId === null) throw notFound();
  const { userId, name: userName } = actor;
  const seenAt = new Date();
  await db.prisma.evaluationPresence.deleteMany({
    where: { OR: [{ seenAt: { lt: new Date(seenAt.getTime() - lasts) } }, { userId }] },
  });
  await db.prisma.evaluationPresence.createMany({
    data: [{ personId, userId, userName, seenAt }],
    skipDuplicates: true,
  });
  const others = await db.prisma.evaluationPresence.findMany({
    where: { personId, userId: { not: userId } },
    orderBy: { seenAt: 'desc' },
  });
  return { others: others.map((one) => ({ name: one.userName, at: one.seenAt.toISOString() })) };
}
