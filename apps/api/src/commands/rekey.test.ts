import { afterAll, beforeAll, expect, test } from 'vitest';
import { Keyring } from '../lib/keyring.ts';
import { columnsThere, keyUse } from '../lib/sealed/key-use.ts';
import { blindApplications, nameOfKeys } from '../lib/sealed/readers.ts';
import {
  book,
  commit,
  nominee,
  rowsOf,
  uploadTo,
  xlsx,
} from '../modules/imports/testing-sheets.ts';
import { startAnother, type TestApp, testDataKeys, testHmacKeys } from '../testing.ts';
import {
  addCadre,
  newCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../testing-registers.ts';
import { type Enrolled, enrol, post, signInWith } from '../testing-second-factor.ts';
import { addPerson, signIn } from '../testing-sign-in.ts';
import { tryKeys } from './needed-keys.ts';
import { withNewKeys, withoutUnused } from './new-keys.ts';
import { outdatedUse, renewAll } from './renew-all.ts';

const old = { dataKeys: testDataKeys, hmacKeys: testHmacKeys };
const both = withNewKeys(old);
const newOnly = withoutUnused(both, { data: ['k2'], hmac: ['h2'] });
const keyring = ({ dataKeys, hmacKeys }: typeof old) => new Keyring(dataKeys, hmacKeys);

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

test('new keys go to the head of the lists, and unused ones out of them', () => {
  expect(both.dataKeys).toMatch(/^k2:[^,]+,k1:/);
  expect(both.hmacKeys).toMatch(/^h2:[^,]+,h1:/);
  expect(newOnly.dataKeys).toMatch(/^k2:[^,]+$/);
  expect(withoutUnused(both, { data: ['k1', 'k2'], hmac: [] }).dataKeys).toBe(both.dataKeys);
  expect(withNewKeys(both).dataKeys).toMatch(/^k3:/);
});

test('every column that looks like ciphertext is registered', async () => {
  const { pool } = district.office.db;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name LIKE '%cipher%'`,
  );
  const known = (await columnsThere(pool)).map(({ table, column }) => `${table}.${column}`);
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

test('the keyring seals for registered columns only', () => {
  const place = { table: 'cadre', column: 'nickname', id: '1' };
  expect(() => keyring(old).seal('text', place)).toThrow('cadre.nickname is no sealed column');
});

test('a running application that lacks the new keys is noticed', async () => {
  const client = await district.office.db.pool.connect();
  const named = async (name: string) => {
    await client.query(`SELECT set_config('application_name', $1, false)`, [name]);
    return blindApplications(client, keyring(both));
  };
  const others = (await named('a test')) as number;
  expect((await named(nameOfKeys(keyring(old)))) - others).toBe(1);
  expect((await named(nameOfKeys(keyring(both)))) - others).toBe(0);
  client.release();
});

test('data is sealed anew while people write and import; then the old keys can go', async () => {
  const { office, units } = district;
  const unitId = units.区财政局;
  const people: string[] = [];
  for (let at = 0; at < 30; at += 1) {
    people.push(await addCadre(office, unitId, { health: '良好', homeAddress: `第${at}号` }));
  }
  const kept = newCadre(unitId);
  await addCadre(office, unitId, kept);
  const waiting = await uploadTo(district, 'cadres', await xlsx(book([nominee()])));
  const telephone = await enrolWang(office);

  const during = { ...district, office: await startAnother(office, keyring(both)) };
  const writing = work(during, people, unitId);
  let left = await renewAll(office.db, keyring(both));
  const { imported, refused } = await writing;
  expect([imported.status, refused.status]).toEqual([200, 409]);
  left = await renewAll(office.db, keyring(both));
  expect(left).toEqual([]);
  expect(outdatedUse(await keyUse(office.db.pool), keyring(both))).toEqual([]);
  // A second run finds nothing to do.
  let again = 0;
  await renewAll(office.db, keyring(both), () => (again += 1));
  expect(again).toBe(0);

  const after = { ...district, office: await startAnother(office, keyring(newOnly)) };
  const planner = after.office.as('planner');
  for (const [at, id] of people.entries()) {
    const { body } = await planner.post(`/api/cadres/${id}/reveal`, { reason: '核对档案' });
    expect(body).toMatchObject({ health: at < 10 ? '一般' : '良好', homeAddress: `第${at}号` });
  }
  expect(await rowsOf(after, waiting)).toMatchObject([{ state: 'new' }]);
  const client = await after.office.db.pool.connect();
  await tryKeys(client, keyring(newOnly));
  client.release();
  expect((await planner.post('/api/cadres', kept)).status).toBe(409);
  await codesStillOpen(after.office, telephone);
  await during.office.close();
  await after.office.close();
});

test('of two who enter the same person by different keys at once, one is refused', async () => {
  const { office, units } = district;
  const oldFirst = {
    dataKeys: both.dataKeys.split(',').reverse().join(),
    hmacKeys: both.hmacKeys.split(',').reverse().join(),
  };
  const applications = await Promise.all(
    [both, oldFirst].map((lists) => startAnother(office, keyring(lists))),
  );
  const planners = applications.map((one) => one.as('planner'));
  for (const planner of planners) await planner.get('/api/me');
  for (let round = 0; round < 5; round += 1) {
    const person = newCadre(units.区财政局);
    const replies = await Promise.all(
      planners.map((planner) => planner.post('/api/cadres', person)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  }
  for (const one of applications) await one.close();
});

/** Somebody whose secret is sealed by the old key. */
async function enrolWang(office: TestApp) {
  await addPerson(office, 'boss', { roles: [{ role: 'admin' }] });
  const id = await addPerson(office, 'wang');
  return { id, ...(await enrol(office, 'wang')) };
}

/** The telephone and the recovery codes of before open, and the administrator can end them. */
async function codesStillOpen(
  office: TestApp,
  { id, code, recovery: [first = ''] }: Enrolled & { id: string },
) {
  expect((await signIn(office, 'wang')).body.code).toBe('codeRequired');
  // The code of now was used for setting up.
  expect((await signInWith(office, 'wang', code(1))).status).toBe(200);
  expect((await signInWith(office, 'wang', first)).status).toBe(200);
  expect((await signInWith(office, 'wang', first)).status).toBe(401);
  const admin = (await signIn(office, 'boss')).body.accessToken;
  const url = `/api/users/${id}/reset-second-factor`;
  expect((await post(office, admin, url, { version: 1 })).status).toBe(200);
  expect((await signIn(office, 'wang')).status).toBe(200);
}

/** What people do meanwhile: correct, enter, enter twice, import. */
async function work(during: SmallDistrict, people: string[], unitId: string) {
  const planner = during.office.as('planner');
  const preview = await uploadTo(during, 'cadres', await xlsx(book([nominee(), nominee()])));
  const imported = await commit(during, preview);
  for (const id of people.slice(0, 10)) {
    const reply = await planner.patch(`/api/cadres/${id}`, { health: '一般', version: 1 });
    expect(reply.status).toBe(200);
  }
  const person = newCadre(unitId);
  expect((await planner.post('/api/cadres', person)).status).toBe(201);
  return { imported, refused: await planner.post('/api/cadres', person) };
}
