import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Keyring } from '../../lib/keyring.ts';
import { startTestApp, type TestApp, testPassword } from '../../testing.ts';
import {
  type Enrolled,
  factorPath as factor,
  enrol as setUp,
  signInWith,
  telephone,
  post as writes,
} from '../../testing-second-factor.ts';
import { addPerson, bearer, me, send, signIn } from '../../testing-sign-in.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
  await addPerson(office, 'boss', { roles: [{ role: 'admin' }] });
});
afterEach(() => {
  vi.useRealTimers();
  office.deps.settings.secondFactor = [];
});
afterAll(() => office.close());

const password = testPassword;
const post = (token: string, url: string, payload: object = {}) =>
  writes(office, token, url, payload);
const read = (token: string, url: string) =>
  send(office, { method: 'GET', url, headers: bearer(token) });
const tokenOf = async (username: string) => (await signIn(office, username)).body.accessToken;
const withCode = (username: string, code: string) => signInWith(office, username, code);
const enrol = (username: string): Promise<Enrolled> => setUp(office, username);

/** The clock stands in the middle of a half minute and moves by half minutes. */
function clock() {
  const start = Math.floor(Date.now() / 30_000) * 30_000 + 15_000;
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  let steps = 0;
  return () => vi.setSystemTime(start + ++steps * 30_000);
}

test('set up with the password and a first code; then a sign-in needs a code, each once', async () => {
  const next = clock();
  const userId = await addPerson(office, 'wang');
  const elsewhere = await tokenOf('wang');
  const token = await tokenOf('wang');
  expect((await read(token, factor)).body).toEqual({ on: false, wanted: false, recoveryLeft: 0 });
  const guess = await post(token, `${factor}/begin`, { password: 'not-the-password' });
  expect([guess.status, guess.body.errors[0].path]).toEqual([400, 'password']);
  const { secret, address } = (await post(token, `${factor}/begin`, { password })).body;
  expect(address).toMatch(/^otpauth:\/\/totp\/Xuanpai:wang\?.*secret=/);
  const code = telephone(secret);
  // Nothing counts before it was shown that the telephone has it.
  expect((await signIn(office, 'wang')).status).toBe(200);
  expect((await post(token, `${factor}/confirm`, { code: '000000' })).status).toBe(400);
  const confirmed = await post(token, `${factor}/confirm`, { code: code() });
  expect(confirmed.body.recoveryCodes).toHaveLength(8);
  expect((await post(token, `${factor}/begin`, { password })).status).toBe(409);
  expect((await me(office, elsewhere)).status).toBe(401);
  expect((await me(office, token)).status).toBe(200);

  expect((await signIn(office, 'wang')).body.code).toBe('codeRequired');
  // Used for setting up: no second time.
  expect((await withCode('wang', code())).status).toBe(401);
  next();
  expect((await withCode('wang', code(-3))).body.errors[0].code).toBe('wrongCode');
  const [one, other] = await Promise.all([withCode('wang', code()), withCode('wang', code())]);
  expect([one?.status, other?.status].sort()).toEqual([200, 401]);
  next();
  expect((await withCode('wang', ` ${code().slice(0, 3)} ${code().slice(3)} `)).status).toBe(200);

  const [row] = (await office.db.pool.query('SELECT * FROM second_factor')).rows;
  expect(JSON.stringify(row)).not.toContain(secret);
  const place = { table: 'second_factor', column: 'secret', id: userId };
  expect(office.deps.keys).toBeInstanceOf(Keyring);
  expect(office.deps.keys.open(row.secret_cipher, place)).toBe(secret);
});

test('a recovery code opens once, and guesses shut the door as for passwords', async () => {
  await addPerson(office, 'li');
  const { recovery } = await enrol('li');
  const [first = '', second = ''] = recovery;
  expect(first).toMatch(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/);
  const opened = await withCode('li', first.toLowerCase().replaceAll('-', ' '));
  expect(opened.status).toBe(200);
  expect((await read(opened.body.accessToken, factor)).body.recoveryLeft).toBe(7);
  expect((await withCode('li', first)).status).toBe(401);
  const { rows } = await office.db.pool.query('SELECT digest FROM recovery_code');
  expect(JSON.stringify(rows)).not.toContain(second);
  for (let guess = 1; guess < 5; guess += 1) await withCode('li', `00000${guess}`);
  expect((await withCode('li', second)).status).toBe(429);
});

test('ended by the password and a code; without both it stays', async () => {
  const next = clock();
  await addPerson(office, 'zhao');
  const { token, code } = await enrol('zhao');
  next();
  expect((await post(token, `${factor}/end`, { password: 'wrong', code: code() })).status).toBe(
    400,
  );
  expect((await post(token, `${factor}/end`, { password, code: '000000' })).status).toBe(400);
  expect((await post(token, `${factor}/end`, { password, code: code() })).status).toBe(204);
  expect((await signIn(office, 'zhao')).status).toBe(200);
});

test('a role that needs it does nothing before it is set up', async () => {
  await addPerson(office, 'qian');
  const token = await tokenOf('qian');
  office.deps.settings.secondFactor = ['leader'];
  const shown = (await me(office, token)).body;
  expect(shown.mustSetSecondFactor).toBe(true);
  const barred = await read(token, '/api/villages');
  expect([barred.status, barred.body.code]).toEqual([403, 'secondFactorRequired']);
  expect((await read(token, factor)).body).toMatchObject({ on: false, wanted: true });
  const { secret } = (await post(token, `${factor}/begin`, { password })).body;
  await post(token, `${factor}/confirm`, { code: telephone(secret)() });
  expect((await read(token, '/api/villages')).status).toBe(200);
  expect((await me(office, token)).body.mustSetSecondFactor).toBe(false);
});

test('the administrator ends it for who lost the telephone, which the log keeps; never the own', async () => {
  const id = await addPerson(office, 'sun');
  const { token } = await enrol('sun');
  const admin = await tokenOf('boss');
  const user = (await read(admin, `/api/users/${id}`)).body;
  expect(user.secondFactor).toBe(true);
  const reset = () =>
    post(admin, `/api/users/${id}/reset-second-factor`, { version: user.version });
  expect((await reset()).body.secondFactor).toBe(false);
  expect((await me(office, token)).status).toBe(401);
  expect((await signIn(office, 'sun')).status).toBe(200);
  expect((await reset()).status).toBe(409);
  const own = (await me(office, admin)).body.id;
  const refused = await post(admin, `/api/users/${own}/reset-second-factor`, { version: 1 });
  expect(refused.status).toBe(403);
  const logged = await office.db.prisma.auditEntry.findFirst({
    where: { action: 'user.resetSecondFactor' },
  });
  expect(logged).toMatchObject({ entityId: id, userName: 'boss某' });
});
