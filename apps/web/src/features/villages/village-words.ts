import type { Village } from '@xuanpai/contracts/villages';
import { villageKindWords } from '@xuanpai/contracts/words';
import { formatNumber, formatWan, formatYuan } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';

type InBatch = NonNullable<Village['batch']>;

/** 软弱涣散村、经济薄弱: what a village is in a batch, '' where nothing. */
export function kindsText(
  batch: Pick<InBatch, 'kinds'> & Partial<Pick<InBatch, 'poor'>>,
  text: Dictionary['villages'],
): string {
  const words = batch.kinds.map((kind) => word(villageKindWords[kind]));
  if (batch.poor) words.push(text.poor);
  return words.join(currentLanguage() === 'zh' ? '、' : ', ');
}

/** A count, `–` where it isn't known. */
export function countText(count: number | null): string {
  return count === null ? '–' : formatNumber(count);
}

/** An amount in ten thousands, `–` where it isn't known. */
export function wan(money: string | null | undefined): string {
  return money ? formatWan(money) : '–';
}

/** An amount in yuan, `–` where it isn't known. */
export function yuan(money: string | null | undefined): string {
  return money ? formatYuan(money) : '–';
}
