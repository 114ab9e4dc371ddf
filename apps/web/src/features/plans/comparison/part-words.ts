import type { Comparison } from '@xuanpai/contracts/plan-variants';
import { scorePartWords } from '@xuanpai/contracts/words';
import { formatChange } from '../../../lib/format.ts';
import { currentLanguage } from '../../../lib/language.ts';
import { word } from '../../../locales/word.ts';

/** 匹配 +12.0，同单位搭班 −60.0. */
export function partsText(parts: Comparison['parts']): string {
  return parts
    .map(
      ({ kind, before, after }) => `${word(scorePartWords[kind])} ${formatChange(after - before)}`,
    )
    .join(currentLanguage() === 'zh' ? '，' : ', ');
}
