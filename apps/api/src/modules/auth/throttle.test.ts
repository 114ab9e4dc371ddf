import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { build } from '../../app.ts';
import { startTestApp, type TestApp, testPassword } from '../../testing.ts';
import { addPerson, send, signIn } from '../../testing-sign-in.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
  await addPerson(office, 'wang');
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.db.prisma.throttle.deleteMany();
  await office.db.prisma.session.deleteMany();
});

const from = (remoteAddress: string) => ({ remoteAddress });
const desk = from('10.1.1.1');

/** Puts the count of failures just below its limit, as if others had guessed from many addresses. */
async function almostShut(name: string) {
  await signIn(office, name, 'wrong', from('10.7.7.7'));
  await office.db.pool.query("UPDATE throttle SET failures = 49 WHERE key NOT LIKE 'address:%'");
  await signIn(office, name, 'wrong', from('10.7.7.8'));
}

test('whoever guesses elsewhere shuts nobody out where they work', async () => {
  expect((await signIn(office, 'wang', testPassword, desk)).status).toBe(200);
  for (let i = 0; i < 6; i += 1) await signIn(office, 'wang', `wrong-${i}`, from('10.6.6.6'));
  expect((await signIn(office, 'wang', testPassword, from('10.6.6.6'))).status).toBe(429);
  expect((await signIn(office, 'wang', testPassword, desk)).status).toBe(200);
});

test('guesses from many addresses shut the account for strangers, known or not', async () => {
  expect((await signIn(office, 'wang', testPassword, desk)).status).toBe(200);
  await almostShut('wang');
  const stranger = await signIn(office, 'wang', testPassword, from('10.8.8.8'));
  expect(stranger.status).toBe(429);
  expect(Number(stranger.headers['retry-after'])).toBeLessThanOrEqual(900);
  expect((await signIn(office, 'wang', testPassword, desk)).status).toBe(200);
  await almostShut('nobody-here');
  expect((await signIn(office, 'nobody-here', 'wrong', from('10.8.8.8'))).status).toBe(429);
});

test('an address that the person used long ago is a stranger again', async () => {
  await signIn(office, 'wang', testPassword, desk);
  await office.db.pool.query("UPDATE session SET created_at = now() - interval '91 days'");
  await almostShut('wang');
  expect((await signIn(office, 'wang', testPassword, desk)).status).toBe(429);
});

test('without a proxy to trust, a header gives nobody another address', async () => {
  for (let i = 0; i < 6; i += 1) {
    const headers = { 'x-forwarded-for': `10.0.0.${i}` };
    await signIn(office, 'wang', `wrong-${i}`, { ...desk, headers });
  }
  const headers = { 'x-forwarded-for': '10.0.0.99' };
  expect((await signIn(office, 'wang', testPassword, { ...desk, headers })).status).toBe(429);
});

test('behind a trusted proxy the address is the one that the proxy saw, not one made up before it', async () => {
  const app = await build(office.deps, { trustProxy: '10.1.1.1' });
  const through = (seen: string, password: string) =>
    signIn({ app }, 'wang', password, { ...desk, headers: { 'x-forwarded-for': seen } });
  for (let i = 0; i < 6; i += 1) await through(`1.2.3.${i}, 10.5.5.5`, `wrong-${i}`);
  expect((await through('1.2.3.99, 10.5.5.5', testPassword)).status).toBe(429);
  expect((await through('10.5.5.6', testPassword)).status).toBe(200);
  const [session] = await office.db.prisma.session.findMany();
  expect(session?.address).toBe('10.5.5.6');
  await app.close();
});

test('the host that a request names makes no link and no decision', async () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
  const reply = await send(office, { method: 'GET', url: '/api/auth/me', headers });
  expect(reply.status).toBe(401);
  expect(JSON.stringify([reply.headers, reply.body])).not.toContain('evil');
});
