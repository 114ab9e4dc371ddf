/** AB for 28. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return before === 0 ? letter : columnName(before) + letter;
}

/** B7 for row 7, column 2. */
export function cellName({ row, column }: { row: number; column: number }): string {
  return `${columnName(column)}${row}`;
}

/** 28 for AB7; null where no letters stand. */
export function columnOf(reference: string): number | null {
  const letters = /^\$?([A-Za-z]{1,3})/.exec(reference)?.[1]?.toUpperCase();
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
