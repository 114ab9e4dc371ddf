import type { Json } from '@xuanpai/contracts/values';
import { executeLarge, type Tx } from '@xuanpai/database/transaction';

/**
 * Inserts many rows in one statement, however many columns they have: Prisma's `createMany` binds each
 * value by itself, which takes seconds for thousands of rows. `types` gives the SQL type of each
 * column; table and columns are trusted names.
 */
export async function insertRows(
  tx: Tx,
  table: string,
  types: Readonly<Record<string, string>>,
  rows: readonly { readonly [column: string]: Json | undefined }[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(types);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const shape = columns.map((column) => `"${column}" ${types[column]}`).join(', ');
  await executeLarge(
    tx,
    `INSERT INTO "${table}" (${names}) SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(${shape})`,
    [JSON.stringify(rows)],
  );
}
