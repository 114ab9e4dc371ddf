import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, testPassword } from '../../testing.ts';
import { addPerson, bearer, me, refresh, send, signIn } from '../../testing-sign-in.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.db.prisma.throttle.deleteMany();
});

const next = 'river-bank-east-7';
const change = (token: string, body: { current: string; next: string }) =>
  send(office, {
    method: 'POST',
    url: '/api/auth/password',
    headers: bearer(token),
    payload: body,
  });

test('a first password bars everything but what leads to a new one', async () => {
  await addPerson(office, 'new', { roles: [{ role: 'planner' }], mustChangePassword: true });
  const { body, cookie } = await signIn(office, 'new');
  expect(body.user.mustChangePassword).toBe(true);
  const headers = bearer(body.accessToken);
  for (const url of ['/api/auth/sessions', '/api/villages', '/api/cadres']) {
    const { status, body: problem } = await send(office, { method: 'GET', url, headers });
    if (status !== 404) expect(problem.code, url).toBe('passwordChangeRequired');
  }
  const ticket = await send(office, { method: 'POST', url: '/api/tickets', headers, payload: {} });
  expect([ticket.status, ticket.body.code]).toEqual([403, 'passwordChangeRequired']);
  expect((await me(office, body.accessToken)).status).toBe(200);
  expect((await refresh(office, cookie)).status).toBe(200);
  const changed = await change(body.accessToken, { current: testPassword, next });
  expect(changed).toMatchObject({ status: 200, body: { user: { mustChangePassword: false } } });
  const url = '/api/auth/sessions';
  const sessions = await send(office, {
    method: 'GET',
    url,
    headers: bearer(changed.body.accessToken),
  });
  expect(sessions.status).toBe(200);
});

test('a first password can be left by signing out, here or everywhere', async () => {
  await addPerson(office, 'leaving', { mustChangePassword: true });
  for (const url of ['/api/auth/logout-everywhere', '/api/auth/logout']) {
    const { body } = await signIn(office, 'leaving');
    const headers = bearer(body.accessToken);
    const payload = { password: testPassword };
    expect((await send(office, { method: 'POST', url, headers, payload })).status).toBe(204);
    expect((await me(office, body.accessToken)).status).toBe(401);
  }
});

test('a new password ends all other sign-ins; the old password no longer opens', async () => {
  await addPerson(office, 'wang');
  const elsewhere = await signIn(office, 'wang');
  const here = await signIn(office, 'wang');
  const changed = await change(here.body.accessToken, { current: testPassword, next });
  expect((await me(office, changed.body.accessToken)).status).toBe(200);
  expect((await refresh(office, here.cookie)).status).toBe(200);
  expect((await me(office, elsewhere.body.accessToken)).status).toBe(401);
  expect((await signIn(office, 'wang')).status).toBe(401);
  expect((await signIn(office, 'wang', next)).status).toBe(200);
  const entry = await office.db.prisma.auditEntry.findFirst({
    where: { action: 'auth.changePassword' },
    include: { changes: true },
    orderBy: { seq: 'desc' },
  });
  expect(JSON.stringify(entry)).not.toMatch(/river|argon2/);
});

test('a wrong current password is said beside its field, and counts like a failed sign-in', async () => {
  await addPerson(office, 'li');
  const { body } = await signIn(office, 'li');
  for (let i = 0; i < 5; i += 1) {
    const refused = await change(body.accessToken, { current: `wrong-${i}`, next });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'current' }] } });
  }
  expect((await change(body.accessToken, { current: testPassword, next })).status).toBe(429);
});

test.each([
  ['short-1', 'fewer than ten characters'],
  [testPassword, 'the same as before'],
  ['zhao-123456', 'the user name and a row of digits'],
  ['password-12345678', 'what guessers try first'],
  ['aaaaaaaaaaaa', 'one letter repeated'],
])('%s is refused as a new password: %s', async (weak) => {
  await office.db.prisma.user.deleteMany({ where: { username: 'zhao' } });
  await addPerson(office, 'zhao');
  const { body } = await signIn(office, 'zhao');
  const refused = await change(body.accessToken, { current: testPassword, next: weak });
  expect(refused).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'next', code: 'weakPassword' }] },
  });
});

test('a password reset by the administrator in the meantime wins over the own change', async () => {
  const id = await addPerson(office, 'sun');
  const { body } = await signIn(office, 'sun');
  const [, changed] = await Promise.all([
    office.db.prisma.user.update({ where: { id }, data: { passwordHash: 'reset' } }),
    change(body.accessToken, { current: testPassword, next }),
  ]);
  expect(changed.status).not.toBe(200);
  expect((await office.db.prisma.user.findUnique({ where: { id } }))?.passwordHash).toBe('reset');
});

test('a password that was given runs out after a week, which only those who know it are told', async () => {
  const id = await addPerson(office, 'given', { mustChangePassword: true });
  const passwordExpiresAt = new Date(Date.now() - 1000);
  await office.db.prisma.user.update({ where: { id }, data: { passwordExpiresAt } });
  const late = await signIn(office, 'given');
  expect(late).toMatchObject({ status: 401, body: { code: 'wrongCredentials' } });
  expect(late.body.errors).toMatchObject([{ code: 'firstPasswordExpired' }]);
  expect(late.body.errors[0].message).toContain('请找系统管理员重设');
  expect((await signIn(office, 'given', 'a guess')).body.errors).toEqual([]);
  await office.db.prisma.user.update({ where: { id }, data: { mustChangePassword: false } });
  expect((await signIn(office, 'given')).status).toBe(200);
});

test('a password may be long, with spaces and of any characters', async () => {
  await addPerson(office, 'long');
  const { body } = await signIn(office, 'long');
  const sentence = '我 在村口 the old tree saw three hens, and one 公鸡 '.repeat(2).trim();
  expect((await change(body.accessToken, { current: testPassword, next: sentence })).status).toBe(
    200,
  );
  expect((await signIn(office, 'long', sentence)).status).toBe(200);
  expect((await signIn(office, 'long', sentence.toUpperCase())).status).toBe(401);
  expect((await signIn(office, 'long', sentence.slice(0, 72))).status).toBe(401);
});
