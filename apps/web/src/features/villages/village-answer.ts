import { postWords } from '@xuanpai/contracts/words';
import { currentLanguage } from '../../lib/language.ts';
import { isHeld } from '../../lib/post-status.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { VillageDetail } from './village-values.ts';

/** The first line of a village's page: who is there on the day, or who will come. */
export function villageAnswer(
  village: VillageDetail,
  day: string,
  text: Dictionary['villages'],
): string {
  const { name, assignments, batch } = village;
  const here = assignments.filter((post) => isHeld(post, day));
  if (here.length > 0) return text.answerPosts(name, said(here));
  const coming = assignments.filter(({ startsOn, state }) => startsOn > day && state === 'inForce');
  const from = coming.map(({ startsOn }) => startsOn).sort()[0];
  if (from !== undefined) {
    const first = coming.filter(({ startsOn }) => startsOn === from);
    return text.answerUpcoming(name, from, said(first));
  }
  return batch?.tier === 'city' ? text.answerCity(name) : text.answerNobody(name);

  function said(posts: VillageDetail['assignments']) {
    const separator = currentLanguage() === 'zh' ? '，' : '; ';
    return posts
      .map(({ cadreName, post }) => text.answerPost(cadreName, word(postWords[post])))
      .join(separator);
  }
}
