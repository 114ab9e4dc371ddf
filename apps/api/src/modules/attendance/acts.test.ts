import { type SheetAct, type SheetStatus, sheetActs } from '@xuanpai/contracts/attendance';
import { toDate } from '@xuanpai/database/dates';
import { actFits } from '@xuanpai/domain/attendance/acts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { act, complete, fill, readMonth, sheetPath, townshipId } from './testing-month.ts';

let office: TestApp;
let zhengwang: string;
let chaoyang: string;
beforeAll(async () => {
  office = await startTestApp('issued', day('2015-09-10'));
  zhengwang = await townshipId(office, '郑旺镇');
  chaoyang = await townshipId(office, '朝阳街道');
});
afterAll(() => office.close());

const calls: Record<Exclude<SheetAct, 'reopen'>, { name: string; who: string; body: object }> = {
  sign: { name: 'sign', who: 'head', body: {} },
  submit: { name: 'submit', who: 'officer', body: {} },
  withdraw: { name: 'withdraw', who: 'officer', body: {} },
  confirm: { name: 'confirm', who: 'planner', body: {} },
  return: { name: 'return', who: 'planner', body: { reason: '请核对' } },
  askCorrection: { name: 'correction', who: 'officer', body: { reason: '漏记' } },
  approveCorrection: { name: 'correction/approve', who: 'planner', body: {} },
  refuseCorrection: { name: 'correction/refuse', who: 'planner', body: { reason: '依据不足' } },
};

/** Brings a township's sheet into a state; months are used once each. */
const roads: [SheetStatus, boolean, (keyof typeof calls)[]][] = [
  ['draft', false, []],
  ['signed', false, ['sign']],
  ['submitted', false, ['sign', 'submit']],
  ['returned', false, ['sign', 'submit', 'return']],
  ['confirmed', false, ['sign', 'submit', 'confirm']],
  ['confirmed', true, ['sign', 'submit', 'confirm', 'askCorrection']],
];

describe.each(roads)('a sheet that is %s (a correction asked for: %s)', (status, asked, road) => {
  test('takes the acts that fit, of the role and township whose they are, and no other', async () => {
    const path = sheetPath('2015-06', zhengwang);
    await office.db.pool.query('TRUNCATE attendance_sheet, attendance_row CASCADE');
    await fill(office.as('officer'), path, ({ tier }) =>
      tier === 'district' ? 'village' : 'village',
    );
    await complete(office.as('officer'), path, '2015-07-01');
    for (const step of road) {
      const { who, name, body } = calls[step];
      expect((await act(office.as(who), path, name, body)).status, step).toBe(200);
    }
    const { version } = await readMonth(office.as('planner'), path);
    for (const one of sheetActs) {
      if (one === 'reopen') continue;
      const { who, name, body } = calls[one];
      const state = { status, correctionAsked: asked };
      const shown = (await readMonth(office.as(who), path)).acts;
      expect(shown.includes(one), `${who} is offered ${one}`).toBe(actFits(one, state));
      for (const other of [
        'officer',
        'head',
        'planner',
        'office',
        'inspector',
        'liaison',
        'leader',
      ]) {
        if (other === who) continue;
        const reply = await office.as(other).post(`${path}/${name}`, { version, ...body });
        expect(reply.status, `${other} ${one}`).toBe(403);
      }
      if (who === 'officer') {
        const reply = await office.as('officer2').post(`${path}/${name}`, { version, ...body });
        expect(reply.status, `another township's officer ${one}`).toBe(404);
      }
      if (actFits(one, state)) continue;
      const reply = await office.as(who).post(`${path}/${name}`, { version, ...body });
      expect([reply.status, reply.body.code], one).toEqual([409, 'conflict']);
    }
    expect((await readMonth(office.as('planner'), path)).version).toBe(version);
    const stale = await office.as('planner').post(`${path}/confirm`, { version: version + 1 });
    expect(stale.body.code).toBe('staleVersion');
  });
});

test('several are confirmed at once, and it is said of each why not', async () => {
  const month = '2015-07';
  const first = sheetPath(month, zhengwang);
  await fill(office.as('officer'), first);
  await complete(office.as('officer'), first, '2015-08-01');
  await act(office.as('head'), first, 'sign');
  await act(office.as('officer'), first, 'submit');
  const { version } = await readMonth(office.as('planner'), first);
  const sheets = [
    { townshipId: zhengwang, version },
    { townshipId: chaoyang, version: 1 },
  ];
  const reply = await office.as('planner').post('/api/attendance/confirmations', { month, sheets });
  expect(reply.body).toMatchObject({
    confirmed: [zhengwang],
    refused: [{ townshipId: chaoyang, townshipName: '朝阳街道' }],
  });
  const standing = await office.as('planner').get(`/api/attendance/months?month=${month}`);
  const own = standing.body.items.find(
    (item: { townshipId: string }) => item.townshipId === zhengwang,
  );
  expect(own).toMatchObject({ status: 'confirmed', unfilled: 0, late: 'no' });
  expect(
    standing.body.items.filter((item: { late: string }) => item.late === 'submit').length,
  ).toBe(standing.body.items.length - 1);
});

test('未到岗 becomes 旷工 by the district, which heard the cadre; a signed sheet gets a new edition', async () => {
  const path = sheetPath('2015-08', zhengwang);
  const officer = office.as('officer');
  const planner = office.as('planner');
  const [row] = (await readMonth(officer, path)).rows;
  if (!row) throw new Error('no row');
  const { assignmentId } = row;
  const cell = { assignmentId, day: '2015-08-03' };
  await officer.patch(path, {
    changes: [{ ...cell, was: null, is: 'unaccounted/village' }],
    notes: [{ ...cell, was: null, is: '联系不上' }],
  });
  await fill(officer, path);
  await complete(officer, path, '2015-09-01');
  await act(office.as('head'), path, 'sign');
  await act(officer, path, 'submit');

  const heard = { ...cell, heardOn: '2015-09-02', statement: '本人说明去外地办私事，未请假' };
  expect((await act(planner, path, 'absences', { ...heard, day: '2015-08-04' })).status).toBe(400);
  expect((await act(planner, path, 'absences', { ...heard, heardOn: '2015-08-01' })).status).toBe(
    400,
  );
  const reply = await act(planner, path, 'absences', heard);
  expect(reply.body).toMatchObject({ status: 'submitted', revision: 2 });
  expect(reply.body.rows[0].days['2015-08-03']).toBe('absent/village');
  await act(planner, path, 'return', { reason: '请核对' });
  const changed = await officer.patch(path, {
    changes: [{ ...cell, was: 'absent/village', is: 'village' }],
  });
  expect(changed.body.errors[0].code).toBe('absenceByDistrict');
});

test('a correction of the days before opens the next month again', async () => {
  await office.db.pool.query('TRUNCATE attendance_sheet, attendance_row, attendance_note CASCADE');
  const [june, july] = ['2015-06', '2015-07'].map((month) => sheetPath(month, zhengwang));
  if (!june || !july) throw new Error('two months');
  const [officer, head, planner] = [office.as('officer'), office.as('head'), office.as('planner')];
  for (const path of [june, july]) {
    await fill(officer, path);
    await complete(officer, path, '2015-09-01');
    await act(head, path, 'sign');
    await act(officer, path, 'submit');
    expect((await act(planner, path, 'confirm')).status).toBe(200);
  }
  await act(officer, june, 'correction', { reason: '三十日在机关开会' });
  await act(planner, june, 'correction/approve');
  const township = (await readMonth(officer, june)).rows.find(({ tier }) => tier === 'township');
  if (!township) throw new Error('no township cadre');
  const { assignmentId } = township;
  const changes = [{ assignmentId, day: '2015-06-30', was: 'village', is: 'office' }];
  expect((await officer.patch(june, { changes })).status).toBe(200);
  await complete(officer, june, '2015-09-02');
  await act(head, june, 'sign');
  await act(officer, june, 'submit');
  await act(planner, june, 'confirm');
  const reopened = await readMonth(officer, july);
  expect(reopened.status).toBe('returned');
  expect(reopened.events.at(-1)).toMatchObject({
    act: 'reopen',
    reason: expect.stringContaining('30日'),
  });
  const row = reopened.rows.find((one) => one.assignmentId === assignmentId);
  expect(row?.before['2015-06-30']).toBe('office');
  expect(row?.weeks[0]).toMatchObject({ monday: '2015-06-29', inVillage: 4 });
  // What was confirmed stays on record.
  const sheet = await office.db.prisma.attendanceSheet.findFirstOrThrow({
    where: { townshipId: zhengwang, month: toDate(day('2015-07-01')) },
  });
  expect(sheet.confirmedRevision).toBe(1);
});
