import { type Import, rowsOfSheet } from '@xuanpai/contracts/imports';

/** The row as its sheet numbers it; `sheet` null where only one is read. */
export function sheetRow(
  { book }: Pick<Import, 'book'>,
  row: number,
): { sheet: string | null; row: number } {
  if (!book) return { sheet: null, row };
  const sheet = book.sheets.length > 1 ? book.sheets[Math.floor(row / rowsOfSheet)] : undefined;
  return { sheet: sheet?.name ?? null, row: row % rowsOfSheet };
}
