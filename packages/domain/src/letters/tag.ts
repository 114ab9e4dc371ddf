import type { LetterSource } from '@xuanpai/contracts/letter-kinds';
import type { Text } from '@xuanpai/contracts/text';

/** What a template may write between braces. */
export interface Tag {
  name: string;
  meaning: Text;
  example: string;
  /** Where its value is entered; null: it is never missing. */
  source: LetterSource | null;
  /** What may stand inside, where it is printed once for each of several. */
  inside?: readonly Tag[];
}

export function tag(
  name: string,
  zh: string,
  en: string,
  example: string,
  source: LetterSource | null = null,
): Tag {
  return { name, meaning: { zh, en }, example, source };
}

export const everywhere = [
  tag('编号', '本类文书当年的顺序号', 'The letter’s number in its year', '12'),
  tag('年份', '出具日期的年份', 'The year of the letter', '2015'),
  tag('日期', '出具日期', 'The date of the letter', '2015年5月20日'),
  tag('落款', '出具文书的机关', 'Who makes the letter', '中共河东区委组织部'),
  tag('区', '区的名称', 'The district', '河东区'),
  tag('批次', '选派批次', 'The batch', '第二批 2015–2017'),
  tag(
    '文号',
    '印发选派方案的文号',
    'Number of the document that issued the plan',
    '河组发〔2015〕18号',
  ),
];

export const inTurn = tag('序号', '顺序号', 'Number in the list', '1');
