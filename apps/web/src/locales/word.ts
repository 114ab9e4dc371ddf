import type { Word } from '@xuanpai/contracts/words';
import { currentLanguage } from '../lib/language.ts';

/** The word of a code in the page's language: `word(tierWords[tier])`. */
export function word(entry: Word): string {
  return entry[currentLanguage()];
}

/** Choices for a select from a table of words, in the table's order. */
export function wordOptions<C extends string>(
  words: Record<C, Word>,
): { value: C; label: string }[] {
  return (Object.entries(words) as [C, Word][]).map(([value, entry]) => ({
    value,
    label: word(entry),
  }));
}
