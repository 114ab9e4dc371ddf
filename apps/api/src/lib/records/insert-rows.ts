import type { Json } from '@xuanpai/contracts/values';
import { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';

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
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(`"${table}"`)} (${Prisma.raw(names)})
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(${Prisma.raw(shape)})`;
}
