import pg from 'pg';
import { StartProblem } from './start-problem.ts';

/** Where rows are only ever added. */
const growing = ['audit_entry', 'audit_change', 'audit_act'];
/** What only migrations write. */
const history = '_prisma_migrations';

/**
 * Lets the account of `url` use the database that `client` owns, and nothing beyond: it reads and writes
 * rows, adds to the audit log, makes temporary tables; it changes no table, switches off no trigger. An
 * account that isn't there is made, with the password of `url`; one that has another password gets it.
 * To be called after every migration. Throws StartProblem where `client` may do neither.
 */
export async function grantUse(client: pg.Client, url: string): Promise<void> {
  const { username, password } = new URL(url);
  const name = decodeURIComponent(username);
  const found = await client.query<{ own: boolean }>(
    'SELECT rolname = current_user AS own FROM pg_roles WHERE rolname = $1',
    [name],
  );
  if (found.rows[0]?.own) return;
  const account = { name, password: decodeURIComponent(password) };
  if (found.rowCount === 0) await setAccount(client, 'CREATE', account);
  else if (!(await letsIn(url))) await setAccount(client, 'ALTER', account);
  await client.query('BEGIN');
  try {
    for (const statement of grantsTo(pg.escapeIdentifier(name))) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Whether the password of `url` is the account's. */
async function letsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === wrongPassword) return false;
    // It may not connect yet: that is granted now.
    if (error instanceof pg.DatabaseError) return true;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

const wrongPassword = '28P01';

async function setAccount(
  client: pg.Client,
  change: 'CREATE' | 'ALTER',
  { name, password }: { name: string; password: string },
) {
  const account = pg.escapeIdentifier(name);
  try {
    await client.query(`${change} ROLE ${account} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  } catch {
    const [zh, en] =
      change === 'CREATE'
        ? ['没有账号', 'There is no account']
        : ['口令不符的账号', 'The password is not that of'];
    throw new StartProblem(
      'serverUnsuitable',
      `${zh} ${name}，升级用的账号也无权设置它：请在 PostgreSQL 里执行 ${change} ROLE ${account} LOGIN PASSWORD '…'`,
      `${en} ${name}, and the migrating account may not set it: run ${change} ROLE ${account} LOGIN PASSWORD '…'`,
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
