import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { StartProblem } from './start-problem.ts';

/** The number that `prisma migrate deploy` locks, so that the two never run together. */
const migrationLock = 72_707_369;

/** Prisma's own table, word for word. */
const historyTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/**
 * Runs `work` while no other process migrates or seeds this database, and gives its result. The
 * connection that holds the lock is passed on.
 */
export async function withMigrationLock<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'xuanpai migrate' });
  client.on('error', () => {}); // the query that was under way rejects as well
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Applies what is missing of `directory` (`prisma/migrations`), each migration with its record in one
 * transaction, and gives the names applied. To be called inside `withMigrationLock`.
 * Throws StartProblem when the database is newer than the program, when an applied migration has
 * another text, or when one fails.
 */
export async function migrate(client: pg.Client, directory: string): Promise<string[]> {
  await client.query(historyTable);
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const migrations = await readMigrations(directory);
  const pending = pendingOf(migrations, rows);
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: checksumOf(sql) };
    }),
  );
}

function pendingOf(migrations: Migration[], applied: Applied[]) {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const name = row.migration_name;
    const migration = known.get(name);
    if (!migration) throw newerDatabase(name);
    if (row.finished_at === null) throw unfinished(name);
    if (!checksumsOf(migration.sql).includes(row.checksum)) throw changed(name);
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw failed(name, error);
  }
}

function checksumOf(text: string) {
  return createHash('sha256').update(text).digest('hex');
}

/** A checkout may have other line ends than the one that applied the migration. */
function checksumsOf(sql: string) {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].map(checksumOf);
}

function newerDatabase(name: string) {
  return new StartProblem(
    'databaseNewer',
    `数据库比本程序新:其中的迁移 ${name} 本程序没有。请使用更新的版本启动,或恢复升级前的备份。`,
    `The database is newer than this program, which lacks its migration ${name}. Start a newer version, or restore the backup from before the upgrade.`,
  );
}

function unfinished(name: string) {
  return new StartProblem(
    'migrationUnfinished',
    `迁移 ${name} 曾由其他工具执行而未完成。请核对数据库,再用 prisma migrate resolve 标记。`,
    `Migration ${name} was begun by another tool and not finished. Check the database, then mark it with "prisma migrate resolve".`,
  );
}

function changed(name: string) {
  return new StartProblem(
    'migrationChanged',
    `迁移 ${name} 的内容与已执行的不同。请恢复 prisma/migrations 中的原文件;要改动请新增迁移。`,
    `Migration ${name} differs from what was applied. Restore the file in prisma/migrations; changes go into a new migration.`,
  );
}

function failed(name: string, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartProblem(
    'migrationFailed',
    `迁移 ${name} 未能执行,数据库没有改动:${reason}`,
    `Migration ${name} failed and changed nothing: ${reason}`,
    error,
  );
}
