/** Rounds a fraction of whole numbers as the policy says, exactly: `up`, `down` or `nearest`. */
export function roundFraction(numerator: number, denominator: number, rule: string): number {
  const whole = Math.floor(numerator / denominator);
  const rest = numerator - whole * denominator;
  if (rest === 0 || rule === 'down') return whole;
  if (rule === 'nearest') return rest * 2 >= denominator ? whole + 1 : whole;
  return whole + 1;
}

export const roundingWords: Readonly<Record<string, { zh: string; en: string }>> = {
  up: { zh: '进一', en: 'rounded up' },
  down: { zh: '舍去小数', en: 'rounded down' },
  nearest: { zh: '四舍五入', en: 'rounded' },
};

/** A number as people write it: two decimals at most, none where there are none. */
export function written(value: number): string {
  return String(Math.round(value * 100) / 100);
}
