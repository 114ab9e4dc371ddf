import { isStroke, signKey } from '../attendance/read-marks.ts';

const morning = /^(?:上午|早上?|am)$/u;
const afternoon = /^(?:下午|晚上?|pm)$/u;

/**
 * Whether two rows are one person's morning and afternoon: in the same column the upper says 上午 and
 * the lower 下午.
 */
export function isAfternoonOf(upper: readonly string[], lower: readonly string[]): boolean {
  return upper.some(
    (text, at) => morning.test(signKey(text)) && afternoon.test(signKey(lower[at] ?? '')),
  );
}

/** The cell of a day that is kept in two rows: √ over 机 is √/机, a half that says nothing is left out. */
export function bothHalves(first: string, second: string): string {
  const [upper, lower] = [first, second].map((text) => (isStroke(text) ? '' : text.trim()));
  return upper === '' && lower === '' ? '' : `${upper}/${lower}`;
}
