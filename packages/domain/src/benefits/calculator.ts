/** Thousandths of a point at most: as competitions score. */
const totalPattern = /^\d{1,5}(\.\d{1,3})?$/;

/** Whether a text is a personal total of a competition: up to 99999.999. */
export function isTotal(text: string): boolean {
  return totalPattern.test(text) && Number(text) > 0;
}

/**
 * Total × (1 + per cent), exact: nothing is rounded, for two who are close would change places.
 * `percent` has one decimal at most. Throws a RangeError for anything but a total.
 */
export function withBonus(total: string, percent: number): string {
  if (!isTotal(total)) throw new RangeError(`not a total: ${total}`);
  const thousandths = Math.round(Number(total) * 1000);
  const perMille = Math.round(percent * 10);
  return decimal(thousandths * (1000 + perMille));
}

/** What is added: total × per cent, exact. */
export function bonusOf(total: string, percent: number): string {
  if (!isTotal(total)) throw new RangeError(`not a total: ${total}`);
  return decimal(Math.round(Number(total) * 1000) * Math.round(percent * 10));
}

/** Millionths as a decimal without needless zeros. */
function decimal(millionths: number): string {
  const digits = String(millionths).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}
