import type { Database } from '@xuanpai/database/client';
import type { Import, PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Keyring } from '../../lib/keyring.ts';
import { rows, sql } from '../../lib/sql.ts';
import type { RowToWrite } from './import-kind.ts';
import { countsOf } from './present.ts';
import { chunkSize } from './preview.ts';
import { type Findings, keepFirst, openFindings, openRow } from './staging.ts';

type WaitingRow = { importId: string; row: number; state: 'new' | 'changed'; data: string };

/**
 * The rows that a commit writes, in the order of the sheet: in chunks, or all at once. They are read
 * outside its transaction, which holds their import: one chunk is opened while another is written.
 */
export async function* rowsToWrite(
  { pool }: Pick<Database, 'pool'>,
  keys: Keyring,
  importId: string,
  together: boolean,
): AsyncGenerator<RowToWrite<unknown>[]> {
  const last = await lastRow(pool, importId);
  const step = together ? Math.max(last, 1) : chunkSize;
  const read = (from: number) =>
    rows<WaitingRow>(
      pool,
      sql`SELECT import_id::text AS "importId", row, state::text, data FROM import_row
        WHERE import_id = ${importId}::uuid AND row > ${from} AND row <= ${from + step}
          AND state IN ('new', 'changed') ORDER BY row`,
    );
  let reading = read(0);
  for (let from = 0; from < last; from += step) {
    const found = await reading;
    if (from + step < last) reading = read(from + step);
    reading.catch(() => {});
    if (found.length > 0) yield found.map((one) => toWrite(keys, one));
  }
}

function toWrite(keys: Keyring, one: WaitingRow): RowToWrite<unknown> {
  const { record, values, changes } = openRow(keys, one);
  return { row: one.row, state: one.state, record, values, changes };
}

async function lastRow(pool: Database['pool'], importId: string): Promise<number> {
  const [{ last } = { last: 0 }] = await rows<{ last: number }>(
    pool,
    sql`SELECT coalesce(max(row), 0) AS last FROM import_row WHERE import_id = ${importId}::uuid`,
  );
  return last;
}

/** Problems, and notices, that a list of them holds: a sheet in which every cell is wrong has millions. */
export const mostListed = 10_000;

/** What a list says of an import, and how many problems come after those that it holds. */
export interface ListedFindings extends Findings {
  unlisted: number;
}

/** The problems and notices of an import: those of the sheet, then those of the rows in their order. */
export async function listedFindings(
  client: PrismaClient | Tx,
  keys: Keyring,
  row: Pick<Import, 'id' | 'findings' | 'headingRow' | 'counts'>,
): Promise<ListedFindings> {
  const kept = openFindings(keys, row.id, row.findings);
  const problems = kept.problems.filter(({ row: at }) => at <= row.headingRow);
  const notices = kept.notices.filter(({ row: at }) => at <= row.headingRow);
  const found = { OR: [{ state: 'wrong' as const }, { noticed: true }] };
  for await (const some of stagedRows(client, row.id, found)) {
    for (const one of some) {
      const opened = openRow(keys, one);
      keepFirst(problems, opened.problems, mostListed);
      keepFirst(notices, opened.notices, mostListed);
    }
    if (problems.length >= mostListed) break;
  }
  const unlisted = Math.max(0, countsOf(row).problems - problems.length);
  return { ...kept, problems, notices, unlisted };
}

/**
 * Rows of the preview that a condition picks, by so many numbers of the sheet at a time: the database
 * knows too little of rows just written to stop at a count.
 */
async function* stagedRows(
  client: PrismaClient | Tx,
  importId: string,
  where: NonNullable<Parameters<(PrismaClient | Tx)['importRow']['findMany']>[0]>['where'],
) {
  const { _max } = await client.importRow.aggregate({ where: { importId }, _max: { row: true } });
  const last = _max.row ?? 0;
  for (let from = 0; from < last; from += chunkSize) {
    const found = await client.importRow.findMany({
      where: { ...where, importId, row: { gt: from, lte: from + chunkSize } },
      orderBy: { row: 'asc' },
    });
    if (found.length > 0) yield found;
  }
}
