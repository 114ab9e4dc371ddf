import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import { addPerson, bearer, me, refresh, send, signIn } from '../../testing-sign-in.ts';

let office: TestApp;
let admin: string;
let userId: string;
beforeAll(async () => {
  office = await startTestApp('empty');
  await addPerson(office, 'root1', { roles: [{ role: 'admin' }] });
  userId = await addPerson(office, 'wang');
  admin = (await signIn(office, 'root1')).body.accessToken;
});
afterAll(() => office.close());

const list = (token: string, id = userId) =>
  send(office, { method: 'GET', url: `/api/users/${id}/sessions`, headers: bearer(token) });
const end = (token: string, id = userId) =>
  send(office, { method: 'POST', url: `/api/users/${id}/end-sessions`, headers: bearer(token) });
const nobody = '01900000-0000-7000-8000-00000000dead';

test('the administrator sees where a user is signed in and ends it all', async () => {
  const desk = await signIn(office, 'wang');
  const phone = await signIn(office, 'wang', undefined, { remoteAddress: '10.9.9.9' });
  const { body } = await list(admin);
  expect(body.items).toMatchObject([
    { address: '10.9.9.9', newAddress: true },
    { address: '127.0.0.1', newAddress: false },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/hash|token/i);
  expect((await end(admin)).status).toBe(204);
  expect((await list(admin)).body.items).toEqual([]);
  for (const { body: held, cookie } of [desk, phone]) {
    expect((await me(office, held.accessToken)).status).toBe(401);
    expect((await refresh(office, cookie)).status).toBe(401);
  }
  const logged = await office.db.prisma.auditEntry.findFirst({ orderBy: { seq: 'desc' } });
  expect(logged).toMatchObject({ action: 'user.endSessions', params: { sessions: 2 } });
  expect((await signIn(office, 'wang')).status).toBe(200);
});

test('nobody else does, and nobody is nobody', async () => {
  const wang = (await signIn(office, 'wang')).body.accessToken;
  expect((await list(wang)).status).toBe(403);
  expect((await end(wang)).status).toBe(403);
  expect((await list(admin, nobody)).status).toBe(404);
  expect((await end(admin, nobody)).status).toBe(404);
});
