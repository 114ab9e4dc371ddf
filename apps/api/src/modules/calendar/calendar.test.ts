import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('demo', day('2016-06-01'));
});
afterAll(() => office.close());

const planner = () => office.as('planner');
const put = (of: string, body: object) =>
  planner().send({ method: 'PUT', url: `/api/calendar/days/${of}`, payload: body });
const year = async (of: number) => (await office.as('head').get(`/api/calendar/years/${of}`)).body;
const dayOf = async (of: string) =>
  (await year(Number(of.slice(0, 4)))).days.find((one: { day: string }) => one.day === of);

/** A township's sheet of a month, with an edition where it is signed. */
async function sheet(code: string, month: string, status: 'draft' | 'submitted' | 'confirmed') {
  const { prisma } = office.db;
  const township = await prisma.region.findUniqueOrThrow({ where: { code } });
  const signed = status !== 'draft';
  return prisma.attendanceSheet.create({
    data: {
      ...{ townshipId: township.id, month: toDate(day(`${month}-01`)), status },
      ...(signed ? { revision: 1, submittedAt: new Date() } : {}),
      ...(status === 'confirmed' ? { confirmedRevision: 1, confirmedAt: new Date() } : {}),
    },
  });
}

test('the published days of a year are there, and of a later one only what was entered', async () => {
  const known = await year(2016);
  expect(known).toMatchObject({ year: 2016, known: true, version: 1, lockedMonths: [] });
  expect(await dayOf('2016-02-06')).toMatchObject({
    kind: 'makeUp',
    name: '春节',
    setByName: null,
  });
  expect(await year(2051)).toMatchObject({ known: false, version: 0, days: [] });
  const entered = await put('2051-10-02', {
    ...{ kind: 'holiday', name: '国庆节', reason: '国办通知', version: 0 },
  });
  expect(entered.body).toMatchObject({ known: false, version: 1 });
  const settled = await planner().post('/api/calendar/years/2051/settle', { version: 1 });
  expect(settled.body).toMatchObject({ known: true, version: 2 });
});

test('a planner corrects a day, and takes a correction back', async () => {
  const { version } = await year(2017);
  const set = await put('2017-04-01', {
    ...{ kind: 'weekday', reason: '当日不上班', version },
  });
  expect(set.body.days.map((one: { day: string }) => one.day)).not.toContain('2017-04-01');
  const stale = await put('2017-04-01', {
    ...{ kind: 'makeUp', name: '清明', reason: '按通知', version },
  });
  expect(stale.status).toBe(409);
  expect(stale.body.changes[0]).toMatchObject({ path: '2017-04-01' });
  const again = await put('2017-04-01', {
    ...{ kind: 'makeUp', name: '清明', reason: '按通知', version: version + 1 },
  });
  expect(again.status).toBe(200);
  expect(await dayOf('2017-04-01')).toMatchObject({ kind: 'makeUp', setByName: '王晓东' });
});

test('a make-up day is a weekend day, and a holiday has a name', async () => {
  const { version } = await year(2018);
  const reply = await put('2018-05-02', { kind: 'makeUp', reason: '说明', version });
  expect(reply.status).toBe(400);
  expect(reply.body.errors.map(({ code }: { code: string }) => code)).toEqual([
    'notWeekend',
    'required',
  ]);
});

test('a month confirmed anywhere keeps its days, also those of its first week', async () => {
  await sheet('371312108000', '2019-07', 'confirmed');
  const { version, lockedMonths } = await year(2019);
  expect(lockedMonths).toEqual(['2019-07']);
  const body = { kind: 'holiday', name: '停电', reason: '全区停电', version };
  // 2019-06-30 is a Sunday: its week ends in June; 2019-07-31 is reckoned in July and August.
  for (const of of ['2019-07-01', '2019-07-31']) {
    const reply = await put(of, body);
    expect(reply.status, of).toBe(422);
    expect(reply.body.errors[0].code).toBe('monthConfirmed');
    expect(reply.body.errors[0].message).toContain('郑旺镇');
  }
  expect((await put('2019-06-28', body)).status).toBe(200);
  await sheet('371312108000', '2019-09', 'confirmed');
  const inAugust = { ...body, version: version + 1 };
  expect((await put('2019-08-29', inAugust)).status).toBe(422);
  expect((await put('2019-08-23', inAugust)).status).toBe(200);
});

test('the database keeps the days of a confirmed month too', async () => {
  await sheet('371312108000', '2020-07', 'confirmed');
  const write = office.db.prisma.calendarDay.create({
    data: { day: toDate(day('2020-07-07')), kind: 'holiday', name: '停电' },
  });
  await expect(write).rejects.toThrow();
});

test('what was submitted with the day as it was comes back to its township', async () => {
  const submitted = await sheet('371312108000', '2021-03', 'submitted');
  const draft = await sheet('371312009000', '2021-03', 'draft');
  const { version } = await year(2021);
  const body = { kind: 'holiday', name: '停电', reason: '全区停电', version };
  expect((await put('2021-03-10', body)).status).toBe(200);
  const found = await office.db.prisma.attendanceSheet.findMany({
    where: { id: { in: [submitted.id, draft.id] } },
    include: { events: true },
  });
  const of = (id: string) => found.find((one) => one.id === id);
  expect(of(submitted.id)).toMatchObject({ status: 'returned', version: 2 });
  expect(of(submitted.id)?.events[0]).toMatchObject({ act: 'reopen', revision: 1 });
  expect(of(submitted.id)?.events[0]?.reason).toContain('2021-03-10');
  expect(of(draft.id)).toMatchObject({ status: 'draft', version: 1, events: [] });
});

test('meetings and trainings that cadres are called to stand in the year', async () => {
  const body = {
    ...{ kind: 'training', title: '第一书记培训班', startsOn: '2015-12-30', endsOn: '2016-01-02' },
    ...{ tier: 'district', documentNumber: '河组通〔2015〕40号' },
  };
  const made = await planner().post('/api/calendar/occasions', body);
  expect(made.status).toBe(201);
  const { id } = made.body;
  for (const of of [2015, 2016]) {
    const { occasions } = await year(of);
    expect(occasions).toEqual([{ ...body, id, byName: '王晓东', version: 1 }]);
  }
  const reversed = { ...body, endsOn: '2015-12-01' };
  expect((await planner().post('/api/calendar/occasions', reversed)).status).toBe(400);
  const url = `/api/calendar/occasions/${id}`;
  const changed = await planner().send({
    ...{ method: 'PUT', url, payload: { ...body, tier: null, version: 1 } },
  });
  expect(changed.body).toMatchObject({ tier: null, version: 2 });
  expect((await planner().delete(`${url}?version=1`)).status).toBe(409);
  expect((await planner().delete(`${url}?version=2`)).status).toBe(204);
  expect((await year(2016)).occasions).toEqual([]);
});

test('a township’s sheet says what its days are called for, also in the first week', async () => {
  const body = { kind: 'meeting', title: '调度会', tier: null, documentNumber: null };
  const days = { startsOn: '2016-05-31', endsOn: '2016-06-01' };
  await planner().post('/api/calendar/occasions', { ...body, ...days });
  const { id } = await office.db.prisma.region.findUniqueOrThrow({
    where: { code: '371312108000' },
  });
  const { body: sheet } = await office.as('head').get(`/api/attendance/months/${id}/2016-06`);
  expect(sheet.daysBefore.at(-1)).toMatchObject({ day: '2016-05-31', called: ['调度会'] });
  expect(sheet.days[0]).toMatchObject({ day: '2016-06-01', called: ['调度会'] });
  expect(sheet.days[1]).not.toHaveProperty('called');
});
