import pg from 'pg';
import { StartProblem } from './start-problem.ts';

/** Where rows are only ever added. */
const growing = ['audit_entry', 'audit_change', 'audit_act'];
/** What only migrations write. */
const history = '_prisma_migrations';

/**
 * Lets the account of `url` use the database that `client` owns, and nothing beyond: it reads and writes
 * rows, adds to the audit log, makes temporary tables; it changes no table, switches off no trigger. An
 * account that isn't there is made, with the password of `url`. To be called after every migration.
 * Throws StartProblem where the account can't be made.
 */
export async function grantUse(client: pg.Client, url: string): Promise<void> {
  const { username, password } = new URL(url);
  const name = decodeURIComponent(username);
  const found = await client.query<{ own: boolean }>(
    'SELECT rolname = current_user AS own FROM pg_roles WHERE rolname = $1',
    [name],
  );
  if (found.rows[0]?.own) return;
  if (found.rowCount === 0) await makeAccount(client, name, decodeURIComponent(password));
  await client.query('BEGIN');
  try {
    for (const statement of grantsTo(pg.escapeIdentifier(name))) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function makeAccount(client: pg.Client, name: string, password: string) {
  const account = pg.escapeIdentifier(name);
  try {
    await client.query(`CREATE ROLE ${account} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  } catch {
    throw new StartProblem(
      'serverUnsuitable',
      `没有账号 ${name}，升级用的账号也无权建立它：请在 PostgreSQL 里执行 CREATE ROLE ${account} LOGIN PASSWORD '…'`,
      `There is no account ${name}, and the migrating one may not make it: run CREATE ROLE ${account} LOGIN PASSWORD '…'`,
    );
  }
}

function grantsTo(account: string): string[] {
  return [
    `DO $$ BEGIN EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %s',
      current_database(), ${pg.escapeLiteral(account)}); END $$`,
    `GRANT USAGE ON SCHEMA public TO ${account}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${account}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${account}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${account}`,
    `REVOKE UPDATE, DELETE ON ${growing.join(', ')} FROM ${account}`,
    `REVOKE INSERT, UPDATE, DELETE ON ${history} FROM ${account}`,
  ];
}
