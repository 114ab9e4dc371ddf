/** What one workbook may hold. Rows and columns count where something stands, not where styles reach. */
export interface SheetLimits {
  /** Bytes of all parts read, after inflating; counted here, never taken from the file's word. */
  inflatedBytes: number;
  /** Rows of a sheet. */
  rows: number;
  /** Columns of a sheet. */
  columns: number;
  /** Empty rows in a run between two filled ones. */
  emptyRows: number;
  /** Cells of all sheets, and different contents of cells. */
  cells: number;
  /** Characters of one cell; workbook programs allow 32,767. */
  cellText: number;
  /** Bytes of all different contents together, as UTF-8. */
  allText: number;
}

export const sheetLimits: SheetLimits = {
  inflatedBytes: 256 * 1024 * 1024,
  rows: 200_000,
  columns: 256,
  emptyRows: 1000,
  cells: 4_000_000,
  cellText: 100_000,
  allText: 80 * 1024 * 1024,
};
