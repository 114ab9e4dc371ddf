import { holdsIdNumber } from '@xuanpai/domain/office/id-number';
import type { Fault } from '../lib/api-error.ts';

/**
 * Fields that may hold an ID number: those that are sealed, passwords, which are hashed, the cells of
 * a preview, which are masked or refused by the column that they stand in, and an enterprise's code,
 * which may be of 18 digits too.
 */
const sealed = new Set([
  'idNumber',
  'homeAddress',
  'health',
  'password',
  'current',
  'next',
  'cells',
  'creditCode',
]);

/**
 * ID numbers in text that everybody reads: a note, a reason, the document that a correction stands on.
 * Full-width digits count.
 */
export function strayIdNumbers(value: unknown, path: readonly (string | number)[] = []): Fault[] {
  if (typeof value === 'string') {
    return holdsIdNumber(value.normalize('NFKC')) ? [faultAt(path.join('.'))] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    sealed.has(key) ? [] : strayIdNumbers(inner, [...path, key]),
  );
}

function faultAt(path: string): Fault {
  return {
    path,
    code: 'idNumberInText',
    message: {
      zh: '这里不能写身份证号。',
      en: 'An ID number does not belong here.',
    },
    remedy: {
      zh: '身份证号只填在“身份证号”一项，那里加密保存；此处请删去，或只写末四位。',
      en: 'ID numbers go into their own field, where they are sealed: leave it out, or write the last four digits.',
    },
  };
}
