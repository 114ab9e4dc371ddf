import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, inject, it } from 'vitest';
import { checkServer } from './check-server.ts';

const made: string[] = [];

async function onServer(sql: string) {
  const client = new pg.Client({ connectionString: inject('testServer').url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function databaseWith(options: string) {
  const name = `check_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0 ${options}`);
  made.push(name);
  return urlOf(name);
}

function urlOf(name: string) {
  const url = new URL(inject('testServer').url);
  url.pathname = `/${name}`;
  return url.href;
}

afterAll(async () => {
  for (const name of made) await onServer(`DROP DATABASE ${name}`);
});

it('accepts an empty database as our own server makes it, and leaves nothing there', async () => {
  const url = await databaseWith('');
  await checkServer(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT extname AS name FROM pg_extension WHERE extname <> 'plpgsql' UNION SELECT collname FROM pg_collation WHERE collname LIKE 'xuanpai%'",
  );
  await client.end();
  expect(rows).toEqual([]);
});

it('refuses an encoding that cannot hold Chinese', async () => {
  const url = await databaseWith("ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'");
  await expect(checkServer(url)).rejects.toMatchObject({
    code: 'serverUnsuitable',
    message: expect.stringContaining('UTF8'),
  });
});

it('refuses a locale in which names cannot be searched', async () => {
  const url = await databaseWith("ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'");
  await expect(checkServer(url)).rejects.toMatchObject({
    code: 'serverUnsuitable',
    message: expect.stringContaining('LC_CTYPE'),
  });
});

it('says that a server cannot be reached', async () => {
  const url = 'postgresql://xuanpai:x@127.0.0.1:1/xuanpai';
  await expect(checkServer(url)).rejects.toMatchObject({ code: 'serverUnreachable' });
});
