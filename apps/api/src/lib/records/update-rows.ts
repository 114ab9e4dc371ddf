import type { Json } from '@xuanpai/contracts/values';
import { executeLarge, type Tx } from '@xuanpai/database/transaction';

/** The columns of a row to set; undefined ones stay as they are, the same in all rows. */
export interface RowUpdate {
  id: string;
  [column: string]: Json | undefined;
}

/**
 * Updates many rows by their id in one statement and raises their version. `types` gives the SQL type
 * of each column that may be set; table and columns are trusted names.
 */
export async function updateRows(
  tx: Tx,
  table: string,
  types: Readonly<Record<string, string>>,
  rows: readonly RowUpdate[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(types).filter((column) => first[column] !== undefined);
  const sets = [...columns.map((column) => `${column} = r.${column}`), 'version = t.version + 1'];
  const shape = ['id uuid', ...columns.map((column) => `${column} ${types[column]}`)];
  await executeLarge(
    tx,
    `UPDATE "${table}" AS t SET ${sets.join(', ')}
      FROM jsonb_to_recordset($1::jsonb) AS r(${shape.join(', ')}) WHERE t.id = r.id`,
    [JSON.stringify(rows)],
  );
}
