import { createHmac } from 'node:crypto';
import { write as inTransaction } from '@xuanpai/database/transaction';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../app.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { addPerson, bearer, me, send, signIn } from '../testing-sign-in.ts';
import { RequestCounts, requestCountSweep } from './request-counts.ts';

let office: TestApp;
let token: string;
let session: { sub: string; sid: string; aud: string };
beforeAll(async () => {
  office = await startTestApp('empty');
  await addPerson(office, 'wang');
  token = (await signIn(office, 'wang')).body.accessToken;
  const { sub, sid, aud } = office.app.jwt.decode<typeof session>(token) ?? session;
  session = { sub, sid, aud };
});
afterEach(() => void vi.useRealTimers());
afterAll(() => office.close());

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const soon = () => Math.floor(Date.now() / 1000) + 900;

/** A token as somebody without the library would make it. */
function forge(header: object, payload: object, secret: string, hash = 'sha256') {
  const body = `${base64(header)}.${base64(payload)}`;
  return `${body}.${createHmac(hash, secret).update(body).digest('base64url')}`;
}

test('without a token the answer is to sign in; with a broken one, to sign in again', async () => {
  const nobody = await send(office, { method: 'GET', url: '/api/auth/me' });
  expect([nobody.status, nobody.body.code]).toEqual([401, 'notSignedIn']);
  for (const broken of ['', 'x', 'a.b.c', `${token}x`, token.slice(0, -4)]) {
    const { status, body } = await me(office, broken);
    expect([status, body.code]).toEqual([401, 'sessionEnded']);
  }
  const basic = { authorization: 'Basic d2FuZzp3YW5n' };
  expect(await send(office, { method: 'GET', url: '/api/auth/me', headers: basic })).toMatchObject({
    status: 401,
  });
});

test('a token without a signature, or signed with another secret or algorithm, opens nothing', async () => {
  const payload = { ...session, kind: 'access', exp: soon() };
  const { jwtSecret } = office.deps.settings;
  const hs256 = { alg: 'HS256', typ: 'JWT' };
  expect((await me(office, forge(hs256, payload, jwtSecret))).status).toBe(200);
  const forged = [
    `${base64({ alg: 'none', typ: 'JWT' })}.${base64(payload)}.`,
    `${base64({ alg: 'None' })}.${base64(payload)}.`,
    forge(hs256, payload, 'another-secret'),
    forge(hs256, payload, ''),
    forge({ alg: 'HS384', typ: 'JWT' }, payload, jwtSecret, 'sha384'),
    forge({ alg: 'HS512', typ: 'JWT' }, payload, jwtSecret, 'sha512'),
    forge({ alg: 'RS256', typ: 'JWT' }, payload, jwtSecret),
    forge(hs256, { ...payload, aud: 'another' }, jwtSecret),
    forge(hs256, { ...payload, aud: undefined }, jwtSecret),
  ];
  for (const [at, made] of forged.entries()) {
    expect((await me(office, made)).status, `forgery ${at}`).toBe(401);
  }
});

test('a ticket is no access token, a refresh cookie neither, and no kind is no access token', async () => {
  const headers = bearer(token);
  const path = { path: '/api/auth/me' };
  const made = await send(office, { method: 'POST', url: '/api/tickets', headers, payload: path });
  const ticket = String(made.body.url).split('ticket=')[1] ?? '';
  expect((await me(office, ticket)).status).toBe(401);
  const { cookie } = await signIn(office, 'wang');
  expect((await me(office, cookie?.split('=')[1] ?? '')).status).toBe(401);
  const kindless = office.app.jwt.sign({ ...session } as never, { expiresIn: 900 });
  expect((await me(office, kindless)).status).toBe(401);
});

test('an access token ends after 15 minutes', async () => {
  const { body } = await signIn(office, 'wang');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 890_000 });
  const inTime = await me(office, body.accessToken);
  vi.setSystemTime(Date.now() + 20_000);
  const late = await me(office, body.accessToken);
  vi.useRealTimers();
  expect(inTime.status).toBe(200);
  expect([late.status, late.body.code]).toEqual([401, 'sessionEnded']);
});

test('a token of a session or a person that is gone opens nothing', async () => {
  const sid = '01890a5d-ac96-774b-bcce-b302099a8057';
  const access = { ...session, sid, kind: 'access' as const };
  expect((await me(office, office.app.jwt.sign(access, { expiresIn: 900 }))).status).toBe(401);
  const id = await addPerson(office, 'leaving');
  const { body } = await signIn(office, 'leaving');
  await office.db.prisma.user.delete({ where: { id } });
  expect((await me(office, body.accessToken)).status).toBe(401);
});

test('disabling somebody acts at once, on the token that they hold', async () => {
  const id = await addPerson(office, 'li');
  const { body } = await signIn(office, 'li');
  await office.db.prisma.user.update({ where: { id }, data: { disabledAt: new Date() } });
  expect((await me(office, body.accessToken)).status).toBe(401);
});

test('a role taken away is gone with the next request', async () => {
  const id = await addPerson(office, 'zhao', { roles: [{ role: 'inspector' }] });
  const { body } = await signIn(office, 'zhao');
  await office.db.prisma.userRole.deleteMany({ where: { userId: id } });
  expect((await me(office, body.accessToken)).body.roles).toEqual([]);
});

test('processes on one database count together, as soon as somebody asks for much', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_430_000_010_000 });
  const { db } = office;
  const { log } = office.app;
  const [one, other] = [new RequestCounts({ db, log }), new RequestCounts({ db, log })];
  const take = (counts: RequestCounts, times: number) => {
    let last = { current: 0, ttl: 0 };
    for (let at = 0; at < times; at += 1) last = counts.take('reads wang', 100);
    return last;
  };
  take(one, 10);
  await one.exchange();
  const told = () => db.prisma.requestCount.count();
  expect(await told()).toBe(0);
  take(one, 50);
  expect(take(other, 40)).toEqual({ current: 40, ttl: 30_000 });
  for (const counts of [one, other, one]) await counts.exchange();
  expect([take(one, 1).current, take(other, 1).current]).toEqual([101, 101]);
  for (const counts of [one, other, one]) await counts.exchange();
  expect([take(one, 1).current, take(other, 1).current]).toEqual([103, 103]);
  vi.setSystemTime(1_430_000_070_000);
  expect(take(one, 1).current).toBe(1);
  await inTransaction(db.prisma, undefined, (tx) => requestCountSweep.run(tx));
  expect(await told()).toBe(0);
});

test('a minute has so many requests: reading and writing apart, for each person, and by address before', async () => {
  // In the middle of a minute.
  const now = Math.floor(Date.now() / 60_000) * 60_000 + 20_000;
  vi.useFakeTimers({ toFake: ['Date'], now });
  for (const name of ['qian', 'sun']) await addPerson(office, name);
  const settings = { ...office.deps.settings, limits: { reads: 3, writes: 2 } };
  const app = await build({ ...office.deps, settings });
  const [own, other] = [
    (await signIn(office, 'qian')).body.accessToken,
    (await signIn(office, 'sun')).body.accessToken,
  ];
  const reads = async (sent: string) => (await me({ app }, sent)).status;
  const write = () =>
    send({ app }, { method: 'POST', url: '/api/tickets', headers: bearer(own), payload: {} });
  expect([await reads(own), await reads(own), await reads(own)]).toEqual([200, 200, 200]);
  const refused = await me({ app }, own);
  expect([refused.status, refused.body.code]).toEqual([429, 'tooMany']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect([(await write()).status, (await write()).status]).toEqual([400, 400]);
  expect((await write()).status).toBe(429);
  expect(await reads(other)).toBe(200);
  const about = () => send({ app }, { method: 'GET', url: '/api/about' });
  for (const status of [200, 200, 200, 429]) expect((await about()).status).toBe(status);
  await app.close();
});
