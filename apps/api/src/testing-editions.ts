import type { KeptTable } from './lib/editions.ts';
import type { TestApp } from './testing.ts';

/**
 * For tests only: when a row said what it says, one edition after the other; the last instant is that of the
 * row as it is, or of its deletion. The database's clock isn't the office's.
 */
export async function knewAt(
  { db: { pool } }: Pick<TestApp, 'db'>,
  table: KeptTable,
  id: string,
  instants: readonly string[],
): Promise<void> {
  const triggers = (how: 'DISABLE' | 'ENABLE') =>
    pool.query(`ALTER TABLE ${table} ${how} TRIGGER USER;
      ALTER TABLE row_edition ${how} TRIGGER USER`);
  await triggers('DISABLE');
  await pool.query(
    `UPDATE row_edition k SET known_from = ($2::timestamptz[])[o.at::int],
        known_until = ($2::timestamptz[])[o.at::int + 1]
      FROM (SELECT id, row_number() OVER (ORDER BY known_from, known_until) AS at
        FROM row_edition WHERE row_id = $1 AND of_table = $3) o WHERE o.id = k.id`,
    [id, instants, table],
  );
  await pool.query(`UPDATE ${table} SET known_from = $2 WHERE id = $1`, [id, instants.at(-1)]);
  await triggers('ENABLE');
}
