import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  SecondFactor,
} from '@xuanpai/contracts/second-factor';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import {
  makeSecret,
  putInForce,
  spendCode,
  wantsSecondFactor,
} from '../../lib/records/second-factor.ts';
import { endSessions } from '../../lib/records/sessions.ts';
import { writeAs } from '../../lib/write.ts';
import { confirmPassword } from './confirm-password.ts';
import { signedIn } from './own-sessions.ts';
import { countFailure } from './throttle.ts';

export async function readSecondFactor(deps: Deps, actor: Actor): Promise<SecondFactor> {
  const { userId } = signedIn(actor);
  const { prisma } = deps.db;
  const [factor, recoveryLeft] = await Promise.all([
    prisma.secondFactor.findUnique({ where: { userId } }),
    prisma.recoveryCode.count({ where: { userId, usedAt: null } }),
  ]);
  const on = factor !== null && factor.confirmedAt !== null;
  return { on, wanted: wantsSecondFactor(deps, actor.roles), recoveryLeft };
}

/** A new secret for who typed the password; one in force is ended first. */
export async function begin(
  deps: Deps,
  actor: Actor,
  { password }: BodyOf<typeof beginSecondFactor>,
  request: FastifyRequest,
): Promise<ReplyOf<typeof beginSecondFactor>> {
  const { id, username } = await confirmPassword(
    deps,
    actor,
    { password, path: 'password' },
    request,
  );
  return writeAs(deps, actor, async (tx) => {
    const known = await tx.secondFactor.findUnique({ where: { userId: id } });
    if (known?.confirmedAt) throw new ApiError('alreadyDone');
    const made = await makeSecret(deps, tx, id, username);
    record(tx, { action: 'auth.secondFactorBegin', entity: 'user', entityId: id });
    return made;
  });
}

/** In force from now on; every other session, which was opened without it, ends. */
export function confirm(
  deps: Deps,
  actor: Actor,
  { code }: BodyOf<typeof confirmSecondFactor>,
): Promise<ReplyOf<typeof confirmSecondFactor>> {
  const { userId, sessionId } = signedIn(actor);
  return writeAs(deps, actor, async (tx) => {
    const [known] = await tx.$queryRaw<{ on: boolean }[]>`
      SELECT confirmed_at IS NOT NULL AS on FROM second_factor WHERE user_id = ${userId}::uuid FOR UPDATE`;
    if (!known || known.on) throw new ApiError('alreadyDone');
    const recoveryCodes = await putInForce(deps, tx, userId, code);
    if (!recoveryCodes) throw wrongCode();
    await endSessions(tx, userId, { except: sessionId }, 'secondFactor');
    record(tx, { action: 'auth.secondFactorOn', entity: 'user', entityId: userId });
    return { recoveryCodes };
  });
}

/** Ended by who has both the password and a code. */
export async function end(
  deps: Deps,
  actor: Actor,
  { password, code }: BodyOf<typeof endSecondFactor>,
  request: FastifyRequest,
): Promise<void> {
  const { userId, sessionId } = signedIn(actor);
  await confirmPassword(deps, actor, { password, path: 'password' }, request);
  const ended = await writeAs(deps, actor, async (tx) => {
    const known = await tx.secondFactor.findUnique({ where: { userId } });
    if (!known?.confirmedAt) throw new ApiError('alreadyDone');
    if ((await spendCode(deps, tx, userId, code)) === null) return false;
    await tx.secondFactor.delete({ where: { userId } });
    await endSessions(tx, userId, { except: sessionId }, 'secondFactor');
    record(tx, { action: 'auth.secondFactorOff', entity: 'user', entityId: userId });
    return true;
  });
  if (ended) return;
  await countFailure(deps, actor.username, request.ip);
  throw wrongCode();
}

function wrongCode() {
  const message = {
    zh: '动态码不正确，或已经用过。',
    en: 'The code is wrong, or was used already.',
  };
  const remedy = {
    zh: '等手机上换了下一个再输；一直不对的，核对手机的时间。',
    en: 'Wait for the next one; if it stays wrong, check the clock of the telephone.',
  };
  return invalid([{ path: 'code', code: 'wrongCode', message, remedy }]);
}
