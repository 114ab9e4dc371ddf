import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../testing.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { readInfrastructureSpent } from './infrastructure.ts';

/** What the database itself refuses, whoever asks. */

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const query = (text: string, values: unknown[] = []) => district.office.db.pool.query(text, values);

async function refused(text: string, values: unknown[] = []): Promise<string> {
  const error = await query(text, values).then(
    () => ({ constraint: 'nothing' }),
    (thrown: { constraint?: string }) => thrown,
  );
  return error.constraint ?? 'no constraint';
}

async function project(kind = 'infrastructure', villageId = district.villages.友谊村) {
  const id = uuid();
  await query(
    `INSERT INTO project (id, village_id, name, kind, purpose, created_by_id, created_by_name, search_key)
      VALUES ($1, $2, '道路硬化', $3, '方便出行', $4, '干事', '')`,
    [id, villageId, kind, somebody],
  );
  return id;
}

async function source(projectId: string, planned: string, villageId = district.villages.友谊村) {
  const id = uuid();
  await query(
    `INSERT INTO project_source (id, project_id, village_id, kind, planned) VALUES ($1, $2, $3, 'village', $4)`,
    [id, projectId, villageId, planned],
  );
  return id;
}

async function pay(projectId: string, amount: string, on: string, sourceId: string | null = null) {
  const id = uuid();
  await query(
    `INSERT INTO project_payment (id, project_id, kind, source_id, paid_on, amount, voucher, entered_by_name)
      VALUES ($1, $2, $3, $4, $5, $6, '记-1', '干事')`,
    [id, projectId, sourceId ? 'received' : 'spent', sourceId, on, amount],
  );
  return id;
}

const somebody = uuid();

async function sums(id: string) {
  const { rows } = await query('SELECT planned, received, spent FROM project WHERE id = $1', [id]);
  return rows[0];
}

test('sums follow their parts to the cent, and nobody writes another', async () => {
  const id = await project();
  const own = await source(id, '30000.10');
  await source(id, '20000.20');
  await pay(id, '10000.01', '2015-03-01', own);
  const first = await pay(id, '0.10', '2015-03-02');
  await pay(id, '0.20', '2015-03-03');
  expect(await sums(id)).toEqual({ planned: '50000.30', received: '10000.01', spent: '0.30' });
  await query('UPDATE project_payment SET amount = 5 WHERE id = $1', [first]);
  expect(await sums(id)).toMatchObject({ spent: '5.20' });
  await query('DELETE FROM project_payment WHERE id = $1', [first]);
  expect(await sums(id)).toMatchObject({ spent: '0.20' });
  const other = `UPDATE project SET spent = spent + 1 WHERE id = $1`;
  expect(await refused(other, [id])).toBe('project_sums');
  expect(await refused('UPDATE project SET planned = 0 WHERE id = $1', [id])).toBe('project_sums');
});

test('of two payments at once both are counted', async () => {
  const id = await project();
  await Promise.all(
    ['1.10', '2.20', '3.30', '4.40'].map((amount) => pay(id, amount, '2015-03-01')),
  );
  expect(await sums(id)).toMatchObject({ spent: '11.00' });
});

test('money received names a source of the same project, and a source the own kind of giver', async () => {
  const [one, other] = [await project(), await project()];
  const ofOther = await source(other, '1.00');
  const mixed = `INSERT INTO project_payment (id, project_id, kind, source_id, paid_on, amount, voucher, entered_by_name)
    VALUES ($1, $2, 'received', $3, '2015-03-01', 1, '记-1', '干事')`;
  expect(await refused(mixed, [uuid(), one, ofOther])).toBe(
    'project_payment_source_id_project_id_fkey',
  );
  expect(await refused(mixed, [uuid(), one, null])).toBe('project_payment_amount');
  const giver = `INSERT INTO project_source (id, project_id, village_id, kind, unit_id, planned)
    VALUES ($1, $2, $3, $4, $5, $6)`;
  const village = district.villages.友谊村;
  const unit = district.units.区财政局;
  expect(await refused(giver, [uuid(), one, village, 'village', unit, 1])).toBe(
    'project_source_kind',
  );
  expect(await refused(giver, [uuid(), one, village, 'unit', null, 1])).toBe('project_source_kind');
  expect(await refused(giver, [uuid(), one, village, 'unit', unit, 0])).toBe('project_source_kind');
});

test('a project goes from step to step; whoever made it does not accept it', async () => {
  const id = await project();
  const step = (to: string) => `UPDATE project SET state = '${to}' WHERE id = $1`;
  expect(await refused(step('done'), [id])).toBe('project_state_step');
  await query(step('underWay'), [id]);
  expect(await refused(step('stopped'), [id])).toBe('project_stopped_reason');
  await query(step('done'), [id]);
  const accept = `UPDATE project SET state = 'accepted', accepted_on = '2015-04-01',
    acceptance = '合格', accepted_by_id = $2 WHERE id = $1`;
  expect(await refused(accept, [id, somebody])).toBe('project_two_people');
  const payment = await pay(id, '1.00', '2015-03-01');
  await query(accept, [id, uuid()]);
  expect(await refused('DELETE FROM project_payment WHERE id = $1', [payment])).toBe(
    'project_accepted_kept',
  );
  const more = `INSERT INTO project_source (id, project_id, village_id, kind, planned)
    VALUES ($1, $2, $3, 'village', 1)`;
  expect(await refused(more, [uuid(), id, district.villages.友谊村])).toBe('project_accepted_kept');
  await pay(id, '2.00', '2015-04-02');
  expect(await sums(id)).toMatchObject({ spent: '3.00' });
});

test('help has one helper, is confirmed by somebody else, and then kept', async () => {
  const id = uuid();
  const add = `INSERT INTO help (id, village_id, unit_id, enterprise_id, kind, content, amount, entered_by_name)
    VALUES ($1, $2, $3, NULL, $4, '帮扶', $5, '联络员')`;
  const village = district.villages.友谊村;
  const unit = district.units.区财政局;
  expect(await refused(add, [uuid(), village, null, 'money', 1])).toBe('help_one_helper');
  expect(await refused(add, [uuid(), village, unit, 'money', null])).toBe('help_amounts');
  expect(await refused(add, [uuid(), village, unit, 'project', 1])).toBe('help_amounts');
  await query(add, [id, village, unit, 'money', 1]);
  const confirm = `UPDATE help SET state = 'confirmed', done_on = '2015-03-01', done_amount = 1,
    reported_by_id = $2, decided_by_id = $3 WHERE id = $1`;
  expect(await refused(confirm, [id, somebody, somebody])).toBe('help_two_people');
  await query(confirm, [id, somebody, uuid()]);
  expect(await refused('UPDATE help SET done_amount = 2 WHERE id = $1', [id])).toBe(
    'help_confirmed_kept',
  );
  expect(await refused('DELETE FROM help WHERE id = $1', [id])).toBe('help_confirmed_kept');
  await query(`UPDATE help SET state = 'returned', reason = '金额有误' WHERE id = $1`, [id]);
});

test('what an infrastructure project spent in a year, until a day, is the measure of its village', async () => {
  const { 大尤家村: here, 养马庄村: there } = district.villages;
  const [road, hall] = [await project('infrastructure', here), await project('services', here)];
  const other = await project('infrastructure', there);
  await pay(road, '30000.50', '2015-03-01');
  await pay(road, '20000.25', '2015-12-31');
  await pay(road, '7.00', '2016-01-01');
  await pay(road, '99.00', '2015-04-01', await source(road, '99.00', here));
  await pay(hall, '500.00', '2015-03-01');
  await pay(other, '1.00', '2016-03-01');
  const of = (year: number, until: string) =>
    readInfrastructureSpent(district.office.db.pool, [here, there], year, day(until));
  expect([...(await of(2015, '2016-06-30'))]).toEqual([
    [here, '50000.75'],
    [there, '0.00'],
  ]);
  expect((await of(2015, '2015-06-30')).get(here)).toBe('30000.50');
  expect((await of(2016, '2016-01-01')).get(there)).toBe('0.00');
});
