import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import { addPerson } from '../../testing-sign-in.ts';

let office: TestApp;
let url: string;
beforeAll(async () => {
  office = await startTestApp('empty');
  await addPerson(office, 'planner', { roles: [{ role: 'planner' }] });
  await addPerson(office, 'leader', { roles: [{ role: 'leader' }] });
  await addPerson(office, 'auditor', { roles: [{ role: 'auditor' }] });
  const batch = await office.as('planner').post('/api/batches', {
    name: '第二批',
    date: '2015-04-24',
    startsOn: '2015-06-01',
    endsOn: '2017-05-31',
  });
  url = `/api/batches/${batch.body.id}/policy`;
});
afterAll(() => office.close());

const version = async () => (await office.as('planner').get(url)).body.version as number;
const valueOn = async (key: string, on: string) => {
  const { body } = await office.as('leader').get(`${url}?on=${on}`);
  return (body.items as PolicyParameter[]).find((one) => one.key === key);
};
const change = async (changes: object[], more: object = {}, as = 'planner') =>
  office.as(as).post(url, {
    effectiveFrom: '2015-09-01',
    reason: '区委常委会第12次会议',
    changes,
    version: await version(),
    ...more,
  });

test('a change counts from its day on, and the history keeps both', async () => {
  const reply = await change([{ key: 'attendance.districtDays', value: 18 }]);
  expect(reply.status).toBe(200);
  expect(reply.body.on).toBe('2015-09-01');
  expect(await valueOn('attendance.districtDays', '2015-08-31')).toMatchObject({ value: 20 });
  expect(await valueOn('attendance.districtDays', '2015-09-01')).toMatchObject({
    value: 18,
    inclusive: true,
    effectiveFrom: '2015-09-01',
    setBy: 'planner某',
  });
  const history = await office.as('leader').get(`${url}/history?key=attendance.districtDays`);
  expect(history.body.items).toMatchObject([
    { value: 18, effectiveFrom: '2015-09-01', reason: '区委常委会第12次会议' },
    { value: 20, effectiveFrom: '2015-04-24' },
  ]);
});

test('of two entries for the same day the later one holds', async () => {
  await change([{ key: 'attendance.districtDays', value: 19 }]);
  expect(await valueOn('attendance.districtDays', '2015-09-01')).toMatchObject({ value: 19 });
});

test('a bound may leave the number itself out, and rest on another clause', async () => {
  const basis = { kind: 'reading', source: '按本办理解' };
  const reply = await change([{ key: 'eligibility.ageLimit', value: 40, inclusive: false, basis }]);
  expect(reply.status).toBe(200);
  expect(await valueOn('eligibility.ageLimit', '2015-09-01')).toMatchObject({
    inclusive: false,
    basis,
  });
});

test('all problems of a form come at once, at their fields', async () => {
  const reply = await change(
    [
      { key: 'eligibility.ageLimit', value: 400 },
      { key: 'score.need', value: { weakLax: {} } },
    ],
    { effectiveFrom: '2015-04-01' },
  );
  expect(reply.status).toBe(400);
  const paths = reply.body.errors.map(({ path }: { path: string }) => path);
  expect(paths).toContain('effectiveFrom');
  expect(paths).toContain('changes.0.value');
  expect(paths).toContain('changes.1.value.none');
});

test('full membership can’t be switched off', async () => {
  const reply = await change([{ key: 'eligibility.fullMember', value: false }]);
  expect(reply.status).toBe(400);
  expect(reply.body.errors[0]).toMatchObject({ code: 'alwaysHolds' });
});

test('an example of other districts is off until a document adopts it', async () => {
  const key = 'attendance.absenceNotice';
  expect(await valueOn(key, '2015-09-01')).toMatchObject({
    value: false,
    basis: { kind: 'local' },
  });
  const refused = await change([{ key, value: true }]);
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0].remedy).toContain('文号');
  const basis = { kind: 'local', source: '河组发〔2015〕20号' };
  expect((await change([{ key, value: true, basis }])).status).toBe(200);
});

test('a stale form is refused and shows what changed', async () => {
  const seen = await version();
  await change([{ key: 'deadline.plan', value: 18 }]);
  const late = await change([{ key: 'deadline.plan', value: 20 }], { version: seen });
  expect(late.status).toBe(409);
  expect(late.body.changes).toMatchObject([{ path: 'deadline.plan', by: 'planner某' }]);
});

test('leaders read it, only the planner sets it, others don’t see it', async () => {
  const one = [{ key: 'deadline.plan', value: 18 }];
  expect((await change(one, {}, 'leader')).status).toBe(403);
  expect((await office.as('auditor').get(url)).status).toBe(403);
  expect((await office.as('auditor').get(`${url}/history`)).status).toBe(403);
  const unknown = '/api/batches/01900000-0000-7000-8000-000000000000/policy';
  expect((await office.as('leader').get(unknown)).status).toBe(404);
  expect((await office.as('leader').get(`${unknown}/history`)).status).toBe(404);
});

test('in English the labels and units are English', async () => {
  const { body } = await office.as('leader').get(url, { 'accept-language': 'en' });
  const limit = (body.items as PolicyParameter[]).find(({ key }) => key === 'dispatch.poorLimit');
  expect(limit).toMatchObject({
    unit: 'yuan',
    label: 'Poor village: operating income a year at most',
  });
});

test('who changed what is in the log, before and after', async () => {
  const [entry] = await office.db.prisma.auditEntry.findMany({
    where: { action: 'policy.change' },
    include: { changes: true },
    orderBy: { seq: 'asc' },
  });
  expect(entry).toMatchObject({ params: { keys: ['attendance.districtDays'] } });
  expect(entry?.changes[0]).toMatchObject({
    before: { 'attendance.districtDays': { value: 20 } },
    after: { 'attendance.districtDays': { value: 18 } },
  });
});
