import { type EndpointShape, endpoint } from '@xuanpai/contracts/endpoint';
import { write } from '@xuanpai/database/transaction';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { build } from '../app.ts';
import { record } from '../lib/audit.ts';
import { keySweep } from '../lib/idempotency.ts';
import { route } from '../lib/route.ts';
import { writeAs } from '../lib/write.ts';
import { authRoutes } from '../modules/auth/routes.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { addPerson, bearer, send, signIn } from '../testing-sign-in.ts';

const shared = { method: 'POST', summary: '试', tag: 'health' } as const;
const act = endpoint({
  ...shared,
  id: 'act',
  path: '/api/act',
  access: 'villages.write',
  status: 201,
  body: z.object({ name: z.string().min(1) }),
  reply: z.object({ id: z.int(), name: z.string() }),
});
const still = endpoint({
  ...shared,
  id: 'still',
  path: '/api/still',
  access: 'signedIn',
  kind: 'empty',
});
const change = endpoint({
  ...shared,
  method: 'PATCH',
  id: 'change',
  path: '/api/act',
  access: 'villages.write',
  body: z.object({ name: z.string().min(1) }),
  reply: z.object({ id: z.int(), name: z.string() }),
});
const leaky = endpoint({
  ...shared,
  id: 'leaky',
  path: '/api/leaky',
  access: 'public',
  reply: z.object({ name: z.string() }),
});

let office: TestApp;
let app: TestApp['app'];
let acts = 0;
let fail = false;
let planner: string;
let leader: string;
beforeAll(async () => {
  office = await startTestApp('empty');
  app = await build(office.deps, {
    routes: (deps) => [
      ...authRoutes(deps),
      route(act, async ({ actor, body }) => {
        await writeAs(deps, actor, async (tx) => {
          acts += 1;
          record(tx, { action: 'test.act', entity: 'test', entityId: null });
          if (fail) throw new Error('in the middle');
        });
        return { id: acts, name: body.name };
      }),
      route(change, async ({ actor, body }) => {
        await writeAs(deps, actor, async () => {
          acts += 1;
        });
        return { id: acts, name: body.name };
      }),
      route(still, async ({ actor }) => {
        await writeAs(deps, actor, async () => {
          acts += 1;
        });
      }),
      route(leaky, async () => ({ name: '王', idNumber: '371312' }) as { name: string }),
    ],
  });
  await addPerson(office, 'wang', { roles: [{ role: 'planner' }] });
  await addPerson(office, 'li', { roles: [{ role: 'leader' }] });
  await addPerson(office, 'zhao', { roles: [{ role: 'planner' }] });
  planner = (await signIn({ app }, 'wang')).body.accessToken;
  leader = (await signIn({ app }, 'li')).body.accessToken;
});
afterAll(async () => {
  await app.close();
  await office.close();
});
beforeEach(() => {
  acts = 0;
  fail = false;
});

const post = (url: string, payload: string | object, key: string | null, token = planner) => {
  const headers = { ...bearer(token), ...(key === null ? {} : { 'idempotency-key': key }) };
  return send({ app }, { method: 'POST', url, payload, headers });
};

test.each([undefined, '', 'everybody', 'toString', 'constructor', '__proto__'])(
  'a route that declares no permission (%s) stops the start',
  async (access) => {
    const open = { ...leaky, access } as unknown as EndpointShape;
    const routes = () => [route(open, async () => ({}))];
    await expect(build(office.deps, { routes })).rejects.toThrow('leaky declares no permission');
  },
);

test('an endpoint bound twice stops the start', async () => {
  const routes = () => [
    route(leaky, async () => ({ name: '' })),
    route(leaky, async () => ({ name: '' })),
  ];
  await expect(build(office.deps, { routes })).rejects.toThrow('leaky is bound twice');
});

test('who may not call is told so before anything that they sent is read', async () => {
  const broken = { headers: { 'content-type': 'application/json' }, payload: '{nonsense' };
  const call = (token: string | null) =>
    send(
      { app },
      {
        ...broken,
        method: 'POST',
        url: '/api/act',
        headers: { ...broken.headers, ...(token === null ? {} : bearer(token)) },
      },
    );
  expect((await call(null)).status).toBe(401);
  expect((await call(leader)).status).toBe(403);
  expect((await call(planner)).status).toBe(400);
});

test('a reply leaves out what the contract does not name', async () => {
  const reply = await send({ app }, { method: 'POST', url: '/api/leaky' });
  expect(reply.body).toEqual({ name: '王' });
  expect(JSON.stringify(reply.body)).not.toContain('371312');
});

test('the same key twice is one act with one reply', async () => {
  const first = await post('/api/act', { name: '王' }, 'key-1');
  const again = await post('/api/act', { name: '王' }, 'key-1');
  expect(first).toMatchObject({ status: 201, body: { id: 1, name: '王' } });
  expect([again.status, again.body]).toEqual([201, first.body]);
  expect(acts).toBe(1);
});

test('the same key for something else is refused', async () => {
  await post('/api/act', { name: '王' }, 'key-2');
  const other = await post('/api/act', { name: '李' }, 'key-2');
  expect([other.status, other.body.code]).toEqual([422, 'idempotencyMismatch']);
  expect((await post('/api/still', { name: '王' }, 'key-2')).status).toBe(422);
  expect(acts).toBe(1);
});

test('two at once with one key are one act, and both get its reply', async () => {
  const both = await Promise.all([1, 2, 3].map(() => post('/api/act', { name: '王' }, 'key-3')));
  expect(both.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(both.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(acts).toBe(1);
});

test('a reply without a body is repeated too', async () => {
  const both = [await post('/api/still', {}, 'key-4'), await post('/api/still', {}, 'key-4')];
  expect(both.map(({ status }) => status)).toEqual([204, 204]);
  expect(acts).toBe(1);
});

test('a change that was sent again after a cut line is made once', async () => {
  const request = {
    method: 'PATCH',
    url: '/api/act',
    payload: { name: '王' },
    headers: { ...bearer(planner), 'idempotency-key': 'key-9' },
  } as const;
  const both = [await send({ app }, request), await send({ app }, request)];
  expect(both.map(({ status, body }) => [status, body.id])).toEqual([
    [200, 1],
    [200, 1],
  ]);
  expect(acts).toBe(1);
});

test('an act that failed can be tried again with its key', async () => {
  fail = true;
  expect((await post('/api/act', { name: '王' }, 'key-5')).status).toBe(500);
  fail = false;
  expect((await post('/api/act', { name: '王' }, 'key-5')).status).toBe(201);
});

test('without a key every request is an act; the keys of two people are apart', async () => {
  await post('/api/act', { name: '王' }, null);
  await post('/api/act', { name: '王' }, null);
  const zhao = (await signIn({ app }, 'zhao')).body.accessToken;
  await post('/api/act', { name: '王' }, 'key-6');
  await post('/api/act', { name: '王' }, 'key-6', zhao);
  expect(acts).toBe(4);
});

test('a kept reply is no plain text in the table, and goes after a day', async () => {
  await post('/api/act', { name: '王小明' }, 'key-7');
  const { rows } = await office.db.pool.query('SELECT reply FROM idempotency_key');
  expect(JSON.stringify(rows)).not.toContain('王小明');
  await office.db.pool.query("UPDATE idempotency_key SET created_at = now() - interval '25 hours'");
  await post('/api/act', { name: '李' }, 'key-8');
  await write(office.db.prisma, null, keySweep.run);
  expect(await office.db.prisma.idempotencyKey.count()).toBe(1);
});

test('a key too long to be kept is refused, not cut', async () => {
  const { status, body } = await post('/api/act', { name: '王' }, 'x'.repeat(201));
  expect([status, body.errors[0].path]).toEqual([400, 'Idempotency-Key']);
  expect(acts).toBe(0);
});
