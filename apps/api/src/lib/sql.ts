import type { Database } from '@xuanpai/database/client';
import { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { forgetStatement, isOutdated, statementName } from './statement-names.ts';

type Runner = Pick<Database['pool'], 'query'>;

/**
 * Runs composed SQL (`Prisma.sql`) on the shared pool and gives its rows. Days come as text, instants
 * as Date, `numeric` as text; counts are cast to int in the SQL.
 */
export function rows<Row extends object>(runner: Runner, sql: Prisma.Sql): Promise<Row[]> {
  return dependsOnValues.test(sql.text) ? plannedAnew(runner, sql) : prepared(runner, sql);
}

/** A search, a choice of several, a far page: a plan that is good for any value is bad for these. */
const dependsOnValues = / I?LIKE | = ANY\(| && | OFFSET \$/;

async function plannedAnew<Row extends object>(runner: Runner, sql: Prisma.Sql): Promise<Row[]> {
  const { rows } = await runner.query<Row>({ text: sql.text, values: sql.values });
  return rows;
}

/**
 * As `rows`, planned once on each connection whatever the values are: planning a list takes longer
 * than reading it.
 */
export async function prepared<Row extends object>(
  runner: Runner,
  sql: Prisma.Sql,
): Promise<Row[]> {
  const name = statementName(sql.text);
  if (name === null) return plannedAnew(runner, sql);
  try {
    const { rows } = await runner.query<Row>({ name, text: sql.text, values: sql.values });
    return rows;
  } catch (error) {
    if (!isOutdated(error)) throw error;
    forgetStatement(sql.text);
    return plannedAnew(runner, sql);
  }
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

/**
 * `LIMIT … OFFSET …` of a page that counts from 1. The first page says its length in the text, for
 * PostgreSQL plans a length that it doesn't know as a tenth of the table.
 */
export function limit({ page, pageSize }: { page: number; pageSize: number }): Sql {
  if (page === 1) return raw(`LIMIT ${Math.trunc(pageSize)}`);
  return sql`LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
}

/**
 * `ORDER BY` for a sort key as the contract allows it. `columns` maps each key to trusted SQL; the
 * order ends with the id, which goes the same way, so that an index can be read backward. Empty values
 * come last: columns that may be empty say `NULLS LAST`, the others don't, for the same reason.
 */
export function orderBy<Key extends string>(
  sort: Key | `-${Key}`,
  columns: Record<Key, string | readonly string[]>,
  id: string,
): Sql {
  const descending = sort.startsWith('-');
  const key = (descending ? sort.slice(1) : sort) as Key;
  const parts = [columns[key]].flat().map((column) => directed(column, descending));
  return raw(`ORDER BY ${[...parts, directed(id, descending)].join(', ')}`);
}

function directed(column: string, descending: boolean): string {
  const [, expression = column, nulls = ''] = /^(.*?)( NULLS LAST)?$/.exec(column) ?? [];
  return `${expression} ${descending ? 'DESC' : 'ASC'}${nulls}`;
}

/** `column ILIKE %text%`, with the text's own wildcards taken literally. */
export function contains(column: string, text: string): Sql {
  return sql`${raw(column)} ILIKE ${patternOf(text)}`;
}

/** The same where case has no part in it: search keys are in lower case. */
export function like(column: string, text: string): Sql {
  return sql`${raw(column)} LIKE ${patternOf(text)}`;
}

function patternOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** `column = ANY(list)` with the type of the column. */
export function oneOf(column: string, values: readonly string[], type: string): Sql {
  return sql`${raw(column)} = ANY(${[...values]}::${raw(type)}[])`;
}
