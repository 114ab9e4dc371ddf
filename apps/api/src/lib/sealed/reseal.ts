import type { Connection, Database } from '@xuanpai/database/client';
import type { Keyring } from '../keyring.ts';
import type { SealedColumn } from './columns.ts';
import { startOf } from './key-use.ts';

/** A row as it is read for its renewal; the values of its primary key as text. */
interface Row {
  keys: string[];
  sealed: string | Buffer;
}

/**
 * Seals again, by the keys that write now, what a column still holds by others, a few rows in each
 * transaction, and makes their codes anew. Gives the number of rows renewed after each.
 *
 * Rows that somebody is writing are passed over, so that nobody waits for more than a batch and no
 * deadlock arises; the caller comes back for them. Neither a row's content nor its version changes.
 */
export async function* reseal(
  pool: Database['pool'],
  keys: Keyring,
  column: SealedColumn,
): AsyncGenerator<number> {
  let last: string[] | null = null;
  while (true) {
    const rows: Row[] = await renewBatch(pool, keys, column, last);
    last = rows.at(-1)?.keys ?? null;
    if (last === null) return;
    yield rows.length;
  }
}

async function renewBatch(
  pool: Database['pool'],
  keys: Keyring,
  column: SealedColumn,
  last: string[] | null,
): Promise<Row[]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const rows = await lockOutdated(client, keys, column, last);
    if (rows.length > 0) await renew(client, keys, column, rows);
    await client.query('COMMIT');
    return rows;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function lockOutdated(
  client: Connection,
  keys: Keyring,
  column: SealedColumn,
  last: string[] | null,
): Promise<Row[]> {
  const { table, code, batch } = column;
  const names = Object.keys(column.key).map((name) => `"${name}"`);
  const types = Object.values(column.key);
  const { data, hmac } = keys.writing();
  const outdated = [`${startOf(column)} NOT LIKE 'v1.${data}.%'`];
  if (code) outdated.push(`"${code}" NOT LIKE '${hmac}:%'`);
  const after = types.map((type, at) => `$${at + 1}::${type}`).join(', ');
  const { rows } = await client.query<Row>(
    `SELECT ARRAY[${names.map((name) => `${name}::text`).join(', ')}] AS keys, "${column.column}" AS sealed
     FROM "${table}" WHERE (${outdated.join(' OR ')}) AND "${column.column}" IS NOT NULL
       ${last ? `AND (${names.join(', ')}) > (${after})` : ''}
     ORDER BY ${names.join(', ')} LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
    last ?? [],
  );
  return rows;
}

async function renew(
  client: Connection,
  keys: Keyring,
  column: SealedColumn,
  rows: Row[],
): Promise<void> {
  for (const { keys: key, sealed } of rows) {
    if (typeof sealed !== 'string') await renewBytes(client, keys, column, key, sealed);
  }
  const texts = rows.flatMap((row) => {
    const { sealed } = row;
    if (typeof sealed !== 'string') return [];
    const place = placeOf(column, row.keys);
    const text = keys.open(sealed, place);
    const code = column.code ? keys.codeOf(text) : null;
    return [{ keys: row.keys, old: sealed, sealed: keys.seal(text, place), code }];
  });
  if (texts.length > 0) await renewTexts(client, column, texts);
}

/** A file alone, as a parameter in binary. Its start, with the nonce, is enough to know it by. */
async function renewBytes(
  client: Connection,
  keys: Keyring,
  column: SealedColumn,
  key: string[],
  sealed: Buffer,
): Promise<void> {
  const place = placeOf(column, key);
  const renewed = await keys.sealBytes(keys.openBytes(sealed, place), place);
  const own = Object.entries(column.key).map(
    ([name, type], at) => `"${name}" = $${at + 3}::${type}`,
  );
  await client.query(
    `UPDATE "${column.table}" SET "${column.column}" = $1
     WHERE ${startOf(column)} = $2 AND ${own.join(' AND ')}`,
    [renewed, sealed.subarray(0, 40).toString(), ...key],
  );
}

interface Renewed {
  keys: string[];
  old: string;
  sealed: string;
  code: string | null;
}

async function renewTexts(
  client: Connection,
  { table, column, key, code }: SealedColumn,
  rows: Renewed[],
): Promise<void> {
  const names = Object.keys(key);
  const arrays = Object.values(key).map((type, at) => `$${at + 4}::${type}[]`);
  await client.query(
    `UPDATE "${table}" AS t SET "${column}" = r.new${code ? `, "${code}" = r.code` : ''}
     FROM unnest($1::text[], $2::text[], $3::text[], ${arrays.join(', ')})
       AS r(old, new, code, ${names.map((_, at) => `k${at}`).join(', ')})
     WHERE ${names.map((name, at) => `t."${name}" = r.k${at}`).join(' AND ')} AND t."${column}" = r.old`,
    [
      rows.map(({ old }) => old),
      rows.map(({ sealed }) => sealed),
      rows.map((row) => row.code),
      ...names.map((_, at) => rows.map((row) => row.keys[at])),
    ],
  );
}

function placeOf({ table, boundAs }: SealedColumn, key: string[]) {
  return { table, column: boundAs, id: key.join('.') };
}
