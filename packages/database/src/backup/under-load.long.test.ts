import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

/** Rows of accounts in two tables; moving an amount between them leaves the sum as it is. */
const accounts = 200;
const amount = 1000;
/** So that the backup takes a while between the first table and the last. */
const bulk = 3_000_000;

let source: TestDatabase;
let target: TestDatabase;
let folder: string;
beforeAll(async () => {
  source = await createTestDatabase();
  target = await createTestDatabase('template0');
  folder = await mkdtemp(join(tmpdir(), 'xuanpai-load-'));
  await ask(
    source,
    // Names at both ends of the alphabet: `batch` is read first, `village` last.
    `INSERT INTO region (id, code, name, level) VALUES (gen_random_uuid(), '371312', '河东区', 'district');
     INSERT INTO batch (id, name, date, starts_on, ends_on, version)
       SELECT gen_random_uuid(), 'b' || i, '2015-04-24', '2015-06-01', '2017-05-31', ${amount} FROM generate_series(1, ${accounts}) i;
     INSERT INTO village (id, code, name, township_id, search_key, version)
       SELECT gen_random_uuid(), (371312000000 + i)::text, 'v' || i, (SELECT id FROM region), '', ${amount} FROM generate_series(1, ${accounts}) i;
     INSERT INTO setting SELECT i::text, to_jsonb(md5(i::text) || md5((i * 7)::text)) FROM generate_series(1, ${bulk}) i`,
  );
});
afterAll(async () => {
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true });
});

async function ask(database: TestDatabase, sql: string) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Moves amounts between the tables, and adds a row to each, until told to stop; gives how often. */
async function writeUntil(stopped: () => boolean, number: number): Promise<number> {
  const client = new pg.Client({ connectionString: source.url });
  await client.connect();
  let moves = 0;
  while (!stopped()) {
    const account = (moves * 7 + number) % accounts;
    await client.query(
      `BEGIN;
       UPDATE batch SET version = version - 1 WHERE name = 'b${account + 1}';
       UPDATE village SET version = version + 1 WHERE name = 'v${account + 1}';
       INSERT INTO throttle VALUES ('${number}.${moves}', 1, now());
       INSERT INTO setting VALUES ('w${number}.${moves}', '1');
       COMMIT`,
    );
    moves += 1;
  }
  await client.end();
  return moves;
}

it('is one moment of a database in which four go on writing, in flat memory', async () => {
  const file = join(folder, 'a.tar.gz.age');
  let stopped = false;
  const writers = [0, 1, 2, 3].map((number) => writeUntil(() => stopped, number));
  const before = process.memoryUsage().rss;
  const seen = { rss: 0 };
  await backup({
    filesFolder: '/nowhere',
    url: source.url,
    file,
    passphrase: 'a long passphrase',
    workFactor: 8,
    version: '1.0.0',
    neededKeys: async () => [],
    onTable: () => {
      seen.rss = Math.max(seen.rss, process.memoryUsage().rss);
    },
  });
  stopped = true;
  const moves = (await Promise.all(writers)).reduce((sum, count) => sum + count, 0);
  expect(moves).toBeGreaterThan(100);
  expect(seen.rss - before).toBeLessThan(150_000_000);

  await restore({
    filesFolder: '/nowhere',
    url: target.url,
    file,
    passphrase: 'a long passphrase',
    migrations: resolve(import.meta.dirname, '../../../../prisma/migrations'),
    replace: false,
    finish: async () => {},
  });
  const [sums] = await ask(
    target,
    `SELECT (SELECT sum(version) FROM batch)::int + (SELECT sum(version) FROM village)::int AS total,
       (SELECT count(*) FROM throttle)::int AS throttles,
       (SELECT count(*) FROM setting WHERE key LIKE 'w%')::int AS settings,
       (SELECT sum(version - ${amount}) FROM village)::int AS moved`,
  );
  const { total, throttles, settings, moved } = sums as Record<string, number>;
  expect(total).toBe(2 * accounts * amount);
  // Every transaction is in it as a whole or not at all.
  expect([settings, moved]).toEqual([throttles, throttles]);
  expect(throttles).toBeLessThan(moves);
});
