import type { Text } from '@xuanpai/contracts/text';
import { ApiError } from './api-error.ts';

/** Rows that point at what somebody wants to delete: how many, and the names of the first ones. */
export interface Reference {
  code: string;
  count: number;
  names: readonly string[];
  /** What they are, with their measure word: 个任职 / posts. */
  words: Text;
}

const namesShown = 3;

/**
 * Refuses a deletion that would leave rows without what they point at, saying how many of what:
 * “相公二村”还有2个任职（王伟、李强）、1个方案岗位（方案一），不能删除。
 */
export function refuseIfReferred(name: string, references: readonly Reference[]): void {
  const found = references.filter(({ count }) => count > 0);
  if (found.length === 0) return;
  const zh = found.map((one) => inChinese(one)).join('、');
  const en = found.map((one) => inEnglish(one)).join(', ');
  throw new ApiError('wouldOrphan', {
    detail: {
      zh: `“${name}”还有${zh}，不能删除。`,
      en: `“${name}” still has ${en}, and cannot be deleted.`,
    },
    faults: found.map((one) => ({
      path: '',
      code: one.code,
      message: { zh: inChinese(one), en: inEnglish(one) },
    })),
  });
}

function inChinese({ count, names, words }: Reference) {
  const shown = names.slice(0, namesShown).join('、') + (count > namesShown ? '等' : '');
  return `${count}${words.zh}${shown && `（${shown}）`}`;
}

function inEnglish({ count, names, words }: Reference) {
  const shown = names.slice(0, namesShown).join(', ') + (count > namesShown ? ' …' : '');
  return `${count} ${words.en}${shown && ` (${shown})`}`;
}
