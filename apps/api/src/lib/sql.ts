import type { Database } from '@xuanpai/database/client';
import { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';

type Runner = Pick<Database['pool'], 'query'>;

/**
 * Runs composed SQL (`Prisma.sql`) on the shared pool as a prepared statement and gives its rows.
 * Days come as text, instants as Date, `numeric` as text; counts are cast to int in the SQL.
 */
export async function rows<Row extends object>(runner: Runner, sql: Prisma.Sql): Promise<Row[]> {
  const { rows } = await runner.query<Row>({ text: sql.text, values: sql.values });
  return rows;
}

/**
 * Lets `rows` read inside a transaction. For rows without days and instants: Prisma gives both as
 * Date there, and nobody could tell them apart.
 */
export function runnerOf(client: Pick<Tx, '$queryRawUnsafe'>): Runner {
  const query = async ({ text, values }: { text: string; values: unknown[] }) => ({
    rows: await client.$queryRawUnsafe(text, ...values),
  });
  return { query } as unknown as Runner;
}

export const { sql, join, empty, raw } = Prisma;
export type Sql = Prisma.Sql;

/** `WHERE a AND b`, or nothing. */
export function where(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? empty : sql`WHERE ${join([...conditions], ' AND ')}`;
}

/** `LIMIT … OFFSET …` of a page that counts from 1. */
export function limit({ page, pageSize }: { page: number; pageSize: number }): Sql {
  return sql`LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
}

/**
 * `ORDER BY` for a sort key as the contract allows it. `columns` maps each key to trusted SQL;
 * the order always ends with the id, and empty values come last.
 */
export function orderBy<Key extends string>(
  sort: Key | `-${Key}`,
  columns: Record<Key, string | readonly string[]>,
  id: string,
): Sql {
  const descending = sort.startsWith('-');
  const key = (descending ? sort.slice(1) : sort) as Key;
  const parts = [columns[key]]
    .flat()
    .map((column) => `${column} ${descending ? 'DESC' : 'ASC'} NULLS LAST`);
  return raw(`ORDER BY ${[...parts, id].join(', ')}`);
}

/** `column ILIKE %text%`, with the text's own wildcards taken literally. */
export function contains(column: string, text: string): Sql {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`${raw(column)} ILIKE ${pattern}`;
}

/** `column = ANY(list)` with the type of the column. */
export function oneOf(column: string, values: readonly string[], type: string): Sql {
  return sql`${raw(column)} = ANY(${[...values]}::${raw(type)}[])`;
}
