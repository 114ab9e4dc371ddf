import pg from 'pg';
import { StartProblem } from './start-problem.ts';

/** A check of the server: what must hold, and the words when it doesn't. */
interface Check {
  readonly holds: (client: pg.Client) => Promise<boolean>;
  readonly zh: string;
  readonly en: string;
}

/** Chinese names are searched by trigrams and sorted by pinyin; a server that can't gives silent nonsense. */
const checks: Check[] = [
  {
    holds: async (client) => Number(await value(client, 'SHOW server_version_num')) >= 150_000,
    zh: 'PostgreSQL 须为 15 或更新的版本',
    en: 'PostgreSQL must be version 15 or newer',
  },
  {
    holds: async (client) => (await value(client, 'SHOW server_encoding')) === 'UTF8',
    zh: '数据库编码须为 UTF8（CREATE DATABASE … ENCODING UTF8 TEMPLATE template0）',
    en: 'The encoding of the database must be UTF8 (CREATE DATABASE … ENCODING UTF8 TEMPLATE template0)',
  },
  {
    holds: (client) => succeeds(client, 'CREATE EXTENSION IF NOT EXISTS btree_gist'),
    zh: '须有扩展 btree_gist（postgresql-contrib），且账号可以安装它',
    en: 'The extension btree_gist (postgresql-contrib) must be there, and the account allowed to create it',
  },
  {
    holds: (client) => succeeds(client, 'CREATE EXTENSION IF NOT EXISTS pg_trgm'),
    zh: '须有扩展 pg_trgm（postgresql-contrib），且账号可以安装它',
    en: 'The extension pg_trgm (postgresql-contrib) must be there, and the account allowed to create it',
  },
  {
    holds: findsNames,
    zh: '数据库的 LC_CTYPE 不认识汉字，无法按姓名查找（请用 C.UTF-8 或 zh_CN.UTF-8）',
    en: "The database's LC_CTYPE doesn't know Chinese letters, so names can't be searched (use C.UTF-8 or zh_CN.UTF-8)",
  },
  {
    holds: sortsByPinyin,
    zh: 'PostgreSQL 须支持 ICU，且账号可以建立排序规则',
    en: 'PostgreSQL must be built with ICU, and the account allowed to create a collation',
  },
];

/** Throws StartProblem with everything that the server lacks. Leaves nothing behind. */
export async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(error);
  }
  try {
    await client.query('BEGIN');
    const missing: Check[] = [];
    for (const check of checks) {
      if (!(await insideSavepoint(client, () => check.holds(client)))) missing.push(check);
    }
    await client.query('ROLLBACK');
    if (missing.length > 0) throw unsuitable(missing);
  } finally {
    await client.end();
  }
}

async function insideSavepoint(client: pg.Client, ask: () => Promise<boolean>) {
  await client.query('SAVEPOINT probe');
  const answer = await ask();
  // A failed statement needs the rollback; after a good one its effect is still wanted.
  await client.query(answer ? 'RELEASE probe' : 'ROLLBACK TO probe');
  return answer;
}

/** Without the extension nothing can be said here; that is a finding of its own. */
async function findsNames(client: pg.Client) {
  const known = await value(client, "SELECT to_regproc('show_trgm') IS NOT NULL");
  if (known !== true) return true;
  // An encoding without these letters refuses the question itself.
  return (await value(client, "SELECT show_trgm('王伟') <> '{}'").catch(() => false)) === true;
}

/** Made by the first migration, or can be made now: an account that only serves need not make any. */
async function sortsByPinyin(client: pg.Client) {
  const made = await value(client, "SELECT to_regcollation('zh_pinyin') IS NOT NULL");
  const sql = "CREATE COLLATION xuanpai_probe (provider = icu, locale = 'zh-u-co-pinyin-kn-true')";
  return made === true || (await succeeds(client, sql));
}

async function value(client: pg.Client, sql: string): Promise<unknown> {
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  return rows[0]?.[0];
}

async function succeeds(client: pg.Client, sql: string) {
  try {
    await client.query(sql);
    return true;
  } catch {
    return false;
  }
}

function unsuitable(missing: Check[]) {
  return new StartProblem(
    'serverUnsuitable',
    `这个 PostgreSQL 不能使用:\n${missing.map(({ zh }) => `  - ${zh}`).join('\n')}`,
    `This PostgreSQL can't be used:\n${missing.map(({ en }) => `  - ${en}`).join('\n')}`,
  );
}

function unreachable(error: unknown) {
  const reason = error instanceof Error ? error.message || String(error) : String(error);
  return new StartProblem(
    'serverUnreachable',
    `连接不上 PostgreSQL，请核对 DATABASE_URL：${reason}`,
    `PostgreSQL can't be reached, check DATABASE_URL: ${reason}`,
    error,
  );
}
