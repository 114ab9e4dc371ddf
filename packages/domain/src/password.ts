import type { Text } from '@xuanpai/contracts/text';

/** Characters of a password at least. */
export const shortestPassword = 10;

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
  if ([...plain].length < shortestPassword) {
    return {
      zh: `口令至少${shortestPassword}位。`,
      en: `A password has at least ${shortestPassword} characters.`,
    };
  }
  const unguessed = plain.replaceAll(username.toLowerCase(), '').replace(guessedFirst, '');
  return [...unguessed].length < leastUnguessed ? easyToGuess : null;
}

const easyToGuess = {
  zh: '这个口令太容易猜到：除去用户名、常用词和连续数字后太短。请换一个。',
  en: 'This password is easy to guess: too little is left without the user name, usual words and rows of digits. Choose another.',
};
