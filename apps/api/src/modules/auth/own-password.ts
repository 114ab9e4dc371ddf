import type { changePassword } from '@xuanpai/contracts/auth';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Actor } from '../../lib/actor.ts';
import { invalid } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Holder, passwordFault } from '../../lib/new-password/fault.ts';
import { hashPassword } from '../../lib/passwords.ts';
import { endSessions } from '../../lib/records/sessions.ts';
import { writeAs } from '../../lib/write.ts';
import { confirmPassword, wrongPassword } from './confirm-password.ts';
import { type Exchange, tokenReply } from './exchange.ts';
import { signedIn } from './own-sessions.ts';

type Passwords = BodyOf<typeof changePassword>;

/** The own password, with the old one; every other session ends. */
export async function changeOwnPassword(
  deps: Deps,
  actor: Actor,
  body: Passwords,
  { request, reply }: Exchange,
) {
  const { userId, sessionId } = signedIn(actor);
  const typed = { password: body.current, path: 'current' };
  const user = await confirmPassword(deps, actor, typed, request);
  await checkNext(deps, body, user);
  const passwordHash = await hashPassword(body.next);
  await writeAs(deps, actor, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: user.passwordHash },
      data: { passwordHash, mustChangePassword: false, passwordExpiresAt: null },
    });
    // Reset by the administrator in the meantime: what was typed is not the password any more.
    if (count === 0) throw wrongPassword('current');
    await endSessions(tx, userId, { except: sessionId }, 'passwordChanged');
    record(tx, { action: 'auth.changePassword', entity: 'user', entityId: userId });
  });
  return tokenReply(deps, reply, { userId, sessionId });
}

async function checkNext(deps: Deps, { current, next }: Passwords, holder: Holder) {
  const unchanged = next.normalize('NFKC') === current.normalize('NFKC') ? sameAsBefore : null;
  const message = unchanged ?? (await passwordFault(deps, next, holder));
  if (message) throw invalid([{ path: 'next', code: 'weakPassword', message }]);
}

const sameAsBefore = {
  zh: '新口令不能与当前口令相同。',
  en: 'The new password must differ from the current one.',
};
