import type { Json } from '@xuanpai/contracts/values';
import type { TableCell } from '@xuanpai/domain/policy/tables';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';

/** What a cell of a table holds, for reading. */
export function cellText(
  cell: TableCell,
  value: Json | undefined,
  text: Dictionary['policy'],
): string {
  switch (cell.kind) {
    case 'switch':
      return value === true ? text.yes : text.no;
    case 'number':
      return value === undefined || value === null ? '–' : String(value);
    case 'choice': {
      const words = typeof value === 'string' ? cell.options[value] : undefined;
      return words ? word(words) : text.notChosen;
    }
  }
}
