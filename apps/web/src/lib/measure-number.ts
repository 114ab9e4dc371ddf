import { formatNumber } from './format.ts';

interface Unit {
  unit: string | null;
}

/** Amounts of a measure are kept in yuan. */
export function isMoney({ unit }: Unit): boolean {
  return unit === '元';
}

/** Money in ten thousands of yuan, everything else in its own unit; decimals as far as there are any. */
export function numberText(value: string | number, measure: Unit): string {
  const number = Number(value) / (isMoney(measure) ? 10_000 : 1);
  const decimals = (String(Number(number.toFixed(2))).split('.')[1] ?? '').length;
  return formatNumber(number, decimals);
}
