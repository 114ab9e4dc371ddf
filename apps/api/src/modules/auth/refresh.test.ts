import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import { addPerson, bearer, me, refresh, send, signIn } from '../../testing-sign-in.ts';

let office: TestApp;
let userId: string;
beforeAll(async () => {
  office = await startTestApp('empty');
  userId = await addPerson(office, 'wang');
});
afterAll(() => office.close());
beforeEach(async () => {
  office.deps.settings.publicUrl = 'http://localhost:3000';
  office.deps.settings.demo = true;
});

const olderThanGrace = () =>
  office.db.pool.query("UPDATE session SET rotated_at = now() - interval '31 seconds'");
const lastReason = async () =>
  (await office.db.prisma.session.findFirst({ orderBy: { id: 'desc' } }))?.revokedReason;
const signOut = (headers: Record<string, string>) =>
  send(office, { method: 'POST', url: '/api/auth/logout', headers });

test('a refresh gives a new token and a new cookie, and the page goes on with both', async () => {
  const first = await signIn(office, 'wang');
  const second = await refresh(office, first.cookie);
  expect(second.status).toBe(200);
  expect(second.cookie).not.toBe(first.cookie);
  expect((await me(office, second.body.accessToken)).status).toBe(200);
  expect((await refresh(office, second.cookie)).status).toBe(200);
});

test('three tabs that wake at the same moment all stay signed in, one of them with a new cookie', async () => {
  const { cookie } = await signIn(office, 'wang');
  const tabs = await Promise.all([1, 2, 3].map(() => refresh(office, cookie)));
  expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200]);
  const cookies = tabs.map((tab) => tab.cookie).filter((set) => set !== null);
  expect(cookies).toHaveLength(1);
  expect((await refresh(office, cookies[0] ?? null)).status).toBe(200);
});

test('a cookie that was used up more than 30 seconds ago revokes the whole family', async () => {
  const first = await signIn(office, 'wang');
  const second = await refresh(office, first.cookie);
  await olderThanGrace();
  const reused = await refresh(office, first.cookie);
  expect(reused).toMatchObject({ status: 401, body: { code: 'sessionEnded' } });
  expect(String(reused.headers['set-cookie'])).toMatch(/^xuanpai=;/);
  expect((await refresh(office, second.cookie)).status).toBe(401);
  expect((await me(office, second.body.accessToken)).status).toBe(401);
  expect(await lastReason()).toBe('reuse');
  const logged = await office.db.prisma.auditEntry.findFirst({ orderBy: { seq: 'desc' } });
  expect(logged).toMatchObject({ action: 'auth.reuse', entityId: userId });
});

test('a cookie of two exchanges ago revokes the family at once', async () => {
  const first = await signIn(office, 'wang');
  const second = await refresh(office, first.cookie);
  await refresh(office, second.cookie);
  expect((await refresh(office, first.cookie)).status).toBe(401);
  expect(await lastReason()).toBe('reuse');
});

test('another sign-in of the same person is another family', async () => {
  const office1 = await signIn(office, 'wang');
  const home = await signIn(office, 'wang');
  await refresh(office, office1.cookie);
  await olderThanGrace();
  await refresh(office, office1.cookie);
  expect((await refresh(office, home.cookie)).status).toBe(200);
});

test('no cookie, a made-up one and one that is not ours are answered alike', async () => {
  expect((await refresh(office, null)).body.code).toBe('notSignedIn');
  const { cookie } = await signIn(office, 'wang');
  const id = cookie?.split(/[=.]/)[1];
  for (const text of ['x', 'a.b', "'; DROP TABLE session; --", '%00.%00', `${id}.`]) {
    expect((await refresh(office, `xuanpai=${text}`)).body.code).toBe('sessionEnded');
  }
  expect((await refresh(office, cookie)).status).toBe(200);
});

test('a session ends after 14 days, however often it was refreshed', async () => {
  const { cookie, body } = await signIn(office, 'wang');
  await office.db.pool.query("UPDATE session SET expires_at = now() - interval '1 second'");
  expect((await refresh(office, cookie)).status).toBe(401);
  expect((await me(office, body.accessToken)).status).toBe(401);
});

test('signing out ends the session of the cookie, its access token too', async () => {
  const { cookie, body } = await signIn(office, 'wang');
  const reply = await signOut({ cookie: cookie ?? '' });
  expect(reply.status).toBe(204);
  expect(String(reply.headers['set-cookie'])).toMatch(/^xuanpai=;/);
  expect((await refresh(office, cookie)).status).toBe(401);
  expect((await me(office, body.accessToken)).status).toBe(401);
  expect(await lastReason()).toBe('signOut');
});

test('a program that keeps no cookies signs out by its access token', async () => {
  const { body } = await signIn(office, 'wang');
  expect((await signOut(bearer(body.accessToken))).status).toBe(204);
  expect((await me(office, body.accessToken)).status).toBe(401);
  expect((await signOut({})).status).toBe(204);
});

test('refresh and sign-out listen to our own page only', async () => {
  const { cookie, body } = await signIn(office, 'wang');
  const sent = (origin: string) => ({ cookie: cookie ?? '', origin, host: 'localhost:3000' });
  for (const origin of ['http://evil.example', 'null', 'http://localhost:4000', 'not a url']) {
    expect((await refresh(office, cookie, { origin })).body.code).toBe('originRefused');
    expect((await signOut(sent(origin))).body.code).toBe('originRefused');
  }
  expect((await me(office, body.accessToken)).status).toBe(200);
  expect((await refresh(office, cookie, { origin: 'http://localhost:3000' })).status).toBe(200);
});

test('one machine has several names for itself', async () => {
  office.deps.settings.demo = false;
  const { cookie } = await signIn(office, 'wang');
  const { status } = await refresh(office, cookie, { origin: 'http://127.0.0.1:3000' });
  expect(status).toBe(200);
  office.deps.settings.publicUrl = 'http://xuanpai.example';
  const other = await refresh(office, cookie, { origin: 'http://127.0.0.1:3000' });
  expect(other.body.code).toBe('originRefused');
});

test('in production the address that the request says it came to does not count', async () => {
  const { cookie } = await signIn(office, 'wang');
  const sent = { origin: 'http://evil.example', host: 'evil.example' };
  expect((await refresh(office, cookie, sent)).status).toBe(200);
  office.deps.settings.demo = false;
  expect((await refresh(office, cookie, sent)).body.code).toBe('originRefused');
});

test('over http the cookie is HttpOnly, SameSite=Strict, for sign-in paths; over https Secure and this host’s', async () => {
  const plain = String((await signIn(office, 'wang')).headers['set-cookie']);
  expect(plain).toMatch(/^xuanpai=[^;]+; /);
  for (const flag of ['Max-Age=1209600', 'Path=/api/auth', 'HttpOnly', 'SameSite=Strict']) {
    expect(plain).toContain(flag);
  }
  expect(plain).not.toContain('Secure');
  office.deps.settings.publicUrl = 'https://xuanpai.example';
  const secure = String((await signIn(office, 'wang')).headers['set-cookie']);
  expect(secure).toMatch(/^__Host-xuanpai=/);
  for (const flag of ['Secure', 'Path=/;', 'HttpOnly', 'SameSite=Strict']) {
    expect(`${secure};`).toContain(flag);
  }
  expect(secure).not.toContain('Domain');
});

test('the table holds no token that could be used', async () => {
  const { cookie } = await signIn(office, 'wang');
  const secret = cookie?.split('.')[1] ?? '';
  const { rows } = await office.db.pool.query('SELECT * FROM session');
  expect(secret.length).toBeGreaterThan(40);
  expect(JSON.stringify(rows)).not.toContain(secret);
});
