import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, testPassword } from '../../testing.ts';
import { addPerson, bearer, me, refresh, send, signIn } from '../../testing-sign-in.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
  await addPerson(office, 'wang');
  await addPerson(office, 'li');
});
afterAll(() => office.close());

const sessionsOf = async (token: string) => {
  const reply = await send(office, {
    method: 'GET',
    url: '/api/auth/sessions',
    headers: bearer(token),
  });
  return reply.body.items as { id: string; current: boolean; address: string; userAgent: string }[];
};
const post = (token: string, url: string, password: string) =>
  send(office, { method: 'POST', url, headers: bearer(token), payload: { password } });
const end = (token: string, id: string, password = testPassword) =>
  post(token, `/api/auth/sessions/${id}/end`, password);

test('everybody sees where they are signed in, the latest first, this one marked', async () => {
  const headers = { 'user-agent': 'Office/1.0' };
  const desk = (await signIn(office, 'wang', undefined, { headers })).body.accessToken;
  const phone = (await signIn(office, 'wang')).body.accessToken;
  const seen = await sessionsOf(phone);
  expect(seen.map(({ current }) => current)).toEqual([true, false]);
  expect(seen[1]).toMatchObject({ address: '127.0.0.1', userAgent: 'Office/1.0' });
  expect((await sessionsOf(desk)).map(({ current }) => current)).toEqual([false, true]);
});

test('a sign-in left behind elsewhere is ended from here', async () => {
  const left = await signIn(office, 'wang');
  const here = (await signIn(office, 'wang')).body.accessToken;
  const id = (await sessionsOf(left.body.accessToken)).find(({ current }) => current)?.id ?? '';
  expect((await end(here, id)).status).toBe(204);
  expect((await me(office, left.body.accessToken)).status).toBe(401);
  expect((await refresh(office, left.cookie)).status).toBe(401);
  expect((await me(office, here)).status).toBe(200);
  expect((await end(here, id)).status).toBe(404);
});

test('nobody ends, or even finds, the sign-in of somebody else', async () => {
  const mine = (await signIn(office, 'wang')).body.accessToken;
  const other = (await signIn(office, 'li')).body.accessToken;
  const id = (await sessionsOf(mine)).find(({ current }) => current)?.id ?? '';
  expect((await end(other, id)).status).toBe(404);
  expect((await me(office, mine)).status).toBe(200);
});

test('signing out everywhere ends every session, with how many in the log', async () => {
  await office.db.prisma.session.deleteMany();
  const [a, b] = [await signIn(office, 'wang'), await signIn(office, 'wang')];
  const everywhere = '/api/auth/logout-everywhere';
  const reply = await post(a.body.accessToken, everywhere, testPassword);
  expect(reply.status).toBe(204);
  expect(String(reply.headers['set-cookie'])).toMatch(/^xuanpai=;/);
  for (const { cookie, body } of [a, b]) {
    expect((await me(office, body.accessToken)).status).toBe(401);
    expect((await refresh(office, cookie)).status).toBe(401);
  }
  const logged = await office.db.prisma.auditEntry.findFirst({ orderBy: { seq: 'desc' } });
  expect(logged).toMatchObject({ action: 'auth.signOutEverywhere', params: { sessions: 2 } });
});

test('who found a computer unlocked ends nothing: the password is asked for, and guesses are counted', async () => {
  await addPerson(office, 'zhao');
  const [left, here] = [await signIn(office, 'zhao'), await signIn(office, 'zhao')];
  const token = here.body.accessToken;
  const id = (await sessionsOf(left.body.accessToken)).find(({ current }) => current)?.id ?? '';
  const wrong = await end(token, id, 'not-the-password');
  expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'password']);
  for (let guess = 2; guess <= 5; guess += 1) {
    await post(token, '/api/auth/logout-everywhere', `guess-number-${guess}`);
  }
  expect((await end(token, id)).status).toBe(429);
  for (const { body } of [left, here])
    expect((await me(office, body.accessToken)).status).toBe(200);
});
