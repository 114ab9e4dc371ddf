import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@xuanpai/database/client';
import type { Keyring } from '../lib/keyring.ts';
import { columnsThere, type KeyUse, keyUse } from '../lib/sealed/key-use.ts';
import { reseal } from '../lib/sealed/reseal.ts';

/** Rounds without progress after which somebody still writes by an old key, or holds a row for long. */
const patience = 20;

/** What is sealed by another key than those that write. */
export function outdatedUse(use: readonly KeyUse[], keys: Keyring): KeyUse[] {
  const writing = keys.writing();
  return use.filter(({ kind, id }) => id !== writing[kind]);
}

/**
 * Seals everything anew by the keys that write, while others go on working; can be stopped at any
 * moment and run again. Gives what is still sealed by old keys: nothing, unless somebody goes on
 * writing by them. `onProgress` hears the column and the rows done in it.
 */
export async function renewAll(
  { pool }: Pick<Database, 'pool'>,
  keys: Keyring,
  onProgress: (column: string, rows: number) => void = () => {},
): Promise<KeyUse[]> {
  let idle = 0;
  while (true) {
    const renewed = await renewRound(pool, keys, onProgress);
    const left = outdatedUse(await keyUse(pool), keys);
    idle = renewed === 0 ? idle + 1 : 0;
    if (left.length === 0 || idle >= patience) return left;
    await wait(100);
  }
}

async function renewRound(
  pool: Database['pool'],
  keys: Keyring,
  onProgress: (column: string, rows: number) => void,
): Promise<number> {
  let all = 0;
  for (const column of await columnsThere(pool)) {
    let rows = 0;
    for await (const renewed of reseal(pool, keys, column)) {
      rows += renewed;
      onProgress(`${column.table}.${column.column}`, rows);
    }
    all += rows;
  }
  return all;
}
