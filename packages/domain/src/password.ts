import type { Text } from '@xuanpai/contracts/text';

/** Characters of a new password, at least and at most; of any kind. */
export const shortestPassword = 10;
export const longestPassword = 128;

/** What is wrong with the length of a new password, or null. Whether it is easy to guess, the API says. */
export function lengthFault(password: string): Text | null {
  const { length } = [...password.normalize('NFKC')];
  if (length < shortestPassword) {
    return {
      zh: `口令至少${shortestPassword}个字符。可以用一句短话，字母、数字、汉字、空格都行。`,
      en: `A password has at least ${shortestPassword} characters. A short sentence will do, of any characters.`,
    };
  }
  if (length <= longestPassword) return null;
  return {
    zh: `口令最多${longestPassword}个字符，请缩短。`,
    en: `A password has at most ${longestPassword} characters: shorten it.`,
  };
}
