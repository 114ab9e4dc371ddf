import type { Leave } from '@xuanpai/contracts/leaves';
import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { codesOf, type LeaveOffice, startLeaveOffice } from './testing-leaves.ts';

let here: LeaveOffice;
beforeAll(async () => {
  here = await startLeaveOffice();
});
afterAll(() => here.office.close());

test('more than the head may approve goes to the district', async () => {
  const leave = await here.asked(here.somebody().cadreId, '2015-09-07', '2015-09-10');
  expect(leave).toMatchObject({ workdays: 4, decidedBy: 'planner' });
  const seen = (await here.office.as('head').get(`/api/leaves/${leave.id}`)).body;
  expect(seen.acts).toEqual([]);
  const refused = await here.decide('head', leave);
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]).toMatchObject({
    code: 'beyondPower',
    basis: { kind: 'reading', source: '本办工作安排' },
  });
  const waiting = await here.office.as('planner').get('/api/leaves?waiting=decide');
  expect(waiting.body.items.map(({ id }: Leave) => id)).toContain(leave.id);
  const ofHead = await here.office.as('head').get('/api/leaves?waiting=decide');
  expect(ofHead.body.items.map(({ id }: Leave) => id)).not.toContain(leave.id);
  expect(accepted(await here.decide('planner', leave)).body.state).toBe('approved');
});

test('back later than approved is for whoever may approve that much', async () => {
  const { cadreId } = here.somebody();
  const leave = await here.approved(cadreId, '2015-08-10', '2015-08-12');
  const asOfficer = await here.end('officer', leave, '2015-08-14', '航班取消');
  expect(codesOf(asOfficer)).toEqual(['beyondPower']);
  expect(codesOf(await here.end('head', leave, '2015-08-14', '航班取消'))).toEqual(['beyondPower']);
  const ended = accepted(await here.end('planner', leave, '2015-08-14', '航班取消')).body;
  expect(ended).toMatchObject({ workdays: 5, lastDay: '2015-08-14' });
});

test('a leave that was not taken frees its days', async () => {
  const { cadreId } = here.somebody();
  const leave = await here.approved(cadreId, '2015-08-11', '2015-08-12');
  expect((await here.ask(cadreId, '2015-08-12')).status).toBe(409);
  const never = accepted(await here.end('officer', leave, '2015-08-10', '没有休')).body;
  expect(never.workdays).toBe(0);
  expect((await here.explained(cadreId)).size).toBe(0);
  expect((await here.ask(cadreId, '2015-08-12')).status).toBe(201);
  const ahead = await here.approved(cadreId, '2015-08-24', '2015-08-25');
  expect(codesOf(await here.end('officer', ahead, '2015-08-24', '回来了'))).toEqual(['ahead']);
  expect((await here.end('officer', ahead, '2015-08-23', '改期')).status).toBe(200);
});

test('halves at either end are kept, unless it ended on another day', async () => {
  const { cadreId } = here.somebody();
  const noon = { startsAtNoon: true, endsAtNoon: true };
  const leave = await here.approved(cadreId, '2015-08-04', '2015-08-06', noon);
  expect(leave.workdays).toBe(2);
  const [kept] = (await here.explained(cadreId)).get(cadreId) ?? [];
  expect(kept).toMatchObject(noon);
  accepted(await here.end('officer', leave, '2015-08-05', '提前回来'));
  const [ended] = (await here.explained(cadreId)).get(cadreId) ?? [];
  expect(ended).toMatchObject({ startsAtNoon: true, endsAtNoon: false, endsOn: '2015-08-05' });
});

test('one leave at a time, also when two ask at once', async () => {
  const { cadreId } = here.somebody();
  const replies = await Promise.all([
    here.ask(cadreId, '2015-08-17', '2015-08-18'),
    here.ask(cadreId, '2015-08-18', '2015-08-19'),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  const again = await here.ask(cadreId, '2015-08-18');
  expect(again.body.detail).toContain('已有事假');
  const row = { startsOn: toDate(day('2015-08-18')), endsOn: toDate(day('2015-08-18')) };
  const write = here.office.db.prisma.leave.create({
    data: { ...row, cadreId, kind: 'sickLeave', reason: '就医', askedByName: '某' },
  });
  await expect(write).rejects.toThrow();
});

test('what cannot be leave is refused, all of it at once', async () => {
  const { cadreId } = here.somebody();
  const reversed = await here.ask(cadreId, '2015-08-18', '2015-08-17');
  expect(codesOf(reversed)).toEqual(['periodReversed']);
  const noDay = await here.ask(cadreId, '2015-08-18', '2015-08-18', {
    ...{ startsAtNoon: true, endsAtNoon: true },
  });
  expect(codesOf(noDay)).toEqual(['noDay']);
  expect(codesOf(await here.ask(cadreId, '2015-08-15', '2015-08-16'))).toEqual(['noWorkdays']);
  const before = await here.ask(cadreId, '2015-05-20');
  expect(before.status).toBe(422);
  expect(codesOf(before)).toEqual(['notInPost']);
  expect((await here.ask(here.elsewhere, '2015-08-18')).status).toBe(404);
});

test('whoever asked does not decide, nor does the database let them', async () => {
  const leave = await here.asked(here.somebody().cadreId, '2015-08-18', '2015-08-18', {}, 'both');
  const seen = (await here.office.as('both').get(`/api/leaves/${leave.id}`)).body;
  expect(seen.acts).toEqual(['withdraw']);
  expect(codesOf(await here.decide('both', leave))).toEqual(['ownLeave']);
  const { askedById } = await here.office.db.prisma.leave.findUniqueOrThrow({
    where: { id: leave.id },
  });
  const decided = { state: 'approved' as const, decidedById: askedById, decidedByName: '某' };
  const write = here.office.db.prisma.leave.update({
    where: { id: leave.id },
    data: { ...decided, decidedAt: new Date() },
  });
  await expect(write).rejects.toThrow();
  expect((await here.decide('head', leave)).status).toBe(200);
});

describe('months', () => {
  test('a confirmed month takes no leave, and no change of it', async () => {
    const { cadreId } = here.somebody();
    const inJune = await here.asked(cadreId, '2015-06-25', '2015-06-26');
    const overJuly = await here.approved(cadreId, '2015-06-29', '2015-07-02');
    const june = await here.sheet('2015-06', 'confirmed');
    const again = await here.ask(cadreId, '2015-06-11');
    expect(again.status).toBe(422);
    expect(again.body.errors[0]).toMatchObject({ code: 'monthConfirmed' });
    expect(again.body.errors[0].remedy).toContain('先申请更正该月考勤');
    expect(codesOf(await here.decide('planner', inJune))).toEqual(['monthConfirmed']);
    expect((await here.decide('head', inJune, { approve: false, decision: '已过' })).status).toBe(
      200,
    );
    expect(codesOf(await here.end('officer', overJuly, '2015-06-29', '提前回来'))).toEqual([
      'monthConfirmed',
    ]);
    // Only days of July change.
    expect((await here.end('officer', overJuly, '2015-07-01', '提前回来')).status).toBe(200);
    await here.office.db.prisma.attendanceSheet.delete({ where: { id: june.id } });
    expect((await here.ask(cadreId, '2015-06-11')).status).toBe(201);
  });

  test('what was submitted without the leave comes back to the township', async () => {
    const { cadreId } = here.somebody();
    const other = here.somebody().cadreId;
    const leave = await here.asked(cadreId, '2015-07-20');
    const july = await here.sheet('2015-07', 'submitted');
    await here.office.db.prisma.$executeRaw`
      INSERT INTO attendance_row (assignment_id, month, sheet_id, cadre_id, first_day, last_day,
        marks, signed_on)
      SELECT id, '2015-07-01', ${july.id}::uuid, cadre_id, '2015-07-01', '2015-07-31',
        array_fill(NULL::smallint, ARRAY[31]), '2015-08-01'
      FROM assignment WHERE state = 'inForce' AND cadre_id IN (${cadreId}::uuid, ${other}::uuid)`;
    accepted(await here.decide('head', leave));
    const now = await here.office.db.prisma.attendanceSheet.findUniqueOrThrow({
      where: { id: july.id },
      include: { events: true },
    });
    expect(now).toMatchObject({ status: 'returned', version: 2 });
    expect(now.events[0]?.reason).toContain('批准请假');
    const rows = await here.office.db.prisma.attendanceRow.findMany({
      where: { sheetId: july.id },
      select: { cadreId: true, signedOn: true },
    });
    // Whoever signed the row without the leave signs it again; the others don't.
    const signed = rows.filter(({ signedOn }) => signedOn !== null);
    expect(signed.map((row) => row.cadreId)).toEqual([other]);
  });
});

test('annual leave beyond what is due needs a reason; other kinds are remarked on', async () => {
  const { cadreId } = here.somebody();
  const put = (body: object, by = 'officer') =>
    here.office.as(by).send({
      ...{ method: 'PUT', url: `/api/cadres/${cadreId}/leave-years/2015/due`, payload: body },
    });
  const set = accepted(await put({ kind: 'annualLeave', days: 2, version: 0 })).body;
  expect(set.balances).toEqual([{ kind: 'annualLeave', due: 2, taken: 0, asked: 0, version: 1 }]);
  expect((await put({ kind: 'annualLeave', days: 3, version: 0 })).status).toBe(409);
  const annual = { kind: 'annualLeave' };
  await here.approved(cadreId, '2015-08-03', '2015-08-04', annual);
  const query = `cadreId=${cadreId}&kind=annualLeave&startsOn=2015-08-05&endsOn=2015-08-05`;
  const reckoned = await here.office
    .as('officer')
    .get(`/api/leaves/reckoning?${query}&endsAtNoon=true`);
  expect(reckoned.body).toMatchObject({
    ...{ workdays: 0.5, decidedBy: 'head', headDays: 3, needsReason: true },
    balance: { due: 2, taken: 2, asked: 0 },
  });
  const refused = await here.ask(cadreId, '2015-08-05', '2015-08-05', annual);
  expect(refused.body.errors[0]).toMatchObject({
    ...{ path: 'beyondReason', code: 'beyondDue' },
    basis: { kind: 'national' },
  });
  const reasoned = { ...annual, beyondReason: '补上年未休' };
  const leave = await here.asked(cadreId, '2015-08-05', '2015-08-05', reasoned);
  expect(leave.beyond?.zh).toBe('2015年年休假应休2天，连同本次3天，超出1天');
  accepted(await put({ kind: 'sickLeave', days: 0, version: 0 }, 'planner'));
  const sick = await here.asked(cadreId, '2015-08-06', '2015-08-06', { kind: 'sickLeave' });
  expect(sick.beyond?.zh).toContain('超出1天');
  accepted(await put({ kind: 'sickLeave', days: null, version: 1 }));
  const year = await here.office.as('head').get(`/api/cadres/${cadreId}/leave-years/2015`);
  expect(year.body.balances).toEqual([
    { kind: 'sickLeave', due: null, taken: 0, asked: 1, version: 0 },
    { kind: 'annualLeave', due: 2, taken: 2, asked: 1, version: 1 },
  ]);
});

test('notices of other districts show once the batch has adopted them', async () => {
  const { cadreId } = here.somebody();
  const leave = await here.approved(cadreId, '2015-06-15', '2015-08-19', { kind: 'sickLeave' });
  expect(leave.notices).toEqual([]);
  const batch = (await here.office.as('planner').get('/api/batches')).body.items[0];
  const basis = { kind: 'local', source: '河组发〔2015〕30号' };
  accepted(
    await here.office.as('planner').post(`/api/batches/${batch.id}/policy`, {
      effectiveFrom: '2015-06-01',
      reason: '采用',
      version: batch.version,
      changes: [{ key: 'attendance.leaveNotice', value: true, basis }],
    }),
  );
  const year = await here.office.as('officer').get(`/api/cadres/${cadreId}/leave-years/2015`);
  expect(year.body.notices).toMatchObject([{ code: 'leave', basis }]);
  const listed = await here.office.as('planner').get(`/api/leaves?cadreIds=${cadreId}`);
  expect(listed.body.items[0].notices[0].words.zh).toContain('超过30天');
});
