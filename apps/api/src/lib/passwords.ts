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

const decoy = hashPassword('no such user');

/** Takes the time of a real check, for a name that nobody has; always false. */
export async function noSuchUser(password: string): Promise<false> {
  await passwordMatches(await decoy, password);
  return false;
}

const shortest = 10;
/** Characters that are left when everything is taken out that a guesser tries first. */
const leastUnguessed = 6;
const guessedFirst =
  /password|passw0rd|qwertyuiop|qwerty|asdfgh|letmein|iloveyou|welcome|admin|abc123|xuanpai|12345678|1234567|123456|1234|(.)\1{2,}/gi;

/**
 * What is wrong with a new password, or null. Length counts, not kinds of characters; the own name,
 * usual words, rows of digits and repeated letters don't count.
 */
export function passwordFault(password: string, username: string): Text | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < shortest) {
    return { zh: `口令至少${shortest}位。`, en: `A password has at least ${shortest} characters.` };
  }
  const unguessed = plain.replaceAll(username.toLowerCase(), '').replace(guessedFirst, '');
  return [...unguessed].length < leastUnguessed
    ? {
        zh: '这个口令太容易猜到：除去用户名、常用词和连续数字后太短。请换一个。',
        en: 'This password is easy to guess: too little is left without the user name, usual words and rows of digits. Choose another.',
      }
    : null;
}
