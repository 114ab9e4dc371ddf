import { searchKey } from '@xuanpai/domain/office/text';
import { notFound } from './api-error.ts';
import { contains, join, limit, rows, type Sql, sql, where } from './sql.ts';

/** A list as SQL: what a row is, where from, which rows, in which order. */
export interface ListSql {
  select: Sql;
  /** With its joins; joins that only `select` needs cost the count nothing when they can't add rows. */
  from: Sql;
  conditions: readonly Sql[];
  order: Sql;
}

type Runner = Parameters<typeof rows>[0];

/** What a workbook takes at most, so that one download can't fill the memory. */
export const exportLimit = 100_000;

/** One page of a list with the number of all its rows. */
export async function readPage<Row extends object>(
  runner: Runner,
  { select, from, conditions, order }: ListSql,
  paging: { page: number; pageSize: number },
): Promise<{ found: Row[]; total: number }> {
  const filter = where(conditions);
  const [found, [count]] = await Promise.all([
    rows<Row>(runner, sql`SELECT ${select} FROM ${from} ${filter} ${order} ${limit(paging)}`),
    rows<{ total: number }>(runner, sql`SELECT count(*)::int AS total FROM ${from} ${filter}`),
  ]);
  return { found, total: count?.total ?? 0 };
}

/** Every row of a list, for a workbook: exactly what is filtered, in the same order. */
export function readAll<Row extends object>(
  runner: Runner,
  { select, from, conditions, order }: ListSql,
): Promise<Row[]> {
  return rows<Row>(
    runner,
    sql`SELECT ${select} FROM ${from} ${where(conditions)} ${order} LIMIT ${exportLimit}`,
  );
}

/** The one row of a list that a condition picks. Throws `notFound` where it isn't there or out of reach. */
export async function readOne<Row extends object>(
  runner: Runner,
  list: ListSql,
  condition: Sql,
): Promise<Row> {
  const [row] = await readAll<Row>(runner, {
    ...list,
    conditions: [...list.conditions, condition],
  });
  if (!row) throw notFound();
  return row;
}

/**
 * Rows that a search finds: by name, pinyin or initials, full-width or padded as it may be typed.
 * Either the whole text is there, or each of its words.
 */
export function matches(column: string, text: string): Sql {
  const words = text
    .split(/\s+/)
    .map(searchKey)
    .filter((word) => word !== '');
  const whole = contains(column, searchKey(text));
  if (words.length < 2) return whole;
  const each = join(
    words.map((word) => contains(column, word)),
    ' AND ',
  );
  return sql`(${whole} OR (${each}))`;
}
