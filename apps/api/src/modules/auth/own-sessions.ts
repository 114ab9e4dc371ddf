import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { endSessions, inForce, presentSession } from '../../lib/records/sessions.ts';
import { writeAs } from '../../lib/write.ts';

/** The ids of who is signed in. Throws `notSignedIn` for the empty actor of public endpoints. */
export function signedIn({ userId, sessionId }: Actor) {
  if (!userId || !sessionId) throw new ApiError('notSignedIn');
  return { userId, sessionId };
}

/** The sign-ins of a user that are in force, the latest first. */
export async function listOwnSessions({ db }: Deps, actor: Actor) {
  const { userId, sessionId } = signedIn(actor);
  const sessions = await db.prisma.session.findMany({
    where: { userId, ...inForce() },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return sessions.map((session) => ({
    ...presentSession(session),
    current: session.id === sessionId,
  }));
}

/** Ends one sign-in of one's own. Throws `notFound` for anybody else's, or one that has ended. */
export function endOwnSession(deps: Deps, actor: Actor, sessionId: string) {
  const { userId } = signedIn(actor);
  return writeAs(deps, actor, async (tx) => {
    const ended = await endSessions(tx, userId, { only: sessionId }, 'signOut');
    if (ended === 0) throw notFound();
    record(tx, { action: 'auth.signOut', entity: 'user', entityId: userId });
  });
}

/** Ends all sign-ins of one's own, this one too. */
export function endOwnSessions(deps: Deps, actor: Actor) {
  const { userId } = signedIn(actor);
  return writeAs(deps, actor, async (tx) => {
    const sessions = await endSessions(tx, userId, {}, 'signOutEverywhere');
    const params = { sessions };
    record(tx, { action: 'auth.signOutEverywhere', entity: 'user', entityId: userId, params });
  });
}
