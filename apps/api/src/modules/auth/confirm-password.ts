import type { User } from '@xuanpai/database/generated/client';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../lib/actor.ts';
import { invalid } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { passwordMatches } from '../../lib/passwords.ts';
import { signedIn } from './own-sessions.ts';
import { checkThrottle, countFailure, forgetFailures } from './throttle.ts';

interface Typed {
  password: string;
  /** The field it was typed in. */
  path: string;
}

/**
 * Asks who is signed in for the password once more; a wrong one counts as a failed sign-in does. Gives the
 * user. Throws `invalid`, `tooMany`.
 */
export async function confirmPassword(
  deps: Deps,
  actor: Actor,
  { password, path }: Typed,
  request: FastifyRequest,
): Promise<User> {
  const { userId } = signedIn(actor);
  await checkThrottle(deps, actor.username, request.ip);
  const user = await deps.db.prisma.user.findUniqueOrThrow({ where: { id: userId } });
  const matches = await passwordMatches(user.passwordHash, password);
  await checkThrottle(deps, actor.username, request.ip);
  if (!matches) {
    await countFailure(deps, actor.username, request.ip);
    throw wrongPassword(path);
  }
  await forgetFailures(deps, actor.username, request.ip);
  return user;
}

export function wrongPassword(path: string) {
  const message = { zh: '当前口令不正确。', en: 'The current password is wrong.' };
  return invalid([{ path, code: 'wrongPassword', message }]);
}
