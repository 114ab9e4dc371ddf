import { randomBytes } from 'node:crypto';
import type pg from 'pg';

/** Of the account by which the embedded server's application serves; `grantUse` says what it may. */
const name = 'xuanpai_app';

/**
 * Makes the account, or gives it another password: one for each start, kept in memory alone. Folders of
 * earlier versions get it at their first start. To be called by the process that holds the folder.
 */
export async function renewServingAccount(session: pg.Client) {
  const password = randomBytes(24).toString('base64url');
  const { rowCount } = await session.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const change = rowCount === 0 ? 'CREATE' : 'ALTER';
  await session.query(
    `${change} ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
  );
  return { name, password };
}
