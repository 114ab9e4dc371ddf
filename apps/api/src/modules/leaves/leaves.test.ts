import type { Leave, LeaveAct, LeaveState } from '@xuanpai/contracts/leaves';
import { toDate } from '@xuanpai/database/dates';
import { leaveTransitions } from '@xuanpai/domain/attendance/leaves';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readApprovedLeaves } from '../../lib/attendance/approved-leaves.ts';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { addPerson } from '../../testing-sign-in.ts';

let office: TestApp;
/** Cadres in post in 郑旺镇, of the district tier; one for each test, so that leaves don't meet. */
let people: { cadreId: string; cadreName: string }[];
let elsewhere: string;
let townshipId: string;
let otherTownshipId: string;

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-08-20'));
  const { prisma } = office.db;
  const township = (code: string) => prisma.region.findUniqueOrThrow({ where: { code } });
  townshipId = (await township('371312108000')).id;
  otherTownshipId = (await township('371312009000')).id;
  const inPost = async (id: string) =>
    (
      await office
        .as('planner')
        .get(`/api/assignments?townshipIds=${id}&tier=district&pageSize=200&on=2015-08-20`)
    ).body.items;
  people = await inPost(townshipId);
  elsewhere = (await inPost(otherTownshipId))[0].cadreId;
  await addPerson(office, 'both', {
    roles: [
      { role: 'officer', townshipId },
      { role: 'head', townshipId },
    ],
  });
  await addPerson(office, 'head2', { roles: [{ role: 'head', townshipId: otherTownshipId }] });
});
afterAll(() => office.close());

let taken = 0;
const somebody = () => people[taken++]?.cadreId ?? '';

const ask = (
  cadreId: string,
  startsOn: string,
  endsOn = startsOn,
  more: object = {},
  by = 'officer',
) =>
  office.as(by).post('/api/leaves', {
    ...{ cadreId, kind: 'personalLeave', startsOn, endsOn, reason: '家中有事' },
    ...more,
  });

const asked = async (...given: Parameters<typeof ask>): Promise<Leave> =>
  accepted(await ask(...given)).body;

const decide = (by: string, { id, version }: Leave, body: object = { approve: true }) =>
  office.as(by).post(`/api/leaves/${id}/decide`, { ...body, version });

const approved = async (...given: Parameters<typeof ask>): Promise<Leave> =>
  accepted(await decide('planner', await asked(...given))).body;

const end = (by: string, { id, version }: Leave, lastDay: string, reason?: string) =>
  office.as(by).post(`/api/leaves/${id}/end`, { lastDay, version, ...(reason ? { reason } : {}) });

/** The own township's sheet of a month in some state. */
function sheet(month: string, status: 'submitted' | 'confirmed') {
  return office.db.prisma.attendanceSheet.create({
    data: {
      ...{ townshipId, month: toDate(day(`${month}-01`)), status, revision: 1 },
      submittedAt: new Date(),
      ...(status === 'confirmed' ? { confirmedRevision: 1, confirmedAt: new Date() } : {}),
    },
  });
}

const codesOf = (reply: { body: { errors: { code: string }[] } }) =>
  reply.body.errors.map(({ code }) => code);

test('asked for by the officer, approved by the head, ended a day early', async () => {
  const cadreId = somebody();
  const leave = await asked(cadreId, '2015-08-06', '2015-08-10', { documentNumber: '1号' });
  expect(leave).toMatchObject({
    ...{ state: 'asked', workdays: 3, decidedBy: 'head', townshipName: '郑旺镇' },
    ...{ acts: ['withdraw'], documentNumber: '1号', lastDay: null, toEnd: false },
  });
  const seen = (await office.as('head').get(`/api/leaves/${leave.id}`)).body;
  expect(seen.acts).toEqual(['approve', 'refuse']);
  const granted = accepted(await decide('head', seen)).body;
  expect(granted).toMatchObject({ state: 'approved', decidedByName: '赵建国', toEnd: true });
  const early = await end('officer', granted, '2015-08-07');
  expect(codesOf(early)).toEqual(['required']);
  const ended = accepted(await end('officer', granted, '2015-08-07', '事情已办完')).body;
  expect(ended).toMatchObject({ state: 'ended', lastDay: '2015-08-07', workdays: 2, acts: [] });
  const days = await readApprovedLeaves(
    ...([office.db.pool, [cadreId], day('2015-08-01'), day('2015-08-31')] as const),
  );
  expect(days.get(cadreId)).toMatchObject([{ startsOn: '2015-08-06', endsOn: '2015-08-07' }]);
});

test('who may do what in which state, by role and township', async () => {
  const cadreId = somebody();
  const acts = Object.keys(leaveTransitions) as LeaveAct[];
  const allowed: Record<LeaveAct, string[]> = {
    approve: ['planner', 'head'],
    refuse: ['planner', 'head'],
    withdraw: ['officer'],
    end: ['planner', 'officer', 'head'],
  };
  const forbidden: Record<LeaveAct, string[]> = {
    approve: ['office', 'officer', 'officer2', 'inspector', 'liaison', 'leader', 'auditor'],
    refuse: ['office', 'officer', 'officer2', 'inspector', 'liaison', 'leader', 'auditor'],
    withdraw: ['planner', 'office', 'head', 'head2', 'inspector', 'liaison', 'leader', 'admin'],
    end: ['office', 'inspector', 'liaison', 'leader', 'admin'],
  };
  const outside: Record<LeaveAct, string[]> = {
    ...{ approve: ['head2'], refuse: ['head2'] },
    ...{ withdraw: ['officer2'], end: ['officer2', 'head2'] },
  };
  const states: LeaveState[] = ['asked', 'approved', 'refused', 'withdrawn', 'ended'];
  for (const act of acts) {
    for (const state of states) {
      const fits = leaveTransitions[act].from === state;
      for (const who of [...allowed[act], ...forbidden[act], ...outside[act]]) {
        const leave = await put(cadreId, state);
        const expected = forbidden[act].includes(who)
          ? 403
          : outside[act].includes(who)
            ? 404
            : fits
              ? 200
              : 409;
        const reply = await send(act, who, leave);
        expect(reply.status, `${who} ${act} ${state}: ${JSON.stringify(reply.body)}`).toBe(
          expected,
        );
        const now = await office.db.prisma.leave.findUniqueOrThrow({ where: { id: leave.id } });
        const after = expected === 200 ? leaveTransitions[act].to : state;
        expect(now.state, `${who} ${act} ${state}`).toBe(after);
        await office.db.prisma.leave.delete({ where: { id: leave.id } });
      }
    }
  }
});

/** A leave of one day in a state, as the acts would have left it. */
function put(cadreId: string, state: LeaveState) {
  const on = toDate(day('2015-07-01'));
  const decided = state === 'approved' || state === 'refused' || state === 'ended';
  return office.db.prisma.leave.create({
    data: {
      ...{ cadreId, kind: 'sickLeave', startsOn: on, endsOn: on, reason: '就医', state },
      askedByName: '某',
      ...(decided ? { decidedAt: on, decidedByName: '某', decision: '同意' } : {}),
      ...(state === 'ended' ? { endedAt: on, endedByName: '某', lastDay: on } : {}),
    },
  });
}

function send(act: LeaveAct, who: string, { id, version }: { id: string; version: number }) {
  const caller = office.as(who);
  const url = `/api/leaves/${id}`;
  switch (act) {
    case 'approve':
      return caller.post(`${url}/decide`, { approve: true, version });
    case 'refuse':
      return caller.post(`${url}/decide`, { approve: false, decision: '工作需要', version });
    case 'withdraw':
      return caller.post(`${url}/withdraw`, { version });
    default:
      return caller.post(`${url}/end`, { lastDay: '2015-07-01', version });
  }
}

test('more than the head may approve goes to the district', async () => {
  const leave = await asked(somebody(), '2015-09-07', '2015-09-10');
  expect(leave).toMatchObject({ workdays: 4, decidedBy: 'planner' });
  const seen = (await office.as('head').get(`/api/leaves/${leave.id}`)).body;
  expect(seen.acts).toEqual([]);
  const refused = await decide('head', leave);
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]).toMatchObject({
    code: 'beyondPower',
    basis: { kind: 'reading', source: '本办工作安排' },
  });
  const waiting = await office.as('planner').get('/api/leaves?waiting=decide');
  expect(waiting.body.items.map(({ id }: Leave) => id)).toContain(leave.id);
  const ofHead = await office.as('head').get('/api/leaves?waiting=decide');
  expect(ofHead.body.items.map(({ id }: Leave) => id)).not.toContain(leave.id);
  expect(accepted(await decide('planner', leave)).body.state).toBe('approved');
});

test('back later than approved is for whoever may approve that much', async () => {
  const cadreId = somebody();
  const leave = await approved(cadreId, '2015-08-10', '2015-08-12');
  const asOfficer = await end('officer', leave, '2015-08-14', '航班取消');
  expect(codesOf(asOfficer)).toEqual(['beyondPower']);
  expect(codesOf(await end('head', leave, '2015-08-14', '航班取消'))).toEqual(['beyondPower']);
  const ended = accepted(await end('planner', leave, '2015-08-14', '航班取消')).body;
  expect(ended).toMatchObject({ workdays: 5, lastDay: '2015-08-14' });
});

test('a leave that was not taken frees its days', async () => {
  const cadreId = somebody();
  const leave = await approved(cadreId, '2015-08-11', '2015-08-12');
  expect((await ask(cadreId, '2015-08-12')).status).toBe(409);
  const never = accepted(await end('officer', leave, '2015-08-10', '没有休')).body;
  expect(never.workdays).toBe(0);
  expect((await readOf(cadreId)).size).toBe(0);
  expect((await ask(cadreId, '2015-08-12')).status).toBe(201);
  const ahead = await approved(cadreId, '2015-08-24', '2015-08-25');
  expect(codesOf(await end('officer', ahead, '2015-08-24', '回来了'))).toEqual(['ahead']);
  expect((await end('officer', ahead, '2015-08-23', '改期')).status).toBe(200);
});

const readOf = (cadreId: string) =>
  readApprovedLeaves(office.db.pool, [cadreId], day('2015-08-01'), day('2015-08-31'));

test('halves at either end are kept, unless it ended on another day', async () => {
  const cadreId = somebody();
  const noon = { startsAtNoon: true, endsAtNoon: true };
  const leave = await approved(cadreId, '2015-08-04', '2015-08-06', noon);
  expect(leave.workdays).toBe(2);
  const [kept] = (await readOf(cadreId)).get(cadreId) ?? [];
  expect(kept).toMatchObject(noon);
  accepted(await end('officer', leave, '2015-08-05', '提前回来'));
  const [ended] = (await readOf(cadreId)).get(cadreId) ?? [];
  expect(ended).toMatchObject({ startsAtNoon: true, endsAtNoon: false, endsOn: '2015-08-05' });
});

test('one leave at a time, also when two ask at once', async () => {
  const cadreId = somebody();
  const replies = await Promise.all([
    ask(cadreId, '2015-08-17', '2015-08-18'),
    ask(cadreId, '2015-08-18', '2015-08-19'),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  const again = await ask(cadreId, '2015-08-18');
  expect(again.body.detail).toContain('已有事假');
  const row = { startsOn: toDate(day('2015-08-18')), endsOn: toDate(day('2015-08-18')) };
  const write = office.db.prisma.leave.create({
    data: { ...row, cadreId, kind: 'sickLeave', reason: '就医', askedByName: '某' },
  });
  await expect(write).rejects.toThrow();
});

test('what cannot be leave is refused, all of it at once', async () => {
  const cadreId = somebody();
  const reversed = await ask(cadreId, '2015-08-18', '2015-08-17');
  expect(codesOf(reversed)).toEqual(['periodReversed']);
  const noDay = await ask(cadreId, '2015-08-18', '2015-08-18', {
    ...{ startsAtNoon: true, endsAtNoon: true },
  });
  expect(codesOf(noDay)).toEqual(['noDay']);
  expect(codesOf(await ask(cadreId, '2015-08-15', '2015-08-16'))).toEqual(['noWorkdays']);
  const before = await ask(cadreId, '2015-05-20');
  expect(before.status).toBe(422);
  expect(codesOf(before)).toEqual(['notInPost']);
  expect((await ask(elsewhere, '2015-08-18')).status).toBe(404);
});

test('whoever asked does not decide, nor does the database let them', async () => {
  const leave = await asked(somebody(), '2015-08-18', '2015-08-18', {}, 'both');
  const seen = (await office.as('both').get(`/api/leaves/${leave.id}`)).body;
  expect(seen.acts).toEqual(['withdraw']);
  expect(codesOf(await decide('both', leave))).toEqual(['ownLeave']);
  const { askedById } = await office.db.prisma.leave.findUniqueOrThrow({ where: { id: leave.id } });
  const decided = { state: 'approved' as const, decidedById: askedById, decidedByName: '某' };
  const write = office.db.prisma.leave.update({
    where: { id: leave.id },
    data: { ...decided, decidedAt: new Date() },
  });
  await expect(write).rejects.toThrow();
  expect((await decide('head', leave)).status).toBe(200);
});

describe('months', () => {
  test('a confirmed month takes no leave, and no change of it', async () => {
    const cadreId = somebody();
    const inJune = await asked(cadreId, '2015-06-25', '2015-06-26');
    const overJuly = await approved(cadreId, '2015-06-29', '2015-07-02');
    const june = await sheet('2015-06', 'confirmed');
    const again = await ask(cadreId, '2015-06-11');
    expect(again.status).toBe(422);
    expect(again.body.errors[0]).toMatchObject({ code: 'monthConfirmed' });
    expect(again.body.errors[0].remedy).toContain('先申请更正该月考勤');
    expect(codesOf(await decide('planner', inJune))).toEqual(['monthConfirmed']);
    expect((await decide('head', inJune, { approve: false, decision: '已过' })).status).toBe(200);
    expect(codesOf(await end('officer', overJuly, '2015-06-29', '提前回来'))).toEqual([
      'monthConfirmed',
    ]);
    // Only days of July change.
    expect((await end('officer', overJuly, '2015-07-01', '提前回来')).status).toBe(200);
    await office.db.prisma.attendanceSheet.delete({ where: { id: june.id } });
    expect((await ask(cadreId, '2015-06-11')).status).toBe(201);
  });

  test('what was submitted without the leave comes back to the township', async () => {
    const leave = await asked(somebody(), '2015-07-20');
    const july = await sheet('2015-07', 'submitted');
    accepted(await decide('head', leave));
    const now = await office.db.prisma.attendanceSheet.findUniqueOrThrow({
      where: { id: july.id },
      include: { events: true },
    });
    expect(now).toMatchObject({ status: 'returned', version: 2 });
    expect(now.events[0]?.reason).toContain('批准请假');
  });
});

test('annual leave beyond what is due needs a reason; other kinds are remarked on', async () => {
  const cadreId = somebody();
  const put = (body: object, by = 'officer') =>
    office.as(by).send({
      ...{ method: 'PUT', url: `/api/cadres/${cadreId}/leave-years/2015/due`, payload: body },
    });
  const set = accepted(await put({ kind: 'annualLeave', days: 2, version: 0 })).body;
  expect(set.balances).toEqual([{ kind: 'annualLeave', due: 2, taken: 0, asked: 0, version: 1 }]);
  expect((await put({ kind: 'annualLeave', days: 3, version: 0 })).status).toBe(409);
  const annual = { kind: 'annualLeave' };
  await approved(cadreId, '2015-08-03', '2015-08-04', annual);
  const query = `cadreId=${cadreId}&kind=annualLeave&startsOn=2015-08-05&endsOn=2015-08-05`;
  const reckoned = await office.as('officer').get(`/api/leaves/reckoning?${query}&endsAtNoon=true`);
  expect(reckoned.body).toMatchObject({
    ...{ workdays: 0.5, decidedBy: 'head', headDays: 3, needsReason: true },
    balance: { due: 2, taken: 2, asked: 0 },
  });
  const refused = await ask(cadreId, '2015-08-05', '2015-08-05', annual);
  expect(refused.body.errors[0]).toMatchObject({
    ...{ path: 'beyondReason', code: 'beyondDue' },
    basis: { kind: 'national' },
  });
  const reasoned = { ...annual, beyondReason: '补上年未休' };
  const leave = await asked(cadreId, '2015-08-05', '2015-08-05', reasoned);
  expect(leave.beyond?.zh).toBe('2015年年休假应休2天，连同本次3天，超出1天');
  accepted(await put({ kind: 'sickLeave', days: 0, version: 0 }, 'planner'));
  const sick = await asked(cadreId, '2015-08-06', '2015-08-06', { kind: 'sickLeave' });
  expect(sick.beyond?.zh).toContain('超出1天');
  accepted(await put({ kind: 'sickLeave', days: null, version: 1 }));
  const year = await office.as('head').get(`/api/cadres/${cadreId}/leave-years/2015`);
  expect(year.body.balances).toEqual([
    { kind: 'sickLeave', due: null, taken: 0, asked: 1, version: 0 },
    { kind: 'annualLeave', due: 2, taken: 2, asked: 1, version: 1 },
  ]);
});

test('notices of other districts show once the batch has adopted them', async () => {
  const cadreId = somebody();
  const leave = await approved(cadreId, '2015-06-15', '2015-08-19', { kind: 'sickLeave' });
  expect(leave.notices).toEqual([]);
  const batch = (await office.as('planner').get('/api/batches')).body.items[0];
  const basis = { kind: 'local', source: '河组发〔2015〕30号' };
  accepted(
    await office.as('planner').post(`/api/batches/${batch.id}/policy`, {
      effectiveFrom: '2015-06-01',
      reason: '采用',
      version: batch.version,
      changes: [{ key: 'attendance.leaveNotice', value: true, basis }],
    }),
  );
  const year = await office.as('officer').get(`/api/cadres/${cadreId}/leave-years/2015`);
  expect(year.body.notices).toMatchObject([{ code: 'leave', basis }]);
  const listed = await office.as('planner').get(`/api/leaves?cadreIds=${cadreId}`);
  expect(listed.body.items[0].notices[0].words.zh).toContain('超过30天');
});

test('a list is filtered, ordered and searched, and goes out as it stands', async () => {
  const { cadreId, cadreName } = people[taken++] ?? { cadreId: '', cadreName: '' };
  const sick = await asked(cadreId, '2015-08-13', '2015-08-13', { kind: 'sickLeave' });
  const later = await asked(cadreId, addDays(day('2015-08-13'), 6));
  const ids = async (query: string) =>
    (await office.as('officer').get(`/api/leaves?cadreIds=${cadreId}&${query}`)).body.items.map(
      ({ id }: Leave) => id,
    );
  expect(await ids('')).toEqual([later.id, sick.id]);
  expect(await ids('sort=startsOn')).toEqual([sick.id, later.id]);
  expect(await ids('kinds=sickLeave')).toEqual([sick.id]);
  expect(await ids('from=2015-08-14')).toEqual([later.id]);
  expect(await ids('to=2015-08-14')).toEqual([sick.id]);
  expect(await ids('states=approved')).toEqual([]);
  expect(await ids(`q=${encodeURIComponent(cadreName)}`)).toHaveLength(2);
  expect(await ids('q=没有这个人')).toEqual([]);
  const all = await office.as('officer').get('/api/leaves?pageSize=200');
  expect(all.body.asked).toBeGreaterThanOrEqual(2);
  expect(all.body.items.every((one: Leave) => one.townshipId === townshipId)).toBe(true);
  expect((await office.as('officer2').get('/api/leaves')).body.total).toBe(0);
  const file = await office.as('planner').download(`/api/leaves.xlsx?cadreIds=${cadreId}`);
  expect(file.status).toBe(200);
});
