import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import {
  databaseNewer,
  migrationChanged,
  migrationFailed,
  migrationUnfinished,
} from './migrate-problems.ts';

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

export interface Migration {
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
 * Runs `work` while no other process migrates, seeds or restores this database, and gives its result.
 * The connection that holds the lock is passed on. `onWait` is called once when another has the lock.
 */
export async function withMigrationLock<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
  onWait: () => void = () => {},
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'xuanpai migrate' });
  client.on('error', () => {}); // the query that was under way rejects as well
  await client.connect();
  try {
    await takeLock(client, onWait);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function takeLock(client: pg.Client, onWait: () => void) {
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS taken',
    [migrationLock],
  );
  if (rows[0]?.taken) return;
  onWait();
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
}

/**
 * Applies what is missing of `directory` (`prisma/migrations`) with its records in one transaction, so
 * that a failure leaves the state before, and gives the names applied. To be called inside
 * `withMigrationLock`.
 * Throws StartProblem when the database is newer than the program, when an applied migration has
 * another text, or when one fails.
 */
export async function migrate(client: pg.Client, directory: string): Promise<string[]> {
  await client.query('BEGIN');
  try {
    const applied = await migrateWithin(client, directory);
    await client.query('COMMIT');
    return applied;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** As `migrate`, inside a transaction of the caller's; `only` limits it to these names. */
export async function migrateWithin(
  client: pg.Client,
  directory: string,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  await client.query(historyTable);
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const pending = pendingOf(await readMigrations(directory), rows);
  const wanted = pending.filter(({ name }) => only?.has(name) ?? true);
  for (const migration of wanted) await apply(client, migration);
  return wanted.map(({ name }) => name);
}

/** The migrations of a directory, in the order in which they are applied. */
export async function readMigrations(directory: string): Promise<Migration[]> {
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
    if (!migration) throw databaseNewer(name);
    if (row.finished_at === null) throw migrationUnfinished(name);
    if (!checksumsOf(migration.sql).includes(row.checksum)) throw migrationChanged(name);
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  try {
    await client.query(sql);
    // What is deferred would fail at the commit, when nobody knows whose it was.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
  } catch (error) {
    throw migrationFailed(name, error);
  }
}

function checksumOf(text: string) {
  return createHash('sha256').update(text).digest('hex');
}

/** A checkout may have other line ends than the one that applied the migration. */
export function checksumsOf(sql: string) {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].map(checksumOf);
}
