/** Where the month goes out and comes in: workbook, print, blank sheet, import. */
export function SheetFiles(_: { township: string; month: string }) {
  return null;
}
