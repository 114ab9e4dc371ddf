/** Points as they are typed or pasted, to one decimal: null for an empty cell, undefined for no number. */
export function readPoints(text: string): string | null | undefined {
  const typed = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/分$/, '');
  if (typed === '' || /^[-–—]+$/.test(typed)) return null;
  if (!/^\d{1,4}(\.\d+)?$/.test(typed)) return undefined;
  return String(Math.round(Number(typed) * 10) / 10);
}
