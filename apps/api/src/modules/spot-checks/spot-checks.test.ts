import type { AttendanceMonth, SheetRow } from '@xuanpai/contracts/attendance';
import type { SpotCheck } from '@xuanpai/contracts/spot-checks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { addPerson } from '../../testing-sign-in.ts';

let office: TestApp;
let path: string;
let rows: SheetRow[];
let elsewhere: string;

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-07-15'));
  const of = async (name: string) =>
    (await office.db.prisma.region.findFirstOrThrow({ where: { name } })).id;
  path = `/api/attendance/months/${await of('郑旺镇')}/2015-07`;
  rows = (await readMonth()).rows;
  const other = `/api/attendance/months/${await of('朝阳街道')}/2015-07`;
  elsewhere = accepted(await office.as('planner').get(other)).body.rows[0].assignmentId;
  await addPerson(office, 'planner2', { roles: [{ role: 'planner' }] });
});
afterAll(() => office.close());

const readMonth = async (): Promise<AttendanceMonth> =>
  accepted(await office.as('officer').get(path)).body;

let taken = 0;
const somebody = () => rows[taken++]?.assignmentId ?? '';

const enter = (assignmentId: string, more: object = {}, by = 'inspector') =>
  office.as(by).post('/api/spot-checks', {
    ...{ assignmentId, day: '2015-07-07', half: null, found: 'elsewhere', text: '村里无人' },
    ...more,
  });
const entered = async (...given: Parameters<typeof enter>): Promise<SpotCheck> =>
  accepted(await enter(...given)).body;

async function log(assignmentId: string, is: string, on = '2015-07-07') {
  const was = rows.find((row) => row.assignmentId === assignmentId)?.days[on] ?? null;
  const changes = [{ assignmentId, day: on, was, is }];
  accepted(await office.as('officer').patch(path, { changes }));
}

const resolve = (by: string, { id, version }: SpotCheck) =>
  office.as(by).post(`/api/spot-checks/${id}/resolve`, { resolution: '当日到区里开会', version });

const codesOf = (reply: { body: { errors: { code: string }[] } }) =>
  reply.body.errors.map(({ code }) => code);

test('a contradiction shows on both sides until it is resolved, and the log stays', async () => {
  const assignmentId = somebody();
  await log(assignmentId, 'village');
  const check = await entered(assignmentId);
  expect(check).toMatchObject({
    ...{ logged: 'village', contradicted: true, sheetStatus: 'draft', townshipName: '郑旺镇' },
    ...{ enteredByName: '徐志刚', resolvable: false },
  });
  const before = await readMonth();
  expect(before.contradictions).toMatchObject([
    { assignmentId, day: '2015-07-07', kind: 'foundElsewhere', spotCheckId: check.id },
  ]);
  const open = await office.as('head').get('/api/spot-checks?state=contradicted');
  expect(open.body).toMatchObject({ total: 1, contradicted: 1 });
  const seen = (await office.as('planner').get(`/api/spot-checks/${check.id}`)).body;
  expect(seen.resolvable).toBe(true);
  const resolved = accepted(await resolve('planner', check)).body;
  expect(resolved).toMatchObject({
    ...{ contradicted: false, resolution: '当日到区里开会', resolvedByName: '王晓东' },
    ...{ logged: 'village', version: 2 },
  });
  const after = await readMonth();
  expect(after.contradictions).toEqual([]);
  expect(after.rows.find((row) => row.assignmentId === assignmentId)?.days['2015-07-07']).toBe(
    'village',
  );
  expect((await resolve('planner2', resolved)).status).toBe(409);
  expect((await resolve('planner2', check)).body.code).toBe('staleVersion');
});

test('found there and logged elsewhere, by halves, and nothing said yet', async () => {
  const assignmentId = somebody();
  const there = await entered(assignmentId, { found: 'there', half: 1 });
  expect(there).toMatchObject({ logged: null, contradicted: false });
  await log(assignmentId, 'training/village');
  const of = async (id: string) => (await office.as('office').get(`/api/spot-checks/${id}`)).body;
  expect(await of(there.id)).toMatchObject({ logged: 'training/village', contradicted: true });
  const afternoon = await entered(assignmentId, { found: 'there', half: 2 });
  expect(afternoon.contradicted).toBe(false);
  expect(codesOf(await resolve('planner', afternoon))).toEqual(['noContradiction']);
});

test('only of somebody in post, on a day that has been', async () => {
  const assignmentId = somebody();
  const ahead = await enter(assignmentId, { day: '2015-07-16' });
  expect([ahead.status, codesOf(ahead)]).toEqual([400, ['ahead']]);
  const before = await enter(assignmentId, { day: '2015-05-31' });
  expect([before.status, codesOf(before)]).toEqual([422, ['notInPost']]);
  expect((await enter(assignmentId, { day: '2015-07-15' })).status).toBe(201);
});

test('whoever entered a finding does not settle it', async () => {
  const assignmentId = somebody();
  await log(assignmentId, 'village');
  const check = await entered(assignmentId, {}, 'planner');
  expect(check.resolvable).toBe(false);
  expect(codesOf(await resolve('planner', check))).toEqual(['ownFinding']);
  expect((await resolve('planner2', check)).status).toBe(200);
});

test('who enters, reads and settles, by role and township', async () => {
  const assignmentId = somebody();
  await log(assignmentId, 'village');
  for (const who of ['office', 'officer', 'head', 'liaison', 'leader', 'evaluator', 'admin']) {
    expect((await enter(assignmentId, {}, who)).status, who).toBe(403);
  }
  const check = await entered(assignmentId);
  for (const who of ['inspector', 'office', 'officer', 'head', 'leader', 'auditor']) {
    expect((await resolve(who, check)).status, who).toBe(403);
  }
  const readers = { planner: 200, office: 200, inspector: 200, officer: 200, head: 200 };
  const others = { officer2: 404, liaison: 403, leader: 403, evaluator: 403 };
  for (const [who, status] of Object.entries({ ...readers, ...others })) {
    expect((await office.as(who).get(`/api/spot-checks/${check.id}`)).status, who).toBe(status);
  }
});

test('a list is filtered and ordered, and goes out as it stands', async () => {
  const here = await entered(somebody(), { day: '2015-07-02', found: 'there', text: '正在走访' });
  const there = await entered(elsewhere, { day: '2015-07-03' });
  const ids = async (query: string, by = 'planner') =>
    (await office.as(by).get(`/api/spot-checks?pageSize=200&${query}`)).body.items.map(
      ({ id }: SpotCheck) => id,
    );
  const both = `from=2015-07-02&to=2015-07-03`;
  expect(await ids(both)).toEqual([there.id, here.id]);
  expect(await ids(`${both}&sort=day`)).toEqual([here.id, there.id]);
  expect(await ids(`${both}&found=there`)).toEqual([here.id]);
  expect(await ids(`${both}&townshipIds=${there.townshipId}`)).toEqual([there.id]);
  expect(await ids(`${both}&q=${encodeURIComponent(here.cadreName)}`)).toEqual([here.id]);
  expect(await ids(both, 'officer2')).toEqual([there.id]);
  expect(await ids(`${both}&state=resolved`)).toEqual([]);
  const file = await office.as('inspector').download(`/api/spot-checks.xlsx?${both}`);
  expect(file.status).toBe(200);
});
