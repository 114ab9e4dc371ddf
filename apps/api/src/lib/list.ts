import { searchKey } from '@xuanpai/domain/office/text';
import { notFound } from './api-error.ts';
import { empty, join, like, limit, prepared, raw, rows, type Sql, sql, where } from './sql.ts';

/** A list as SQL: what a row is, where from, which rows, in which order. */
export interface ListSql {
  select: Sql;
  /** The table with its alias, `village v`, and what tells its rows apart, `v.id`. */
  table: Sql;
  id: Sql;
  idType?: 'uuid' | 'bigint';
  /** What conditions and `select` need, and the order unless it has its own. */
  joins: Sql;
  /** What the order alone needs: joined where rows are put in order. May not add rows. */
  ordering?: Sql;
  /** What conditions alone need, which is all that a count joins; `joins` unless said. */
  counted?: Sql;
  /** What only `select` needs: joined to the rows of the page, not to all. May not add rows. */
  details?: Sql;
  conditions: readonly Sql[];
  order: Sql;
  /** Where rows take longer to find than to keep: found once for page and total, as `alias` with these columns. */
  foundOnce?: { alias: Sql; columns: Sql };
  /** What all rows of the list come to; with the `total`. */
  totals?: Sql;
}

type Runner = Parameters<typeof rows>[0];

/** What a workbook takes at most, so that one download can't fill the memory. */
export const exportLimit = 100_000;

const count = sql`count(*)::int AS total`;

interface Paging {
  page: number;
  pageSize: number;
}

type Found<Row, Totals> = { found: Row[]; total: number } & Totals;

/**
 * One page of a list with its totals: first the ids of the page, by an index where one has the order,
 * then everything else of these rows only.
 */
export function readPage<Row extends object, Totals extends object = object>(
  runner: Runner,
  list: ListSql,
  paging: Paging,
): Promise<Found<Row, Totals>> {
  return paging.page === 1 && !list.foundOnce
    ? readFirstPage(runner, list, paging)
    : readInSteps(runner, list, paging);
}

/** In one statement, which is planned once. */
async function readFirstPage<Row extends object, Totals extends object>(
  runner: Runner,
  list: ListSql,
  paging: Paging,
): Promise<Found<Row, Totals>> {
  type All = { total: number } & Totals;
  const { select, table, id, joins, details = empty } = list;
  const found = await rows<Row & { totalsOfList?: string | undefined }>(
    runner,
    sql`WITH page AS MATERIALIZED (
        SELECT ids.id, row_number() OVER () AS at FROM (${idsOf(list, paging)}) ids)
      SELECT ${select}, (SELECT to_json(t)::text FROM (${totalsOf(list)}) t) AS "totalsOfList"
      FROM page JOIN ${table} ON ${id} = page.id ${joins} ${details} ORDER BY page.at`,
  );
  const totalsFound = found[0]?.totalsOfList;
  if (totalsFound !== undefined) {
    // Rows are written as they stand: what is undefined isn't.
    for (const row of found) row.totalsOfList = undefined;
    return { ...(JSON.parse(totalsFound) as All), found };
  }
  const [none] = await rows<All>(runner, totalsOf(list));
  if (!none) throw new Error('a count gives one row');
  return { ...none, found };
}

/**
 * In steps: how a far page or a search is read best depends on its values, so its ids are planned anew,
 * but not the many tables that its rows are told with. Counting goes beside them.
 */
async function readInSteps<Row extends object, Totals extends object>(
  runner: Runner,
  list: ListSql,
  paging: Paging,
): Promise<Found<Row, Totals>> {
  type All = { total: number } & Totals;
  if (list.foundOnce) {
    const [first] = await rows<All & { idsOfPage: string[] }>(
      runner,
      hitsOf(list, list.foundOnce, paging),
    );
    if (!first) throw new Error('a count gives one row');
    const { idsOfPage, ...all } = first;
    return { ...(all as unknown as All), found: await readThese<Row>(runner, list, idsOfPage) };
  }
  const [found, [all]] = await Promise.all([
    rows<{ id: string }>(runner, idsOf(list, paging)).then((ids) =>
      readThese<Row>(
        runner,
        list,
        ids.map(({ id }) => id),
      ),
    ),
    rows<All>(runner, totalsOf(list)),
  ]);
  if (!all) throw new Error('a count gives one row');
  return { ...all, found };
}

/** The rows of a page in the order of its ids. */
async function readThese<Row extends object>(
  runner: Runner,
  { select, table, id, idType = 'uuid', joins, details = empty }: ListSql,
  ids: readonly string[],
): Promise<Row[]> {
  if (ids.length === 0) return [];
  return prepared<Row>(
    runner,
    sql`SELECT ${select} FROM unnest(${[...ids]}::${raw(idType)}[]) WITH ORDINALITY page(id, at)
      JOIN ${table} ON ${id} = page.id ${joins} ${details} ORDER BY page.at`,
  );
}

function hitsOf(
  list: ListSql,
  { alias, columns }: NonNullable<ListSql['foundOnce']>,
  paging: Paging,
): Sql {
  const { table, joins, counted = joins, conditions } = list;
  const hits = {
    ...list,
    table: sql`hits ${alias}`,
    joins: empty,
    counted: empty,
    conditions: [],
  };
  return sql`WITH hits AS MATERIALIZED (
      SELECT ${columns} FROM ${table} ${counted} ${where(conditions)})
    SELECT ARRAY(${idsOf(hits, paging)})::text[] AS "idsOfPage", all_of_list.*
    FROM (${totalsOf(hits)}) all_of_list`;
}

function idsOf(list: ListSql, paging: Paging): Sql {
  const { table, id, joins, ordering = empty, conditions, order } = list;
  return sql`SELECT ${id} AS id FROM ${table} ${joins} ${ordering} ${where(conditions)}
    ${order} ${limit(paging)}`;
}

function totalsOf({ table, joins, counted = joins, totals = count, conditions }: ListSql): Sql {
  return sql`SELECT ${totals} FROM ${table} ${counted} ${where(conditions)}`;
}

/** Every row of a list, for a workbook: exactly what is filtered, in the same order. */
export function readAll<Row extends object>(
  runner: Runner,
  { select, table, joins, ordering = empty, details = empty, conditions, order }: ListSql,
): Promise<Row[]> {
  return rows<Row>(
    runner,
    sql`SELECT ${select} FROM ${table} ${joins} ${ordering} ${details}
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
