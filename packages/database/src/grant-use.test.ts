import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { grantUse } from './grant-use.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let test: TestDatabase;
let used: URL;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  used = new URL(test.url);
  used.username = `only_uses_${test.url.slice(-8)}`;
  used.password = 'a:word/with@signs'.replace(/\W/g, encodeURIComponent);
  owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
  // Twice, as at every start.
  for (const _ of [1, 2]) await grantUse(owner, used.href);
  app = new pg.Client({ connectionString: used.href });
  await app.connect();
});

afterAll(async () => {
  await app.end();
  await owner.query(`DROP OWNED BY ${used.username}`);
  await owner.query(`DROP ROLE ${used.username}`);
  await owner.end();
  await test.drop();
});

const entry = `INSERT INTO audit_entry (seq, at, user_name, action, entity, params, previous_hash, hash)
  VALUES (1, now(), '', 'x', 'x', '{}', '', '')`;

it.each([
  "INSERT INTO register_counter (register, counter) VALUES ('x', 0)",
  "UPDATE register_counter SET counter = 1 WHERE register = 'x'",
  "DELETE FROM register_counter WHERE register = 'x'",
  'CREATE TEMP TABLE staged (id int)',
  entry,
  'SELECT migration_name FROM _prisma_migrations',
])('the account that serves may: %s', async (statement) => {
  await expect(app.query(statement)).resolves.toBeDefined();
});

it.each([
  "UPDATE audit_entry SET action = 'y'",
  'DELETE FROM audit_change',
  'TRUNCATE register_counter',
  'ALTER TABLE audit_entry DISABLE TRIGGER USER',
  'DROP TABLE register_counter',
  'CREATE TABLE own (id int)',
  'DELETE FROM _prisma_migrations',
])('and may not: %s', async (statement) => {
  await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
});

it('gives the account the password that the settings say now', async () => {
  const renewed = new URL(used);
  renewed.password = 'the-next-one';
  await expect(connected(renewed)).rejects.toMatchObject({ code: '28P01' });
  await grantUse(owner, renewed.href);
  await (await connected(renewed)).end();
  await expect(connected(used)).rejects.toMatchObject({ code: '28P01' });
});

it('says what to run where the password is another one and can’t be set', async () => {
  const wrong = new URL(test.url);
  wrong.password = 'wrong';
  await expect(grantUse(app, wrong.href)).rejects.toThrow('ALTER ROLE');
});

async function connected(url: URL): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return client;
}

it('says what to run where the account is missing and can’t be made', async () => {
  const missing = new URL(used);
  missing.username = 'nobody_made_it';
  await expect(grantUse(app, missing.href)).rejects.toThrow('CREATE ROLE "nobody_made_it"');
});
