import type { Connection } from '@xuanpai/database/client';
import { type SealedColumn, sealedColumns } from './columns.ts';

/** How many rows of a column were written by a key. */
export interface KeyUse {
  readonly kind: 'data' | 'hmac';
  readonly table: string;
  readonly column: string;
  readonly id: string;
  readonly rows: number;
}

type Runner = Pick<Connection, 'query'>;

/** The start of a ciphertext as text; it names the key. */
export function startOf({ column, bytes }: Pick<SealedColumn, 'column' | 'bytes'>): string {
  return bytes ? `convert_from(substring("${column}" FROM 1 FOR 40), 'UTF8')` : `"${column}"`;
}

/** Counts the rows of every sealed column, and of every column of codes, by the key that wrote them. */
export async function keyUse(client: Runner): Promise<KeyUse[]> {
  const use: KeyUse[] = [];
  for (const sealed of await columnsThere(client)) {
    const { table, column, code } = sealed;
    const count = async (kind: KeyUse['kind'], name: string, id: string) => {
      const { rows } = await client.query<{ id: string; rows: number }>(
        `SELECT ${id} AS id, count(*)::int AS rows FROM "${table}" WHERE "${name}" IS NOT NULL GROUP BY 1 ORDER BY 1`,
      );
      use.push(...rows.map((row) => ({ kind, table, column: name, ...row })));
    };
    await count('data', column, `split_part(${startOf(sealed)}, '.', 2)`);
    if (code) await count('hmac', code, `split_part("${code}", ':', 1)`);
  }
  return use;
}

/** A database that waits for its upgrade lacks the newest. */
export async function columnsThere(client: Runner): Promise<SealedColumn[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const there = new Set(rows.map(({ name }) => name));
  return sealedColumns.filter(({ table, column }) => there.has(`${table}.${column}`));
}
