/**
 * Rows by a key, in the order in which the keys first occur, each group in the order of its rows; where
 * `keep` is given, what it gives of each row instead. (`Map.groupBy` comes with Node 21.)
 */
export function groupBy<Row, Key>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row[]>;
export function groupBy<Row, Key, Value>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => Key,
  keep: (row: Row) => Value,
): Map<Key, Value[]>;
export function groupBy<Row, Key>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => Key,
  keep: (row: Row) => unknown = (row) => row,
): Map<Key, unknown[]> {
  const groups = new Map<Key, unknown[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(keep(row));
    else groups.set(key, [keep(row)]);
  }
  return groups;
}
