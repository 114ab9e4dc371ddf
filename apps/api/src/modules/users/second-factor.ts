import type { Actor } from '../../lib/actor.ts';
import { ApiError } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { endSessions } from '../../lib/records/sessions.ts';
import { writeAs } from '../../lib/write.ts';
import { refuseOwn } from './guards.ts';
import { holdUser } from './hold-user.ts';

/** Ends somebody's second factor, which the telephone was lost with; every session ends. */
export async function endSecondFactorOf(
  deps: Deps,
  actor: Actor,
  id: string,
  version: number,
): Promise<void> {
  refuseOwn(actor, id, 'secondFactor');
  await writeAs(deps, actor, async (tx) => {
    const { user } = await holdUser(tx, id, version);
    const { count } = await tx.secondFactor.deleteMany({ where: { userId: id } });
    if (count === 0) throw new ApiError('alreadyDone');
    await tx.user.update({ where: { id }, data: { version: { increment: 1 } } });
    await endSessions(tx, id, {}, 'secondFactor');
    const change = { entity: 'user', entityId: id, versionAfter: user.version + 1 };
    record(tx, {
      ...{ action: 'user.resetSecondFactor', entity: 'user', entityId: id },
      params: { name: user.name },
      changes: [{ ...change, before: { secondFactor: true }, after: { secondFactor: false } }],
    });
  });
}
