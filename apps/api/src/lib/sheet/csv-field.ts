/**
 * What workbook programs would run when they open the text: = + - @, tab, line breaks, and the full-width
 * signs, which the Chinese versions take for the same.
 */
export const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

const plainNumber = /^[+-]?\d{1,15}(?:\.\d+)?$/;

/** One field of a CSV file: quoted where needed, and with a ' in front where it would pass for a formula. */
export function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const guarded = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^ | $/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
