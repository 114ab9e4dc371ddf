import type { Cadre } from '@xuanpai/contracts/cadres';
import { managementAuthorityWords, rankWords, staffingTypeWords } from '@xuanpai/contracts/words';
import { formatMonth, yearsBetween } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import { isHeld } from '../../lib/post-status.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { CadreDetail } from './queries.ts';

type Text = Dictionary['cadres'];

function listed(parts: (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(currentLanguage() === 'zh' ? '，' : ', ');
}

/** 区委办公室，副局长，副科级，行政，区管. */
export function cadreLine(cadre: Cadre): string {
  const { unitName, position, rank, staffingType, managementAuthority } = cadre;
  return listed([
    unitName,
    position,
    word(rankWords[rank]),
    word(staffingTypeWords[staffingType]),
    managementAuthority && word(managementAuthorityWords[managementAuthority]),
  ]);
}

/** 1973-02，43岁, on a day. */
export function bornText(bornOn: string, day: string, text: Text): string {
  return text.age(formatMonth(bornOn), yearsBetween(bornOn, day));
}

/** The post held on a day, else the next one. */
export function postOn(posts: CadreDetail['assignments'], day: string) {
  const held = posts.find((post) => isHeld(post, day));
  if (held) return held;
  const coming = posts.filter(({ startsOn, state }) => state === 'inForce' && startsOn > day);
  return coming.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0] ?? null;
}
