import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Keyring } from '../../lib/keyring.ts';
import type { RowToWrite } from './import-kind.ts';
import { chunkSize } from './preview.ts';
import { type Findings, openFindings, openRow } from './staging.ts';

/**
 * The rows that a commit writes, in the order of the sheet: in chunks, or all at once. They are read
 * outside its transaction, which holds their import: one chunk is opened while another is written.
 */
export async function* rowsToWrite(
  client: PrismaClient,
  keys: Keyring,
  importId: string,
  together: boolean,
): AsyncGenerator<RowToWrite<unknown>[]> {
  const written = { state: { in: ['new' as const, 'changed' as const] } };
  const chunks = stagedRows(client, importId, written, together ? null : chunkSize);
  const nextRows = async () => {
    const { value } = await chunks.next();
    return value?.map((one) => {
      const { record, values, changes } = openRow(keys, one);
      return { row: one.row, state: one.state as 'new' | 'changed', record, values, changes };
    });
  };
  let rows = await nextRows();
  while (rows) {
    const next = nextRows();
    next.catch(() => {});
    yield rows;
    rows = await next;
  }
}

/** Every problem and notice of an import: those of the sheet, then those of the rows in their order. */
export async function allFindings(
  client: PrismaClient | Tx,
  keys: Keyring,
  { id, findings, headingRow }: { id: string; findings: string | null; headingRow: number },
): Promise<Findings> {
  const kept = openFindings(keys, id, findings);
  const problems = kept.problems.filter(({ row }) => row <= headingRow);
  const notices = kept.notices.filter(({ row }) => row <= headingRow);
  const found = { OR: [{ state: 'wrong' as const }, { noticed: true }] };
  for await (const rows of stagedRows(client, id, found, chunkSize)) {
    for (const row of rows) {
      const opened = openRow(keys, row);
      problems.push(...opened.problems);
      notices.push(...opened.notices);
    }
  }
  return { ...kept, problems, notices };
}

/**
 * Rows of the preview that a condition picks, by `step` numbers of the sheet at a time; null: all at
 * once. By numbers, since the database knows too little of rows just written to stop at a count.
 */
async function* stagedRows(
  client: PrismaClient | Tx,
  importId: string,
  where: NonNullable<Parameters<(PrismaClient | Tx)['importRow']['findMany']>[0]>['where'],
  step: number | null,
) {
  const { _max } = await client.importRow.aggregate({ where: { importId }, _max: { row: true } });
  const last = _max.row ?? 0;
  for (let from = 0; from < last; from += step ?? last) {
    const found = await client.importRow.findMany({
      where: { ...where, importId, row: { gt: from, lte: from + (step ?? last) } },
      orderBy: { row: 'asc' },
    });
    if (found.length > 0) yield found;
  }
}
