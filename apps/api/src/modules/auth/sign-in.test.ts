import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startTestApp, type TestApp, testPassword } from '../../testing.ts';
import { addPerson, me, signIn } from '../../testing-sign-in.ts';

const argon2 = vi.hoisted(() => ({ checked: [] as string[] }));

// The library's own work goes on; the test only counts how often, and against what.
vi.mock('@node-rs/argon2', async (original) => {
  const library = await original<typeof import('@node-rs/argon2')>();
  const verify: typeof library.verify = (hashed, ...rest) => {
    argon2.checked.push(String(hashed));
    return library.verify(hashed, ...rest);
  };
  return { ...library, verify };
});

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
  await addPerson(office, 'wang', { roles: [{ role: 'planner' }] });
  await addPerson(office, 'gone', { disabledAt: new Date() });
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.db.prisma.throttle.deleteMany();
  argon2.checked.length = 0;
});

const entries = (action: string) =>
  office.db.prisma.auditEntry.findMany({ where: { action }, orderBy: { seq: 'asc' } });

test('name and password give a token for 15 minutes and the user whom the page greets', async () => {
  const reply = await signIn(office, 'wang');
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({
    expiresIn: 900,
    user: { username: 'wang', mustChangePassword: false, today: '2015-04-24' },
  });
  expect(reply.body.user.roles).toMatchObject([{ role: 'planner', townshipId: null }]);
  const token = office.app.jwt.decode<{ iat: number; exp: number }>(reply.body.accessToken);
  expect((token?.exp ?? 0) - (token?.iat ?? 0)).toBe(900);
  expect((await me(office, reply.body.accessToken)).status).toBe(200);
  expect(JSON.stringify(reply.body)).not.toContain('argon2');
});

test('the name may be typed in capitals and with spaces around it', async () => {
  expect((await signIn(office, ' WANG ')).status).toBe(200);
});

test('an unknown name, a wrong password and a disabled account get one and the same answer', async () => {
  const wrong = await signIn(office, 'wang', 'not-the-password');
  const unknown = await signIn(office, 'nobody-here', 'not-the-password');
  const disabled = await signIn(office, 'gone');
  expect(wrong).toMatchObject({ status: 401, cookie: null, body: { code: 'wrongCredentials' } });
  const answerOf = ({ body: { requestId: _, ...answer } }: typeof wrong) => answer;
  expect(answerOf(unknown)).toEqual(answerOf(wrong));
  expect(answerOf(disabled)).toEqual(answerOf(wrong));
});

test('an unknown name takes the same argon2 check as a wrong password', async () => {
  await signIn(office, 'wang', 'not-the-password');
  await signIn(office, 'nobody-here', 'not-the-password');
  expect(argon2.checked).toHaveLength(2);
  const costs = argon2.checked.map((hashed) => hashed.split('$').slice(1, 4).join('$'));
  expect(costs).toEqual(['argon2id$v=19$m=19456,t=2,p=1', 'argon2id$v=19$m=19456,t=2,p=1']);
});

test('after five failures the account is shut for a while, even for the right password', async () => {
  for (let i = 0; i < 5; i += 1) await signIn(office, 'wang', `wrong-${i}`);
  const shut = await signIn(office, 'wang');
  expect(shut).toMatchObject({ status: 429, cookie: null, body: { code: 'tooMany' } });
  expect(Number(shut.headers['retry-after'])).toBeGreaterThan(0);
  expect(shut.body.retryAfter).toBe(Number(shut.headers['retry-after']));
  await office.db.pool.query("UPDATE throttle SET blocked_until = now() - interval '1 second'");
  expect((await signIn(office, 'wang')).status).toBe(200);
});

test('an unknown name is shut like a known one, so that nobody learns which exist', async () => {
  for (let i = 0; i < 5; i += 1) await signIn(office, 'nobody-here', `wrong-${i}`);
  expect((await signIn(office, 'nobody-here')).status).toBe(429);
});

test('a success wipes the failures before it', async () => {
  for (let i = 0; i < 4; i += 1) await signIn(office, 'wang', `wrong-${i}`);
  await signIn(office, 'wang');
  for (let i = 0; i < 4; i += 1) await signIn(office, 'wang', `wrong-${i}`);
  expect((await signIn(office, 'wang')).status).toBe(200);
});

test('thirty failures from one address shut the address for every name, and no other address', async () => {
  for (let i = 0; i < 30; i += 1) await signIn(office, `guess${i}`, 'wrong');
  expect((await signIn(office, 'wang')).status).toBe(429);
  const elsewhere = await signIn(office, 'wang', testPassword, { remoteAddress: '10.9.8.7' });
  expect(elsewhere.status).toBe(200);
});

test('guesses sent all at once get no more tries than guesses in a row', async () => {
  const guesses = Array.from({ length: 40 }, (_, i) => signIn(office, 'wang', `wrong-${i}`));
  const replies = await Promise.all([...guesses, signIn(office, 'wang')]);
  const heard = replies.filter(({ status }) => status !== 429);
  // Those that were being checked when the door shut are the only surplus.
  expect(heard.length).toBeLessThan(15);
  expect(replies.at(-1)?.status).toBe(429);
});

test('sign-ins stand in the audit log; a name that nobody has does not: it may be a password', async () => {
  await signIn(office, 'My-Secret-Passw0rd', 'wang');
  await signIn(office, 'wang', 'wrong');
  const refused = (await entries('auth.refused')).slice(-2);
  expect(refused.map(({ params }) => params)).toEqual([
    { address: '127.0.0.1', name: null },
    { address: '127.0.0.1', name: 'wang' },
  ]);
  const counted = await office.db.prisma.throttle.findMany();
  expect(JSON.stringify([refused, counted]).toLowerCase()).not.toContain('secret');
  await signIn(office, 'wang');
  expect((await entries('auth.signIn')).at(-1)).toMatchObject({ userName: 'wang某' });
});

test('form and text bodies, as another site could send them, are not read', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    const payload = JSON.stringify({ username: 'wang', password: testPassword });
    const headers = { 'content-type': type };
    const reply = await signIn(office, '', '', { payload, headers });
    expect([reply.status, reply.cookie]).toEqual([400, null]);
  }
});
