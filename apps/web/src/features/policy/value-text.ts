import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { formatNumber } from '../../lib/format.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';

type Valued = Pick<PolicyParameter, 'kind' | 'value' | 'unit' | 'options' | 'range'>;

/** A value in words: 30,000元, 是, 季度, 始终适用. */
export function valueText(
  { kind, value, unit, options, range }: Valued,
  text: Dictionary['policy'],
): string {
  switch (kind) {
    case 'number': {
      const number = Number(value);
      const decimals = Number.isInteger(number) ? 0 : (range?.decimals ?? 2);
      return text.withUnit(formatNumber(number, decimals), unit);
    }
    case 'switch':
      return value === true ? text.yes : text.no;
    case 'choice':
      return options.find((option) => option.value === value)?.label ?? String(value);
    case 'rule':
      return text.always;
    case 'table':
      return text.table;
  }
}
