import type { Help } from '@xuanpai/contracts/help';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knewAt } from '../../../testing-editions.ts';
import { accepted } from '../../../testing-plans.ts';
import { type SmallDistrict, startSmallDistrict } from '../../../testing-registers.ts';
import { codesOf, postSomebody, supportOffice } from '../testing-support.ts';

/** 区财政局 has somebody in 大尤家村 of 郑旺镇, 区水利局 in 友谊村. */

let district: SmallDistrict;
let office: ReturnType<typeof supportOffice>;

beforeAll(async () => {
  district = await startSmallDistrict();
  office = supportOffice(district);
  const { units, villages } = district;
  await postSomebody(district, units.区财政局, villages.大尤家村);
  await postSomebody(district, units.区水利局, villages.友谊村);
});
afterAll(() => district.office.close());

const own = (more: object = {}) => ({
  ...{ villageId: district.villages.大尤家村, unitId: district.units.区财政局 },
  ...{ kind: 'money', content: '修村内道路', amount: '50000.00', dueOn: '2015-06-30' },
  ...more,
});
const read = async (id: string, by = 'officer') =>
  (await district.office.as(by).get(`/api/support/help/${id}`)).body;

test('a liaison promises and reports, the officer returns and confirms, and the trail stays', async () => {
  const promised = await office.entered('liaison', own());
  expect(promised).toMatchObject({
    ...{ state: 'promised', helperName: '区财政局', townshipName: '郑旺镇', daysLate: -67 },
    ...{ acts: ['report', 'drop'], enteredByName: 'liaison某' },
  });
  const done = { doneOn: '2015-04-20', amount: '50000.00', text: '款已拨付' };
  const reported = accepted(await office.act('liaison', promised, 'report', done)).body;
  expect(reported).toMatchObject({ state: 'reported', acts: ['withdraw'], daysLate: null });
  expect((await read(reported.id)).acts).toEqual(['confirm', 'return']);
  expect(codesOf(await office.act('officer', reported, 'withdraw'))).toEqual(['othersReport']);
  const no = { confirm: false, reason: '没有附进账单' };
  const returned = accepted(await office.act('officer', reported, 'decide', no)).body;
  expect(returned).toMatchObject({ state: 'returned', reason: '没有附进账单', daysLate: -67 });
  const again = accepted(await office.act('liaison', returned, 'report', done)).body;
  expect(again.reason).toBeNull();
  const confirmed = accepted(await office.act('officer', again, 'decide', { confirm: true })).body;
  expect(confirmed).toMatchObject({ state: 'confirmed', doneAmount: '50000.00' });
  expect(confirmed.events.map(({ act }: { act: string }) => act)).toEqual([
    ...['promise', 'report', 'return', 'report', 'confirm'],
  ]);
  expect(codesOf(await office.act('liaison', confirmed, 'report', done))).toEqual(['noSuchStep']);
  const reopened = await office.act('head', confirmed, 'reopen', { reason: '金额有误' });
  expect(reopened.body).toMatchObject({ state: 'returned', reason: '金额有误' });
  expect((await office.act('officer', confirmed, 'decide', { confirm: true })).status).toBe(409);
});

test('whoever reported help does not confirm it: another of the township does', async () => {
  const done = { doneOn: '2015-04-20', text: '送化肥两吨' };
  const given = await office.entered('officer', {
    ...own({ kind: 'goods', amount: undefined, dueOn: undefined, content: '送化肥' }),
    done,
  });
  expect(given).toMatchObject({ state: 'reported', dueOn: null, acts: ['withdraw'] });
  const self = await office.act('officer', given, 'decide', { confirm: true });
  expect([self.status, codesOf(self)]).toEqual([422, ['ownReport']]);
  expect((await office.act('head', given, 'decide', { confirm: true })).status).toBe(200);
});

test('what is done in part leaves the rest as a promise of its own', async () => {
  const promised = await office.entered('liaison', own({ content: '打机井' }));
  const done = { doneOn: '2015-04-20', amount: '30000.00', text: '第一笔' };
  const rest = { ...done, restDueOn: '2015-12-31' };
  const reported = accepted(await office.act('liaison', promised, 'report', rest)).body;
  expect(reported).toMatchObject({ amount: '30000.00', doneAmount: '30000.00' });
  const { body } = await district.office
    .as('liaison')
    .get('/api/support/help?q=打机井&pageSize=50');
  const left = body.items.find(({ id }: Help) => id !== reported.id);
  expect(left).toMatchObject({ state: 'promised', amount: '20000.00', dueOn: '2015-12-31' });
  const all = { ...done, amount: '20000.00', restDueOn: '2015-12-31' };
  expect(codesOf(await office.act('liaison', left, 'report', all))).toEqual(['noRest']);
});

test('all that is wrong is told at once', async () => {
  const wrong = await office.help('liaison', own({ kind: 'visits', dueOn: undefined }));
  expect([wrong.status, codesOf(wrong)]).toEqual([400, ['required', 'amountNotExpected']]);
  const ahead = { doneOn: '2015-04-25', text: '拨款' };
  const early = await office.help('liaison', own({ done: ahead }));
  expect(codesOf(early)).toEqual(['amountMissing', 'ahead']);
  const noProject = {
    kind: 'project',
    amount: undefined,
    done: { ...ahead, doneOn: '2015-04-20' },
  };
  expect(codesOf(await office.help('liaison', own(noProject)))).toEqual(['projectMissing']);
  const two = await office.help('officer', own({ enterpriseId: district.units.区财政局 }));
  expect(codesOf(two)).toEqual(['oneHelper']);
});

test('a unit helps where it sends somebody, an enterprise where it is paired', async () => {
  const { villages, units } = district;
  const elsewhere = await office.help('officer', own({ villageId: villages.友谊村 }));
  expect([elsewhere.status, codesOf(elsewhere)]).toEqual([422, ['notPaired']]);
  const as = district.office.as('officer');
  const { townships } = district;
  const body = { name: '沂河食品厂', townshipId: townships.郑旺镇 };
  const { id: enterpriseId } = accepted(await as.post('/api/support/enterprises', body)).body;
  const given = { ...own({ unitId: undefined }), enterpriseId };
  expect(codesOf(await office.help('officer', given))).toEqual(['notPaired']);
  const pairing = { enterpriseId, villageId: villages.大尤家村, startsOn: '2015-03-01' };
  accepted(await as.post('/api/support/pairings', { ...pairing, endsOn: null }));
  expect((await office.help('officer', given)).status).toBe(201);
  expect((await office.help('liaison', own({ unitId: units.区水利局 }))).status).toBe(404);
});

test('lists say what is owed and late, and what waits for whom', async () => {
  const late = await office.entered('liaison', own({ content: '送课下乡', dueOn: '2015-04-01' }));
  const { body } = await district.office.as('liaison').get('/api/support/help?waiting=late');
  expect(body.items).toMatchObject([{ id: late.id, daysLate: 23 }]);
  expect(body).toMatchObject({ late: 1, toDecide: 0 });
  const before = await district.office
    .as('liaison')
    .get('/api/support/help?waiting=late&on=2015-04-01');
  expect(before.body.items).toEqual([]);
  const done = { doneOn: '2015-04-20', amount: '1.00', text: '已办' };
  accepted(await office.act('liaison', late, 'report', done));
  const waiting = await district.office.as('head').get('/api/support/help?waiting=decide');
  expect(waiting.body.items.map(({ id }: Help) => id)).toContain(late.id);
  expect(waiting.body.toDecide).toBe(waiting.body.total);
  // On a day before the report it was still owed; before it was entered it wasn't there.
  const { pool } = district.office.db;
  await pool.query(`ALTER TABLE help_event DISABLE TRIGGER USER`);
  await pool.query(
    `UPDATE help_event SET at = '2015-03-20' WHERE act = 'promise' AND help_id = '${late.id}'`,
  );
  await pool.query(`ALTER TABLE help_event ENABLE TRIGGER USER`);
  await knewAt(district.office, 'help', late.id, ['2015-03-20', '2015-04-20']);
  const on = (day: string) =>
    district.office.as('liaison').get(`/api/support/help?waiting=late&on=${day}`);
  expect((await on('2015-04-10')).body).toMatchObject({
    ...{ late: 1, items: [{ id: late.id, state: 'promised', doneOn: null, daysLate: 9 }] },
  });
  expect((await on('2015-03-19')).body).toMatchObject({ owed: 0, items: [] });
  expect((await district.office.as('officer2').get('/api/support/help')).body.total).toBe(0);
});

test('a promise is changed until it is reported, and given up with a reason', async () => {
  const promised = await office.entered('liaison', own({ content: '建文化广场' }));
  const path = `/api/support/help/${promised.id}`;
  const change = { amount: '60000.00', dueOn: '2015-09-30', version: promised.version };
  const changed = accepted(await district.office.as('liaison').patch(path, change)).body;
  expect(changed).toMatchObject({ amount: '60000.00', dueOn: '2015-09-30', version: 2 });
  // On a day that is over it reads as it did then, or as it was corrected since.
  await knewAt(district.office, 'help', promised.id, ['2015-03-20', '2015-03-25']);
  const { pool } = district.office.db;
  await pool.query(`ALTER TABLE help_event DISABLE TRIGGER USER`);
  await pool.query(`UPDATE help_event SET at = '2015-03-20' WHERE help_id = '${promised.id}'`);
  await pool.query(`ALTER TABLE help_event ENABLE TRIGGER USER`);
  const amount = async (query: string) =>
    (await district.office.as('liaison').get(`${path}?${query}`)).body.amount;
  expect(await amount('on=2015-03-24')).toBe('50000.00');
  expect(await amount('on=2015-03-24&known=now')).toBe('60000.00');
  const stale = await district.office.as('officer').patch(path, change);
  expect(stale.body.changes).toContainEqual(
    expect.objectContaining({ path: 'amount', is: '60000.00' }),
  );
  const dropped = await office.act('liaison', changed, 'drop', { reason: '改由水利局承担' });
  expect(dropped.body).toMatchObject({ state: 'dropped', acts: [], daysLate: null });
});

test('files stand beside help until it is confirmed, and beside projects', async () => {
  const evidence = async (kind: string, id: string, by: string) =>
    district.office.as(by).get(`/api/evidence?kind=${kind}&ownerId=${id}`);
  const done = { doneOn: '2015-04-20', amount: '3000.00', text: '已拨付' };
  const given = await office.entered('liaison', own({ content: '助学', dueOn: undefined, done }));
  const { body } = await evidence('help', given.id, 'liaison');
  expect(body).toMatchObject({ items: [], writable: true });
  expect((await evidence('help', given.id, 'officer2')).status).toBe(404);
  accepted(await office.act('officer', given, 'decide', { confirm: true }));
  expect((await evidence('help', given.id, 'liaison')).body.writable).toBe(false);
  const villageId = district.villages.大尤家村;
  const facts = { name: '机井', kind: 'services', purpose: '灌溉', sources: [], milestones: [] };
  const project = await office.made({ villageId, ...facts });
  expect((await evidence('project', project.id, 'officer')).body.writable).toBe(true);
  expect((await evidence('project', project.id, 'liaison')).body.writable).toBe(false);
});
