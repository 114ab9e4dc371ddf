import { endpoint } from '@xuanpai/contracts/endpoint';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { build } from '../app.ts';
import { authRoutes } from '../modules/auth/routes.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { addPerson, bearer, send, signIn } from '../testing-sign-in.ts';
import { route } from './route.ts';

const list = endpoint({
  id: 'list',
  method: 'GET',
  path: '/api/list.xlsx',
  access: 'villages.read',
  summary: '名册',
  tag: 'health',
  kind: 'file',
  query: z.object({ q: z.string().exactOptional() }),
});
const plain = endpoint({
  id: 'plain',
  method: 'GET',
  path: '/api/plain',
  access: 'signedIn',
  summary: '非文件',
  tag: 'health',
  reply: z.object({ ok: z.boolean() }),
});
const auditors = endpoint({ ...list, id: 'auditors', path: '/api/log.xlsx', access: 'audit.read' });

let office: TestApp;
let app: TestApp['app'];
let token: string;
beforeAll(async () => {
  office = await startTestApp('empty');
  const file = async () => ({
    filename: '选派 "名册".xlsx',
    type: 'text/plain',
    bytes: Buffer.from('rows'),
  });
  app = await build(office.deps, {
    routes: (deps) => [
      ...authRoutes(deps),
      route(list, file),
      route(auditors, file),
      route(plain, async () => ({ ok: true })),
    ],
  });
  await addPerson(office, 'wang', { roles: [{ role: 'planner' }] });
  token = (await signIn({ app }, 'wang')).body.accessToken;
});
afterAll(async () => {
  await app.close();
  await office.close();
});

const get = (url: string) => send({ app }, { method: 'GET', url });
async function ticketFor(path: string, access = token): Promise<string> {
  const headers = bearer(access);
  const reply = await send(
    { app },
    { method: 'POST', url: '/api/tickets', headers, payload: { path } },
  );
  expect(reply).toMatchObject({ status: 201, body: { expiresIn: 60 } });
  return reply.body.url;
}

test('a link with a ticket downloads without a token, under the name of the file', async () => {
  const reply = await get(await ticketFor('/api/list.xlsx?q=王'.replace('王', '%E7%8E%8B')));
  expect(reply).toMatchObject({ status: 200, body: 'rows' });
  expect(reply.headers['cache-control']).toBe('no-store');
  expect(reply.headers['content-disposition']).toBe(
    `attachment; filename="__ ____.xlsx"; filename*=UTF-8''${encodeURIComponent('选派 "名册".xlsx')}`,
  );
});

test('a ticket opens the path that it was made for, to the letter', async () => {
  const url = await ticketFor('/api/list.xlsx?q=a');
  const ticket = url.split('ticket=')[1];
  for (const other of [
    `/api/list.xlsx?ticket=${ticket}`,
    `/api/list.xlsx?q=b&ticket=${ticket}`,
    `/api/list.xlsx?q=a&q=b&ticket=${ticket}`,
    `/api/list.xlsx?q=a&ticket=${ticket}&q=b`,
    `/api/log.xlsx?q=a&ticket=${ticket}`,
  ]) {
    expect((await get(other)).status, other).toBe(401);
  }
  expect((await get(url)).status).toBe(200);
});

test('a ticket lasts a minute', async () => {
  const url = await ticketFor('/api/list.xlsx');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  const late = await get(url);
  vi.useRealTimers();
  expect([late.status, late.body.code]).toEqual([401, 'sessionEnded']);
});

test('a ticket ends with its session', async () => {
  const other = (await signIn({ app }, 'wang')).body.accessToken;
  const url = await ticketFor('/api/list.xlsx', other);
  await send({ app }, { method: 'POST', url: '/api/auth/logout', headers: bearer(other) });
  expect((await get(url)).status).toBe(401);
});

test('the permission is asked again when the link is opened', async () => {
  const refused = await get(await ticketFor('/api/log.xlsx'));
  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
  const id = await addPerson(office, 'li', { roles: [{ role: 'leader' }] });
  const li = (await signIn({ app }, 'li')).body.accessToken;
  const url = await ticketFor('/api/list.xlsx', li);
  await office.db.prisma.userRole.updateMany({ where: { userId: id }, data: { role: 'admin' } });
  expect((await get(url)).status).toBe(403);
});

test('a ticket opens files only, and an access token is no ticket', async () => {
  expect((await get(await ticketFor('/api/plain'))).status).toBe(401);
  expect((await get(`/api/list.xlsx?ticket=${token}`)).status).toBe(401);
  expect((await get('/api/list.xlsx?ticket=x')).status).toBe(401);
});

test('a ticket is for addresses of the API', async () => {
  for (const path of ['https://evil.example/', '//evil.example', '/else', '']) {
    const headers = bearer(token);
    const payload = { path };
    const reply = await send({ app }, { method: 'POST', url: '/api/tickets', headers, payload });
    expect(reply.status).toBe(400);
  }
});
