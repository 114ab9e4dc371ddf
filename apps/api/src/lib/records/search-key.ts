import { searchKey } from '@xuanpai/domain/office/text';
import { pinyin } from 'pinyin-pro';

/**
 * What lists are searched by: the name, its pinyin and its initials, and what else should find the
 * row. People's names take the surname's reading (查 zhā, 仇 qiú), places both (单家庄 shàn, dān);
 * ü is typed as v.
 */
export function searchKeyOf(
  name: string,
  kind: 'person' | 'place',
  others: (string | null)[] = [],
): string {
  const surnames = kind === 'person' ? (['head'] as const) : (['off', 'head'] as const);
  const readings = surnames.flatMap((surname) => {
    const spoken = pinyin(name, { toneType: 'none', type: 'array', surname, v: true });
    return [spoken.join(''), spoken.map((syllable) => syllable.slice(0, 1)).join('')];
  });
  const parts = [name, ...readings, ...others].map((part) => searchKey(part ?? ''));
  return [...new Set(parts)].filter((part) => part !== '').join(' ');
}

/**
 * What people are sorted by: each character's pinyin with its tone, then the character, so that
 * surnames of one sound stay apart (于 before 余). `u:` puts ü between lu and luan, as dictionaries do.
 */
export function sortKeyOf(name: string): string {
  const characters = [...name];
  const spoken = pinyin(name, { toneType: 'num', type: 'array', surname: 'head' });
  return spoken
    .map((syllable, at) => syllable.toLowerCase().replace('ü', 'u:') + (characters[at] ?? ''))
    .join(' ');
}
