import type { AttendanceMonth } from '@xuanpai/contracts/attendance';
import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { fill, readMonth, sheetPath, townshipId } from './testing-month.ts';

let office: TestApp;
let zhengwang: string;
let tangtou: string;
beforeAll(async () => {
  office = await startTestApp('issued', day('2015-06-10'));
  zhengwang = await townshipId(office, '郑旺镇');
  tangtou = await townshipId(office, '汤头街道');
});
afterAll(() => office.close());

async function postsIn(township: string) {
  const path = `/api/assignments?townshipIds=${township}&tier=district&post=firstSecretary&pageSize=200`;
  const { items } = accepted(await office.as('planner').get(path)).body;
  return items as {
    id: string;
    version: number;
    cadreId: string;
    villageId: string;
    unitId: string;
  }[];
}

const rowsOf = ({ rows }: AttendanceMonth, cadreId: string) =>
  rows.filter((row) => row.cadreId === cadreId);
const setPolicy = async (batchId: string, from: string, value: number) => {
  await office.db.prisma.policyParameter.create({
    data: {
      ...{ batchId, key: 'attendance.districtDays', effectiveFrom: toDate(day(from)), value },
      ...{ basisKind: 'local', basisSource: '河组办〔2015〕3号', setBy: '王晓东' },
    },
  });
};

test('a swap between townships within the month: two sheets, one person, no day twice', async () => {
  const [one] = await postsIn(zhengwang);
  const [other] = await postsIn(tangtou);
  if (!one || !other) throw new Error('two posts');
  accepted(
    await office.as('planner').post(`/api/assignments/${one.id}/exchange`, {
      ...{ withId: other.id, withVersion: other.version, version: one.version },
      ...{ from: '2015-06-16', documentNumber: '河组发〔2015〕31号', reason: '工作需要' },
    }),
  );
  const june = sheetPath('2015-06', zhengwang);
  const here = await readMonth(office.as('planner'), june);
  const there = await readMonth(office.as('planner'), sheetPath('2015-06', tangtou));
  const [left] = rowsOf(here, one.cadreId);
  const [come] = rowsOf(there, one.cadreId);
  expect([left?.firstDay, left?.lastDay]).toEqual(['2015-06-01', '2015-06-15']);
  expect([come?.firstDay, come?.lastDay]).toEqual(['2015-06-16', '2015-06-30']);
  // Ten days are asked of each half of the month: 20 × 15/30.
  expect([left?.required, come?.required]).toEqual([10, 10]);

  const cell = { assignmentId: left?.assignmentId, was: null, is: 'annualLeave' };
  const closed = await office
    .as('officer')
    .patch(june, { changes: [{ ...cell, day: '2015-06-17' }] });
  expect(closed.body.errors[0].code).toBe('cellClosed');
  accepted(await office.as('officer').patch(june, { changes: [{ ...cell, day: '2015-06-09' }] }));
  // The database itself lets nobody's day be logged twice.
  await expect(
    office.db.pool.query(
      `INSERT INTO attendance_sheet (id, township_id, month) VALUES (gen_random_uuid(), $1, '2015-06-01')
        ON CONFLICT DO NOTHING`,
      [tangtou],
    ),
  ).resolves.toBeDefined();
  await expect(
    office.db.pool.query(
      `INSERT INTO attendance_row (assignment_id, month, sheet_id, cadre_id, first_day, last_day, marks)
        SELECT $1, '2015-06-01', id, $2, '2015-06-10', '2015-06-30', array_fill(NULL::smallint, ARRAY[31])
        FROM attendance_sheet WHERE township_id = $3 AND month = '2015-06-01'`,
      [come?.assignmentId, one.cadreId, tangtou],
    ),
  ).rejects.toMatchObject({ constraint: 'attendance_row_day_once' });
});

test('a replacement within the month: two people, one village, each for their own days', async () => {
  const post = (await postsIn(zhengwang))[3];
  if (!post) throw new Error('a fourth post');
  const path = sheetPath('2015-06', zhengwang);
  const marked = { assignmentId: post.id, was: null };
  const changes = [
    { ...marked, day: '2015-06-09', is: 'village' },
    { ...marked, day: '2015-06-25', is: 'annualLeave' },
  ];
  accepted(await office.as('officer').patch(path, { changes }));
  const cadre = accepted(
    await office.as('planner').post('/api/cadres', {
      ...{ name: '向前进', unitId: post.unitId, idNumber: '371399198005060010' },
      ...{ rank: 'deputySection', staffingType: 'administrative', speciality: 'partyBuilding' },
      joinedOn: '2002-07-01',
    }),
  ).body;
  accepted(
    await office.as('planner').post(`/api/assignments/${post.id}/replace`, {
      ...{ cadreId: cadre.id, from: '2015-06-22', documentNumber: '河组发〔2015〕32号' },
      ...{ reason: '原人选调动', version: post.version },
    }),
  );
  const sheet = await readMonth(office.as('officer'), path);
  const inVillage = sheet.rows.filter(({ villageId, post: of }) => {
    return villageId === post.villageId && of === 'firstSecretary';
  });
  expect(inVillage.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
    ['2015-06-01', '2015-06-21'],
    ['2015-06-22', '2015-06-30'],
  ]);
  // What was marked after the last day went with the days; what was before stands.
  expect(inVillage[0]?.days['2015-06-09']).toBe('village');
  expect(inVillage[0]?.days['2015-06-25']).toBeUndefined();
  expect(inVillage[1]?.unfilled).toHaveLength(6);
});

test('batches that overlap stand on one sheet, each reckoned by its own policy', async () => {
  const { prisma } = office.db;
  const second = await prisma.batch.create({
    data: {
      name: '第三批',
      date: toDate(day('2015-05-01')),
      startsOn: toDate(day('2015-06-01')),
      endsOn: toDate(day('2017-05-31')),
    },
  });
  await setPolicy(second.id, '2015-05-01', 15);
  const post = (await postsIn(zhengwang))[5];
  const deputy = await prisma.village.findFirstOrThrow({
    where: { townshipId: zhengwang, assignments: { none: { post: 'deputySecretary' } } },
  });
  if (!post) throw new Error('a sixth post');
  const cadre = accepted(
    await office.as('planner').post('/api/cadres', {
      ...{ name: '程立军', unitId: post.unitId, idNumber: '371399198103120013' },
      ...{ rank: 'deputySection', staffingType: 'administrative', speciality: 'partyBuilding' },
    }),
  ).body;
  await prisma.assignment.create({
    data: {
      ...{ batchId: second.id, cadreId: cadre.id, villageId: deputy.id, tier: 'district' },
      ...{ post: 'deputySecretary', kind: 'appointed', documentNumber: '河组发〔2015〕33号' },
      ...{ startsOn: second.startsOn, endsOn: second.endsOn },
    },
  });
  const sheet = await readMonth(office.as('officer'), sheetPath('2015-06', zhengwang));
  expect(rowsOf(sheet, cadre.id)[0]?.required).toBe(15);
  expect(rowsOf(sheet, post.cadreId)[0]?.required).toBe(20);
});

test('the Spring Festival’s month has fewer workdays than are asked for, and says so', async () => {
  const path = sheetPath('2016-02', zhengwang);
  await fill(office.as('officer'), path, () => 'annualLeave');
  const sheet = await readMonth(office.as('officer'), path);
  expect(sheet.days).toHaveLength(29);
  expect(sheet.days.find(({ day: on }) => on === '2016-02-06')).toMatchObject({ kind: 'makeUp' });
  const row = sheet.rows.find(({ tier, required }) => tier === 'district' && required === 20);
  expect(row?.shortMonth?.zh).toContain('当月工作日18天');
});

test('a policy that changes in mid-term holds from its month on, and changes no month before', async () => {
  const { id: batchId } = await office.db.prisma.batch.findUniqueOrThrow({
    where: { name: '第二批' },
  });
  const post = (await postsIn(zhengwang))[6];
  if (!post) throw new Error('a seventh post');
  const required = async (month: string) => {
    const sheet = await readMonth(office.as('officer'), sheetPath(month, zhengwang));
    return rowsOf(sheet, post.cadreId)[0]?.required;
  };
  await setPolicy(batchId, '2015-08-01', 18);
  expect([await required('2015-07'), await required('2015-08')]).toEqual([20, 18]);
});
