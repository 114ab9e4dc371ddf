import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { Secret, TOTP } from 'otpauth';
import { v7 as uuid } from 'uuid';
import type { Deps } from '../deps.ts';

const period = 30;
/** Half minutes that a telephone's clock may be wrong by. */
const window = 1;
const recoveryCodes = 8;

const placeOf = (id: string) => ({ table: 'second_factor', column: 'secret', id });

function totpOf(secret: string, label: string): TOTP {
  const parts = { issuer: 'Xuanpai', algorithm: 'SHA1', digits: 6, period } as const;
  return new TOTP({ ...parts, label, secret: Secret.fromBase32(secret) });
}

/** Whether a role that somebody holds needs a second factor. */
export function wantsSecondFactor(
  { settings }: Pick<Deps, 'settings'>,
  roles: readonly Role[],
): boolean {
  return roles.some((role) => settings.secondFactor.includes(role));
}

/** A new secret, not yet in force; gives it with the address that a telephone reads. */
export async function makeSecret(
  { keys }: Pick<Deps, 'keys'>,
  tx: Tx,
  userId: string,
  label: string,
) {
  const secret = new Secret({ size: 20 }).base32;
  const fresh = {
    secretCipher: keys.seal(secret, placeOf(userId)),
    confirmedAt: null,
    lastStep: null,
  };
  await tx.secondFactor.upsert({
    where: { userId },
    create: { userId, ...fresh },
    update: fresh,
  });
  return { secret, address: totpOf(secret, label).toString() };
}

/**
 * The half minute whose code was typed; null for a wrong one, and for one that was used: of the same
 * code sent twice at once, one is heard. Call with the factor there.
 */
async function spendStep({ keys }: Pick<Deps, 'keys'>, tx: Tx, userId: string, code: string) {
  const factor = await tx.secondFactor.findUnique({ where: { userId } });
  if (!factor) return null;
  const secret = keys.open(factor.secretCipher, placeOf(userId));
  const now = Date.now();
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now, window });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / period) + delta;
  const { count } = await tx.secondFactor.updateMany({
    where: { userId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1 ? step : null;
}

/** Uses a code up: one from the telephone or a recovery code, each once. Gives which; null: wrong. */
export async function spendCode(
  deps: Pick<Deps, 'keys'>,
  tx: Tx,
  userId: string,
  code: string,
): Promise<'telephone' | 'recovery' | null> {
  const typed = code.replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{6}$/.test(typed)) {
    return (await spendStep(deps, tx, userId, typed)) === null ? null : 'telephone';
  }
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, digest: digestOf(typed), usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1 ? 'recovery' : null;
}

/** Puts the secret in force by a first code of it; gives the recovery codes, null for a wrong code. */
export async function putInForce(deps: Pick<Deps, 'keys'>, tx: Tx, userId: string, code: string) {
  const typed = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(typed) || (await spendStep(deps, tx, userId, typed)) === null) return null;
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  await tx.secondFactor.update({ where: { userId }, data: { confirmedAt: new Date() } });
  await tx.recoveryCode.createMany({
    data: codes.map((one) => ({ id: uuid(), userId, digest: digestOf(one.replaceAll('-', '')) })),
  });
  return codes;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 24 letters of 32, 120 bits: a digest of it can't be tried out. */
function newRecoveryCode(): string {
  const text = Array.from(randomBytes(24), (byte) => letters[byte % 32]).join('');
  return text.replace(/.{4}(?=.)/g, '$&-');
}

const digestOf = (code: string) => createHash('sha256').update(code).digest('hex');
