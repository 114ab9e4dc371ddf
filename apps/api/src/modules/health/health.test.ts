import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createDatabase } from '@xuanpai/database/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppOptions, build } from '../../app.ts';
import { startTestApp, type TestApp } from '../../testing.ts';
import { bearer, send } from '../../testing-sign-in.ts';

const migrations = resolve(import.meta.dirname, '../../../../../prisma/migrations');
const metricsToken = 'a-token-of-the-monitoring-machine';
const operations = { metricsToken, dataDir: tmpdir(), migrations };

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
});
afterAll(() => office.close());

/** The answer of an application of its own. */
async function readiness(
  { headers = {}, remoteAddress = '127.0.0.1' },
  options: AppOptions = { operations },
  db = office.db,
) {
  const app = await build({ ...office.deps, db }, options);
  const reply = await send(
    { app },
    { method: 'GET', url: '/api/health/ready', headers, remoteAddress },
  );
  await app.close();
  return reply;
}

test('a served system says that it is alive and ready', async () => {
  const nobody = office.as(null);
  expect((await nobody.get('/api/health/live')).body).toEqual({ status: 'ok' });
  expect((await nobody.get('/api/health/ready')).body).toMatchObject({
    status: 'ok',
    database: true,
  });
});

test('migrations, disk and connections are for this machine and for holders of the token', async () => {
  const inside = {
    version: 'test',
    migrations: expect.any(Number),
    disk: { free: expect.any(Number), total: expect.any(Number) },
    connections: { waiting: 0 },
  };
  expect((await readiness({})).body.details).toMatchObject(inside);
  const far = { remoteAddress: '10.1.2.3' };
  const known = { ...far, headers: bearer(metricsToken) };
  expect((await readiness(known)).body.details).toMatchObject(inside);
  const outside = [
    far,
    { ...far, headers: bearer('guessed') },
    // A proxy on this machine passes on what comes from outside.
    { headers: { 'x-forwarded-for': '10.1.2.3' } },
  ];
  for (const from of outside) {
    expect((await readiness(from)).body).toEqual({ status: 'ok', database: true });
  }
});

test('the room on a disk that this process cannot see is unknown', async () => {
  const elsewhere = { operations: { ...operations, dataDir: null } };
  expect((await readiness({}, elsewhere)).body.details.disk).toEqual({
    state: 'unknown',
    free: null,
    total: null,
  });
});

test('without the database it is not ready: 503, and when to ask again', async () => {
  const db = createDatabase(office.url.replace(/:\d+\//, ':1/'));
  const reply = await readiness({}, { operations }, db);
  expect(reply).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect(reply.headers['retry-after']).toBe('5');
  expect(reply.body.errors).toMatchObject([{ path: 'database', code: 'noAnswer' }]);
  const outside = await readiness({ remoteAddress: '10.1.2.3' }, { operations }, db);
  expect(outside).toMatchObject({ status: 503, body: { errors: [] } });
  await db.close();
});

test('a database that lacks a migration of this program is not ready', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xuanpai-migrations-'));
  mkdirSync(join(folder, '20991231000000_later'));
  const newer = { operations: { ...operations, migrations: folder } };
  const reply = await readiness({}, newer);
  rmSync(folder, { recursive: true });
  expect(reply.status).toBe(503);
  expect(reply.body.errors).toMatchObject([{ path: 'migrations', code: 'missing' }]);
  expect(reply.body.errors[0].message).toContain('20991231000000_later');
});

test('an unknown address is a problem in words, not a stack', async () => {
  const { status, body, headers } = await office.as(null).get('/api/nothing');
  expect(status).toBe(404);
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body).toMatchObject({ code: 'notFound', errors: [] });
});

test('the description of the API is there, and readable without anything from outside', async () => {
  const { body } = await office.as(null).get('/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const page = await office.as(null).get('/api/docs/');
  expect(page.status).toBe(200);
  expect(page.body).not.toMatch(/https?:\/\//);
});
