import { searchKey } from '@xuanpai/domain/office/text';
import { pinyin } from 'pinyin-pro';

/**
 * What lists are searched by: the name, its pinyin and its initials, and what else should find the
 * row. People's names take the surname's reading (查 zhā, 仇 qiú).
 */
export function searchKeyOf(
  name: string,
  kind: 'person' | 'place',
  others: (string | null)[] = [],
): string {
  const spoken = pinyin(name, {
    toneType: 'none',
    type: 'array',
    surname: kind === 'person' ? 'head' : 'off',
  });
  const initials = spoken.map((syllable) => syllable.slice(0, 1)).join('');
  const parts = [name, spoken.join(''), initials, ...others];
  return parts
    .map((part) => searchKey(part ?? ''))
    .filter((part) => part !== '')
    .join(' ');
}

/** What people are sorted by: the pinyin of surname and name, with tones as digits. */
export function sortKeyOf(name: string): string {
  return pinyin(name, { toneType: 'num', type: 'array', surname: 'head' }).join(' ');
}
