import type { Word } from '@xuanpai/contracts/words';
import { searchKey } from '../office/text.ts';

/** Which code a word stands for: by its Chinese name or another usual one, quotes and spaces aside. */
export function wordCode<Code extends string>(
  words: Readonly<Record<Code, Word>>,
  text: string,
): Code | null {
  const wanted = key(text);
  for (const code of Object.keys(words) as Code[]) {
    const { zh, usual = [] } = words[code];
    if ([zh, ...usual].some((name) => key(name) === wanted)) return code;
  }
  return null;
}

/** The words of a list, as a remedy names them: 行政、参公、事业. */
export function wordsOf(words: Readonly<Record<string, Word>>): string {
  return Object.values(words)
    .map(({ zh }) => zh)
    .join('、');
}

function key(text: string): string {
  return searchKey(text).replace(/["'“”‘’]/g, '');
}
