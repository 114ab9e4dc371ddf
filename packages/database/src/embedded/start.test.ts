import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isAlive } from './processes.ts';
import { type EmbeddedServer, startEmbedded } from './start.ts';

let dataDir: string;
let servers: EmbeddedServer[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'xuanpai-start-'));
  servers = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  rmSync(dataDir, { recursive: true });
});

async function start() {
  const server = await startEmbedded({ dataDir, address: 'http://127.0.0.1:3000' });
  servers.push(server);
  return server;
}

async function ask<Row extends pg.QueryResultRow>(
  server: Pick<EmbeddedServer, 'url'>,
  sql: string,
) {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function until(condition: () => boolean) {
  while (!condition()) await wait(10);
}

it('starts, keeps its data and secrets over a restart, and leaves no process', async () => {
  const first = await start();
  await ask(first, "CREATE TABLE note AS SELECT '王伟' AS name");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await start();
  expect(await ask(second, 'SELECT name FROM note')).toEqual([{ name: '王伟' }]);
  expect(second.secrets).toEqual(first.secrets);
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

it('tells a second start who serves from the folder', async () => {
  await start();
  await expect(start()).rejects.toMatchObject({
    code: 'folderInUse',
    message: expect.stringContaining(dataDir),
  });
});

it('lets one of two starts at once win in a new folder', async () => {
  const results = await Promise.allSettled([start(), start()]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
    code: 'folderInUse',
  });
});

it('recovers after the server was killed', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE note AS SELECT 1 AS x');
  process.kill(first.pid, 'SIGKILL');
  await until(() => !isAlive(first.pid));
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await ask(second, 'SELECT x FROM note')).toEqual([{ x: 1 }]);
});

it('brings its server up again, at the same address, when that ends on its own', async () => {
  const heard: string[] = [];
  const server = await startEmbedded({
    dataDir,
    keepUp: true,
    onLost: () => heard.push('lost'),
    onBack: () => heard.push('back'),
  });
  servers.push(server);
  const { pid } = server;
  process.kill(pid, 'SIGKILL');
  while (!heard.includes('back')) await wait(10);
  expect(heard).toEqual(['lost', 'back']);
  expect(server.pid).not.toBe(pid);
  expect(await ask(server, 'SELECT 1 AS x')).toEqual([{ x: 1 }]);
});

it('adopts the server of a start that was killed', async () => {
  const first = await start();
  // What the server sees when its starter is killed: the session that held the folder ends.
  await ask(
    first,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'xuanpai owner'`,
  );
  expect(await start()).toMatchObject({ adopted: true, pid: first.pid });
});

it('is not misled by a postmaster.pid whose number now belongs to another program', async () => {
  const first = await start();
  await first.stop();
  writeFileSync(
    join(dataDir, 'pg', 'postmaster.pid'),
    `${process.pid}\n${join(dataDir, 'pg')}\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
  );
  expect((await start()).adopted).toBe(false);
});

it('does not make new keys for a database whose keys are lost', async () => {
  await (await start()).stop();
  servers = [];
  rmSync(join(dataDir, 'secrets.json'));
  await expect(start()).rejects.toMatchObject({ code: 'secretsLost' });
});

it('serves by an account that owns nothing, with another password at each start', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE note AS SELECT 1 AS x');
  const byFirst = { url: first.servingUrl };
  expect(await ask(byFirst, 'SELECT current_user AS who')).toEqual([{ who: 'xuanpai_app' }]);
  await expect(ask(byFirst, 'DROP TABLE note')).rejects.toMatchObject({ code: '42501' });
  await expect(ask(byFirst, 'CREATE ROLE friend SUPERUSER')).rejects.toMatchObject({
    code: '42501',
  });
  await first.stop();

  const second = await start();
  const kept = new URL(second.servingUrl);
  kept.password = new URL(first.servingUrl).password;
  await expect(ask({ url: kept.href }, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  expect(await ask({ url: second.servingUrl }, 'SELECT 1 AS x')).toEqual([{ x: 1 }]);
});

it('makes that account in a folder of before it', async () => {
  const first = await start();
  await ask(first, 'DROP ROLE xuanpai_app');
  await first.stop();
  const second = await start();
  expect(await ask({ url: second.servingUrl }, 'SELECT 1 AS x')).toEqual([{ x: 1 }]);
});

it('takes no locale from its caller', async () => {
  const server = await start();
  const rows = await ask(
    server,
    `SELECT pg_encoding_to_char(encoding) AS encoding, datlocale AS locale, datctype AS ctype
     FROM pg_database WHERE datname = 'xuanpai'`,
  );
  expect(rows).toEqual([{ encoding: 'UTF8', locale: 'C.UTF-8', ctype: 'C.UTF-8' }]);
});
