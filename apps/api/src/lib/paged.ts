/** A page of rows that are all at hand: what is judged by rules can't be sorted out by the database. */
export function paged<Row>(
  rows: readonly Row[],
  { page, pageSize }: { page: number; pageSize: number },
): { items: Row[]; total: number } {
  return { items: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length };
}

/** Compares by several keys in turn, each in the order of the code points. */
export function byKeys(left: readonly (string | number)[], right: readonly (string | number)[]) {
  for (const [at, one] of left.entries()) {
    const other = right[at] ?? one;
    if (one < other) return -1;
    if (one > other) return 1;
  }
  return 0;
}
