import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, testPassword } from '../../testing.ts';
import { addPerson, bearer, me, refresh, send, signIn } from '../../testing-sign-in.ts';

let office: TestApp;
let userId: string;
beforeAll(async () => {
  office = await startTestApp('empty');
  userId = await addPerson(office, 'wang');
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.db.prisma.session.deleteMany();
  await office.db.prisma.user.updateMany({ data: { lastSeenAt: null } });
});

const chrome = 'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36';
const newerChrome = chrome.replace('109', '110');
const phone = 'Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile';

async function signInFrom(remoteAddress: string, userAgent = chrome) {
  const headers = { 'user-agent': userAgent };
  const reply = await signIn(office, 'wang', testPassword, { remoteAddress, headers });
  return reply.body;
}

test('the first sign-in has nothing to differ from', async () => {
  const { user } = await signInFrom('10.1.1.1');
  expect(user.signIn).toMatchObject({
    current: { address: '10.1.1.1', newAddress: false, newDevice: false },
    previous: null,
  });
});

test('a sign-in from an address not used before says so, with the one before it', async () => {
  await signInFrom('10.1.1.1');
  const { user, accessToken } = await signInFrom('10.9.9.9', newerChrome);
  expect(user.signIn).toMatchObject({
    current: { address: '10.9.9.9', newAddress: true, newDevice: false },
    previous: { address: '10.1.1.1' },
  });
  expect((await me(office, accessToken)).body.signIn).toEqual(user.signIn);
  const logged = await office.db.prisma.auditEntry.findFirst({
    where: { action: 'auth.signIn', entityId: userId },
    orderBy: { seq: 'desc' },
  });
  expect(logged?.params).toEqual({ address: '10.9.9.9', newAddress: true });
});

test('another kind of device is new, a newer browser is not', async () => {
  await signInFrom('10.1.1.1');
  const updated = await signInFrom('10.1.1.1', newerChrome);
  expect(updated.user.signIn.current).toMatchObject({ newAddress: false, newDevice: false });
  const other = await signInFrom('10.1.1.1', phone);
  expect(other.user.signIn.current).toMatchObject({ newAddress: false, newDevice: true });
});

test('whoever comes back to their desk is told of the stranger before them', async () => {
  await signInFrom('10.1.1.1');
  await signInFrom('10.9.9.9');
  const { user, accessToken } = await signInFrom('10.1.1.1');
  expect(user.signIn.current.newAddress).toBe(false);
  expect(user.signIn.previous).toMatchObject({ address: '10.9.9.9', newAddress: true });
  const headers = bearer(accessToken);
  const { body } = await send(office, { method: 'GET', url: '/api/auth/sessions', headers });
  expect(body.items.map(({ newAddress }: { newAddress: boolean }) => newAddress)).toEqual(
    expect.arrayContaining([true, false, false]),
  );
});

test('whoever was away until no sign-in of theirs is kept is told as well', async () => {
  await signInFrom('10.1.1.1');
  await office.db.prisma.session.deleteMany();
  const { user } = await signInFrom('10.9.9.9');
  expect(user.signIn.current).toMatchObject({ newAddress: true, newDevice: true });
});

test('signing in over a sign-in ends that one', async () => {
  const first = await signIn(office, 'wang');
  const headers = { cookie: first.cookie ?? '' };
  const second = await signIn(office, 'wang', testPassword, { headers });
  expect((await me(office, first.body.accessToken)).status).toBe(401);
  expect((await me(office, second.body.accessToken)).status).toBe(200);
});

test('twelve hours without use end a session; that is no theft', async () => {
  const first = await signIn(office, 'wang');
  await office.db.pool.query(
    "UPDATE session SET last_used_at = now() - interval '11 hours 50 min'",
  );
  const second = await refresh(office, first.cookie);
  expect(second.status).toBe(200);
  await office.db.pool.query("UPDATE session SET last_used_at = now() - interval '12 hours 1 min'");
  const late = await refresh(office, second.cookie);
  expect(late).toMatchObject({ status: 401, body: { code: 'sessionEnded' } });
  const stolen = await office.db.prisma.auditEntry.count({ where: { action: 'auth.reuse' } });
  expect(stolen).toBe(0);
});

test('a request without an origin counts only where no browser says that it came from elsewhere', async () => {
  const { cookie } = await signIn(office, 'wang');
  for (const site of ['cross-site', 'same-site', 'nonsense']) {
    const refused = await refresh(office, cookie, { 'sec-fetch-site': site });
    expect(refused.body.code, site).toBe('originRefused');
  }
  expect((await refresh(office, cookie, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});
