import { hash, verify } from '@node-rs/argon2';
import type { Text } from '@xuanpai/contracts/text';

/** Argon2id with 19 MiB, 2 passes, 1 lane: OWASP's first choice. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), options);
}

export function passwordMatches(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'));
}

let decoy: Promise<string> | undefined;

/** Takes the time of a real check, for a name that nobody has; always false. */
export async function noSuchUser(password: string): Promise<false> {
  decoy ??= hashPassword('no such user');
  await passwordMatches(await decoy, password);
  return false;
}

const common =
  /^(password|passw0rd|12345678|123456789|1234567890|qwerty|qwertyuiop|abc123|admin|letmein|iloveyou|11111111|88888888|00000000|66666666)/i;
const shortest = 10;

/** What is wrong with a new password, or null: length counts, not kinds of characters. */
export function passwordFault(password: string, username: string): Text | null {
  if (password.length < shortest) {
    return { zh: `口令至少${shortest}位。`, en: `A password has at least ${shortest} characters.` };
  }
  const plain = password.toLowerCase();
  const guessable =
    common.test(plain) || plain.includes(username.toLowerCase()) || /^(.)\1+$/.test(plain);
  return guessable
    ? { zh: '这个口令太容易猜到,请换一个。', en: 'This password is easy to guess, choose another.' }
    : null;
}
