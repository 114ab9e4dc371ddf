import { readdirSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate, withMigrationLock } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

const product = resolve(import.meta.dirname, '../../../prisma/migrations');

let test: TestDatabase;
let directory: string;

beforeEach(async () => {
  test = await createTestDatabase('template0');
  directory = await mkdtemp(join(tmpdir(), 'xuanpai-migrations-'));
});

afterEach(async () => {
  await test.drop();
  await rm(directory, { recursive: true });
});

async function add(name: string, sql: string) {
  await mkdir(join(directory, name), { recursive: true });
  await appendFile(join(directory, name, 'migration.sql'), sql);
}

function run(from = directory) {
  return withMigrationLock(test.url, (client) => migrate(client, from));
}

async function query(sql: string) {
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

it('applies what is missing, in order, and nothing twice', async () => {
  await add('1_first', 'CREATE TABLE a (x int); CREATE TABLE b (x int);');
  expect(await run()).toEqual(['1_first']);
  await add('2_second', 'ALTER TABLE b ADD y int;');
  expect(await run()).toEqual(['2_second']);
  expect(await run()).toEqual([]);
});

it('applies the migrations of the product to an empty database', async () => {
  expect((await run(product))[0]).toBe('20150424000000_foundation');
});

const released = readdirSync(product).filter((name) => /^\d{14}_/.test(name));

/** Of migrations of one day none was ever the last. */
const lasts = released.filter(
  (name, at) => released[at + 1] && released[at + 1]?.slice(0, 8) !== name.slice(0, 8),
);

// In one transaction a value added to an enum can't be used yet: this is where it would show.
it.each([...lasts, ...released.slice(-2, -1)])(
  'upgrades a database as %s left it in one step',
  async (last) => {
    const upTo = released.slice(0, released.indexOf(last) + 1);
    await cp(product, directory, { recursive: true });
    for (const name of released.filter((other) => !upTo.includes(other))) {
      await rm(join(directory, name), { recursive: true });
    }
    expect(await run()).toEqual(upTo);
    expect(await run(product)).toEqual(released.slice(upTo.length));
  },
);

it('lets only one of several starts at once apply them', async () => {
  await add('1_first', 'CREATE TABLE a (x int);');
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.flat()).toEqual(['1_first']);
});

it('says that it waits while another process has the lock, and then finds nothing to do', async () => {
  await add('1_first', 'CREATE TABLE a (x int);');
  const second = await withMigrationLock(test.url, async (client) => {
    const other = await new Promise<{ applied: Promise<string[]> }>((waiting) => {
      const applied: Promise<string[]> = withMigrationLock(
        test.url,
        (connection) => migrate(connection, directory),
        () => waiting({ applied }),
      );
    });
    expect(await migrate(client, directory)).toEqual(['1_first']);
    return other;
  });
  expect(await second.applied).toEqual([]);
});

it('leaves the state before when one of several migrations fails, and says which, why and what to do', async () => {
  await add('1_first', 'CREATE TABLE a (x int);');
  await run();
  await add('2_second', 'ALTER TABLE a ADD y int;');
  await add('3_third', 'CREATE TABLE b (x int); SELECT 1 FROM nowhere;');
  await expect(run()).rejects.toMatchObject({
    code: 'migrationFailed',
    message: expect.stringMatching(/3_third.*nowhere[\s\S]*原来的版本[\s\S]*the version before/),
  });
  expect(await query('SELECT migration_name FROM _prisma_migrations')).toEqual([
    { migration_name: '1_first' },
  ]);
  expect(await query("SELECT to_regclass('b') AS b")).toEqual([{ b: null }]);
  await rm(join(directory, '2_second'), { recursive: true });
  await rm(join(directory, '3_third'), { recursive: true });
  expect(await run()).toEqual([]);
});

it('blames the migration whose deferred constraint fails', async () => {
  await add(
    '1_first',
    `CREATE TABLE a (x int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO a VALUES (1), (1);`,
  );
  await add('2_second', 'CREATE TABLE b (x int);');
  await expect(run()).rejects.toMatchObject({ message: expect.stringContaining('1_first') });
});

it('refuses a database that is newer than the program', async () => {
  await add('1_first', 'CREATE TABLE a (x int);');
  await add('2_second', 'CREATE TABLE b (x int);');
  await run();
  await rm(join(directory, '2_second'), { recursive: true });
  await expect(run()).rejects.toMatchObject({ code: 'databaseNewer' });
});

it('refuses a migration that was changed after it was applied, but not other line ends', async () => {
  await add('1_first', 'CREATE TABLE a (\n  x int\n);\n');
  await run();
  await rm(join(directory, '1_first'), { recursive: true });
  await add('1_first', 'CREATE TABLE a (\r\n  x int\r\n);\r\n');
  expect(await run()).toEqual([]);
  await add('1_first', '-- a second thought');
  await expect(run()).rejects.toMatchObject({ code: 'migrationChanged' });
});

it('refuses a migration that another tool left unfinished', async () => {
  await add('1_first', 'CREATE TABLE a (x int);');
  await run();
  await query('UPDATE _prisma_migrations SET finished_at = NULL');
  await expect(run()).rejects.toMatchObject({ code: 'migrationUnfinished' });
});
