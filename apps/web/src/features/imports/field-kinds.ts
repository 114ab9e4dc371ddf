import { formatNumber, formatYuan } from '../../lib/format.ts';

/** Fields whose values are yuan, as the API writes money. */
const money = new Set(['operatingIncome', 'netIncomePerHead', 'infrastructureInvestment']);

const counts = new Set(['households', 'population', 'partyMembers', 'quota']);

export function isMoney(field: string): boolean {
  return money.has(field);
}

/** Figures stand at the end of their column. */
export function isFigure(field: string): boolean {
  return money.has(field) || counts.has(field);
}

/** A value as the table shows it; what isn't a figure, though it should be, stays as it was typed. */
export function shownValue(field: string, value: string): string {
  if (money.has(field) && /^-?\d+\.\d{2}$/.test(value)) return formatYuan(value);
  if (counts.has(field) && /^\d+$/.test(value)) return formatNumber(Number(value));
  return value;
}
