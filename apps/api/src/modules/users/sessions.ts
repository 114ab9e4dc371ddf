import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { endSessions, inForce, presentSession } from '../../lib/records/sessions.ts';
import { writeAs } from '../../lib/write.ts';

/** The sign-ins of a user that are in force, the latest first. Throws `notFound`. */
export async function readUserSessions({ db }: Deps, id: string) {
  const user = await db.prisma.user.findUnique({
    where: { id },
    select: {
      sessions: {
        where: inForce(),
        orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
        take: 100,
      },
    },
  });
  if (!user) throw notFound();
  return user.sessions.map(presentSession);
}

/** Ends all sign-ins of a user, and says in the log how many. Throws `notFound`. */
export function endSessionsOf(deps: Deps, actor: Actor, id: string): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const user = await tx.user.findUnique({ where: { id }, select: { name: true } });
    if (!user) throw notFound();
    const sessions = await endSessions(tx, id, {}, 'endedByAdmin');
    const params = { name: user.name, sessions };
    record(tx, { action: 'user.endSessions', entity: 'user', entityId: id, params });
  });
}
