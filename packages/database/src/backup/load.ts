import type pg from 'pg';
import type { Part } from './archive.ts';
import { loader } from './copy.ts';
import {
  type Manifest,
  manifestName,
  parse,
  type Table,
  type TableSum,
  tableOf,
} from './manifest.ts';
import { problems } from './problems.ts';

/**
 * Feeds the parts of a backup to the tables that they belong to, a table after the other, and gives
 * what the backup says that it wrote. Throws StartProblem when the database refuses a row, or when
 * the backup ends before its manifest.
 */
export async function loadRows(
  client: pg.ClientBase,
  file: string,
  tables: readonly Table[],
  parts: AsyncIterable<Part>,
): Promise<Map<string, TableSum>> {
  const known = new Map(tables.map((table) => [table.name, table]));
  let open: { table: Table; rows: ReturnType<typeof loader> } | null = null;
  let manifest: Manifest | null = null;
  const refusing = async (table: Table, work: Promise<void>) => {
    await work.catch((error: Error) => {
      throw problems.refused(table.name, error.message, error);
    });
  };
  try {
    for await (const part of parts) {
      const table = known.get(tableOf(part.name) ?? '') ?? null;
      if (open && open.table !== table) {
        await refusing(open.table, open.rows.end());
        open = null;
      }
      if (table) {
        open ??= { table, rows: loader(client, table) };
        await refusing(table, open.rows.write(part.bytes));
      } else if (part.name === manifestName) manifest = parse(part);
    }
  } catch (error) {
    await open?.rows.abort();
    throw error;
  }
  if (!manifest || open) throw problems.damaged(file, manifestName);
  return new Map(manifest.tables.map((sum) => [sum.name, sum]));
}
