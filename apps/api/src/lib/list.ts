import { searchKey } from '@xuanpai/domain/office/text';
import { notFound } from './api-error.ts';
import { empty, join, like, limit, raw, rows, type Sql, sql, where } from './sql.ts';

/** A list as SQL: what a row is, where from, which rows, in which order. */
export interface ListSql {
  select: Sql;
  /** The table with its alias, `village v`, and what tells its rows apart, `v.id`. */
  table: Sql;
  id: Sql;
  /** What conditions and order need. */
  joins: Sql;
  /** What conditions alone need, which is all that a count joins; `joins` unless said. */
  counted?: Sql;
  /** What only `select` needs: joined to the rows of the page, not to all. May not add rows. */
  details?: Sql;
  conditions: readonly Sql[];
  order: Sql;
  /** What all rows of the list come to; with the `total`. */
  totals?: Sql;
}

type Runner = Parameters<typeof rows>[0];

/** What a workbook takes at most, so that one download can't fill the memory. */
export const exportLimit = 100_000;

const count = sql`count(*)::int AS total`;

/**
 * One page of a list with its totals, in one statement: first the ids of the page, by an index where
 * one has the order, then everything else of these rows only.
 */
export async function readPage<Row extends object, Totals extends object = object>(
  runner: Runner,
  list: ListSql,
  paging: { page: number; pageSize: number },
): Promise<{ found: Row[] } & { total: number } & Totals> {
  type All = { total: number } & Totals;
  const { select, table, id, joins, details = empty, conditions, order } = list;
  const { counted = joins, totals = count } = list;
  const filter = where(conditions);
  const all = sql`SELECT ${totals} FROM ${table} ${counted} ${filter}`;
  const found = await rows<Row & { totalsOfList?: string | undefined }>(
    runner,
    sql`WITH page AS MATERIALIZED (
        SELECT ${id} AS id FROM ${table} ${joins} ${filter} ${order} ${limit(paging)})
      SELECT ${select}, (SELECT to_json(t)::text FROM (${all}) t) AS "totalsOfList"
      FROM page JOIN ${table} ON ${id} = page.id ${joins} ${details} ${order}`,
  );
  const totalsFound = found[0]?.totalsOfList;
  if (totalsFound !== undefined) {
    // Rows are written as they stand: what is undefined isn't.
    for (const row of found) row.totalsOfList = undefined;
    return { ...(JSON.parse(totalsFound) as All), found };
  }
  const [none] = await rows<All>(runner, all);
  if (!none) throw new Error('a count gives one row');
  return { ...none, found };
}

/** Every row of a list, for a workbook: exactly what is filtered, in the same order. */
export function readAll<Row extends object>(
  runner: Runner,
  { select, table, joins, details = empty, conditions, order }: ListSql,
): Promise<Row[]> {
  return rows<Row>(
    runner,
    sql`SELECT ${select} FROM ${table} ${joins} ${details}
      ${where(conditions)} ${order} LIMIT ${raw(String(exportLimit))}`,
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
  const holds = (part: string) => sql`(${holdsCharacters(column, part)}${like(column, part)})`;
  const words = text
    .split(/\s+/)
    .map(searchKey)
    .filter((word) => word !== '');
  const whole = holds(searchKey(text));
  if (words.length < 2) return whole;
  const each = join(words.map(holds), ' AND ');
  return sql`(${whole} OR (${each}))`;
}

/** Trigrams find three characters and more; a name of one or two is found by its characters. */
function holdsCharacters(column: string, text: string): Sql {
  if ([...text].length > 2) return empty;
  return sql`string_to_array(${raw(column)}, NULL) @> string_to_array(${text}, NULL) AND `;
}
