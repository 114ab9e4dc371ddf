import { fenOf, tenThousandText } from '@xuanpai/domain/office/money';
import { serialOf } from './number-format.ts';

/**
 * - `text`: written as text, also when it looks like a number or formula
 * - `number`: a number
 * - `date`: `YYYY-MM-DD`, becomes a real date
 * - `month`: `YYYY-MM` or `YYYY-MM-DD`, becomes the text 1977.07
 * - `money`: yuan as the API writes them (`"30000.00"`), become a number of yuan
 * - `moneyTenThousand`: the same, become a number of 万元
 */
export type SheetColumnKind = 'text' | 'number' | 'date' | 'month' | 'money' | 'moneyTenThousand';

export type SheetValue = string | number | null;

/** What a cell may hold in any workbook program. */
const mostCharacters = 32_767;

/**
 * What stands in the cell. A string where its column expects something else (合计, 不详) stays as it is;
 * an empty string is an empty cell.
 */
export function writtenValue(value: SheetValue, kind: SheetColumnKind): SheetValue {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return kind === 'text' ? String(value) : value;
  switch (kind) {
    case 'date':
      return serialOf(value) ?? value;
    case 'month':
      return value.replace(/^(\d{4})-(\d{2})(?:-\d{2})?$/, '$1.$2');
    case 'money':
      return isMoney(value) ? fenOf(value) / 100 : value;
    case 'moneyTenThousand':
      return isMoney(value) ? Number(tenThousandText(fenOf(value))) : value;
    case 'text':
    case 'number':
      return value.slice(0, mostCharacters);
  }
}

function isMoney(value: string): boolean {
  return /^-?\d{1,12}\.\d{2}$/.test(value);
}
