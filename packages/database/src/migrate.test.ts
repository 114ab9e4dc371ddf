import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate, withMigrationLock } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

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
  const product = resolve(import.meta.dirname, '../../../prisma/migrations');
  expect((await run(product))[0]).toBe('20150424000000_foundation');
});

it('lets only one of several starts at once apply them', async () => {
  await add('1_first', 'CREATE TABLE a (x int);');
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.flat()).toEqual(['1_first']);
});

it('leaves nothing of a migration that fails, and says which and why', async () => {
  await add('1_first', 'CREATE TABLE a (x int); SELECT 1 FROM nowhere;');
  await expect(run()).rejects.toMatchObject({
    code: 'migrationFailed',
    message: expect.stringMatching(/1_first.*nowhere/),
  });
  expect(await query('SELECT * FROM _prisma_migrations')).toEqual([]);
  expect(await query("SELECT to_regclass('a') AS a")).toEqual([{ a: null }]);
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
