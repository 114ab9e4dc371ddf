import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import { addPerson } from '../../testing-sign-in.ts';

const second = {
  name: '第二批',
  date: '2015-04-24',
  startsOn: '2015-06-01',
  endsOn: '2017-05-31',
};
const third = {
  name: '第三批',
  date: '2017-04-20',
  startsOn: '2017-06-01',
  endsOn: '2019-05-31',
};

let office: TestApp;
let batchId: string;
beforeAll(async () => {
  office = await startTestApp('empty');
  await addPerson(office, 'planner', { roles: [{ role: 'planner' }] });
  await addPerson(office, 'leader', { roles: [{ role: 'leader' }] });
  await addPerson(office, 'admin', { roles: [{ role: 'admin' }] });
  const made = await office.as('planner').post('/api/batches', second);
  expect(made.status).toBe(201);
  batchId = made.body.id;
});
afterAll(() => office.close());

const versionOf = async (id: string) =>
  (await office.as('planner').get(`/api/batches/${id}`)).body.version;

test('the first batch starts from the notice', async () => {
  const { body } = await office.as('planner').get(`/api/batches/${batchId}/policy`);
  const limit = body.items.find(({ key }: { key: string }) => key === 'dispatch.poorLimit');
  expect(limit).toMatchObject({
    value: 30000,
    inclusive: true,
    unit: '元',
    basis: { kind: 'notice', source: '二（二）' },
    effectiveFrom: '2015-04-24',
  });
});

test('leaders read batches, nobody without the field does, and only the planner makes one', async () => {
  const list = await office.as('leader').get('/api/batches');
  expect(list.body).toMatchObject({ total: 1, items: [{ ...second, issuedPlanId: null }] });
  expect((await office.as('admin').get('/api/batches')).status).toBe(403);
  expect((await office.as('admin').get(`/api/batches/${batchId}`)).status).toBe(403);
  expect((await office.as('leader').post('/api/batches', third)).status).toBe(403);
  expect((await office.as(null).get('/api/batches')).status).toBe(401);
});

test('dates that can’t be are named together, at their fields', async () => {
  const wrong = { ...third, startsOn: '2017-04-01', endsOn: '2017-03-01' };
  const reply = await office.as('planner').post('/api/batches', wrong);
  expect(reply.status).toBe(400);
  expect(reply.body.errors.map(({ path }: { path: string }) => path)).toEqual([
    'startsOn',
    'endsOn',
  ]);
});

test('two batches of one name are a conflict', async () => {
  const reply = await office.as('planner').post('/api/batches', second);
  expect(reply.status).toBe(409);
  expect(reply.body.errors[0]).toMatchObject({ path: 'name', code: 'taken' });
});

describe('a new batch', () => {
  let thirdId: string;
  beforeAll(async () => {
    const { prisma } = office.db;
    const change = await office.as('planner').post(`/api/batches/${batchId}/policy`, {
      effectiveFrom: '2016-01-01',
      reason: '区委常委会2015年第40次会议',
      changes: [{ key: 'eligibility.ageLimit', value: 45 }],
      version: await versionOf(batchId),
    });
    expect(change.status).toBe(200);
    const district = await prisma.region.create({
      data: { code: '371312', name: '河东区', level: 'district' },
    });
    const township = await prisma.region.create({
      data: { code: '371312107000', name: '郑旺镇', level: 'township', parentId: district.id },
    });
    const village = await prisma.village.create({
      data: { code: '371312107201', name: '西郑旺村', townshipId: township.id, searchKey: '' },
    });
    await prisma.batchVillage.create({
      data: {
        batchId,
        villageId: village.id,
        kinds: ['weakLax'],
        tierOverride: 'township',
        tierReason: '本镇已有帮扶',
      },
    });
    thirdId = (await office.as('planner').post('/api/batches', third)).body.id;
  });

  test('copies the last one’s policy as it is by then, and says from where', async () => {
    const { body } = await office.as('planner').get(`/api/batches/${thirdId}/policy`);
    const limit = body.items.find(({ key }: { key: string }) => key === 'eligibility.ageLimit');
    expect(limit).toMatchObject({ value: 45, effectiveFrom: '2017-04-20' });
    const history = await office
      .as('planner')
      .get(`/api/batches/${thirdId}/policy/history?key=eligibility.ageLimit`);
    expect(history.body.items).toMatchObject([{ value: 45, reason: '沿用第二批' }]);
  });

  test('copies the villages’ kinds, not the tiers set by hand', async () => {
    const copied = await office.db.prisma.batchVillage.findMany({ where: { batchId: thirdId } });
    expect(copied).toMatchObject([{ kinds: ['weakLax'], tierOverride: null }]);
  });

  test('stands first in the list', async () => {
    const { body } = await office.as('leader').get('/api/batches');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['第三批', '第二批']);
  });

  test('can be deleted while nothing hangs on it, by the planner alone', async () => {
    expect((await office.as('leader').delete(`/api/batches/${thirdId}?version=1`)).status).toBe(
      403,
    );
    expect((await office.as('planner').delete(`/api/batches/${thirdId}?version=9`)).status).toBe(
      409,
    );
    expect((await office.as('planner').delete(`/api/batches/${thirdId}?version=1`)).status).toBe(
      204,
    );
    expect((await office.as('planner').get(`/api/batches/${thirdId}`)).status).toBe(404);
  });
});

describe('changing a batch', () => {
  test('a stale version says what changed, and by whom', async () => {
    const version = await versionOf(batchId);
    const first = await office
      .as('planner')
      .patch(`/api/batches/${batchId}`, { endsOn: '2017-06-30', version });
    expect(first.body).toMatchObject({ endsOn: '2017-06-30', version: version + 1 });
    const late = await office
      .as('planner')
      .patch(`/api/batches/${batchId}`, { endsOn: '2017-07-31', version });
    expect(late.status).toBe(409);
    expect(late.body.changes).toMatchObject([
      { path: 'endsOn', was: '2017-05-31', is: '2017-06-30' },
    ]);
  });

  test('only the planner does it, and an unknown batch is not found', async () => {
    const body = { name: '改名', version: 1 };
    expect((await office.as('leader').patch(`/api/batches/${batchId}`, body)).status).toBe(403);
    const unknown = '/api/batches/01900000-0000-7000-8000-000000000000';
    expect((await office.as('planner').patch(unknown, body)).status).toBe(404);
  });

  test('an earlier date takes the policy along', async () => {
    const version = await versionOf(batchId);
    const moved = await office
      .as('planner')
      .patch(`/api/batches/${batchId}`, { date: '2015-04-01', version });
    expect(moved.status).toBe(200);
    const { body } = await office.as('planner').get(`/api/batches/${batchId}/policy?on=2015-04-01`);
    expect(body.items[0]).toMatchObject({ effectiveFrom: '2015-04-01' });
  });

  test('once issued the dates stay, the name may change', async () => {
    await office.db.prisma.plan.create({
      data: {
        batchId,
        name: '方案一',
        status: 'issued',
        createdByName: '王晓东',
        approvalMeeting: '区委常委会',
        approvalDate: new Date('2015-05-18T00:00:00Z'),
        minutesNumber: '第9次',
        documentNumber: '河组发〔2015〕18号',
        approvedById: '01900000-0000-7000-8000-000000000000',
      },
    });
    const version = await versionOf(batchId);
    const url = `/api/batches/${batchId}`;
    const dates = await office.as('planner').patch(url, { endsOn: '2017-07-31', version });
    expect(dates.status).toBe(409);
    expect(dates.body).toMatchObject({ code: 'alreadyDone' });
    const renamed = await office.as('planner').patch(url, { name: '第二批选派', version });
    expect(renamed.body).toMatchObject({
      name: '第二批选派',
      documentNumber: '河组发〔2015〕18号',
    });
  });

  test('a batch with plans isn’t deleted, and the answer names them', async () => {
    const version = await versionOf(batchId);
    const reply = await office.as('planner').delete(`/api/batches/${batchId}?version=${version}`);
    expect(reply.status).toBe(409);
    expect(reply.body.detail).toContain('方案一');
  });

  test('every change is in the log', async () => {
    const entries = await office.db.prisma.auditEntry.findMany({
      where: { entity: 'batch', entityId: batchId },
      orderBy: { seq: 'asc' },
    });
    expect(entries.map(({ action }) => action)).toEqual([
      'batch.create',
      'policy.change',
      'batch.update',
      'batch.update',
      'batch.update',
    ]);
  });
});
