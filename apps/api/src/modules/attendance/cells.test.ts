import type { SheetRow } from '@xuanpai/contracts/attendance';
import type { CellChange } from '@xuanpai/contracts/attendance-entry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { readMonth, sheetPath, townshipId } from './testing-month.ts';

let office: TestApp;
let path: string;
let rows: SheetRow[];
beforeAll(async () => {
  office = await startTestApp('issued', day('2015-06-17'));
  path = sheetPath('2015-06', await townshipId(office, '郑旺镇'));
  ({ rows } = await readMonth(office.as('officer'), path));
});
afterAll(() => office.close());

const rowOf = (tier: string, at = 0) => {
  const found = rows.filter((row) => row.tier === tier)[at];
  if (!found) throw new Error(`no ${tier} row`);
  return found;
};
const cell = (row: SheetRow, on: string, was: string | null, is: string | null) => ({
  assignmentId: row.assignmentId,
  day: on,
  was,
  is,
});
const save = (changes: object[], who = 'officer') =>
  office.as(who).patch(path, { changes: changes as CellChange[] });
const kept = async (row: SheetRow, on: string) => {
  const now = await readMonth(office.as('officer'), path);
  return now.rows.find(({ assignmentId }) => assignmentId === row.assignmentId)?.days[on] ?? null;
};

test('every cell that cannot be is told at once, and nothing is written', async () => {
  const district = rowOf('district');
  const township = rowOf('township');
  const elsewhere = await readMonth(
    office.as('officer2'),
    sheetPath('2015-06', await townshipId(office, '朝阳街道')),
  );
  const foreign = elsewhere.rows[0];
  if (!foreign) throw new Error('nobody in 朝阳街道');
  const reply = await save([
    cell(district, '2015-06-01', null, 'village'),
    cell(district, '2015-06-02', null, 'office'),
    cell(township, '2015-06-02', null, 'homeUnit'),
    cell(district, '2015-06-18', null, 'village'),
    cell(district, '2015-06-03', null, 'absent'),
    cell(district, '2015-07-01', null, 'village'),
    cell(foreign, '2015-06-01', null, 'village'),
  ]);
  expect(reply.status).toBe(400);
  expect(reply.body.errors.map(({ code }: { code: string }) => code)).toEqual([
    'markOfOtherTier',
    'markOfOtherTier',
    'dayToCome',
    'absenceByDistrict',
    'otherMonth',
    'notOnSheet',
  ]);
  expect(await kept(district, '2015-06-01')).toBeNull();
});

test('leave and rest can be logged ahead, and halves by their two marks', async () => {
  const row = rowOf('district', 1);
  const reply = await save([
    cell(row, '2015-06-25', null, 'annualLeave'),
    cell(row, '2015-06-04', null, 'village/personalLeave'),
    cell(row, '2015-06-05', null, 'village/none'),
  ]);
  expect(reply.status).toBe(200);
  expect(reply.body.rows).toHaveLength(1);
  expect(reply.body.rows[0]).toMatchObject({
    inVillage: 1,
    totals: { village: 1, personalLeave: 0.5, annualLeave: 1 },
  });
  // Neither leave is approved: both are pointed out, and lessen nothing.
  expect(reply.body.rows[0].required).toBe(20);
  expect(
    reply.body.contradictions.map(({ day, kind }: { day: string; kind: string }) => [day, kind]),
  ).toEqual([
    ['2015-06-04', 'leaveNotApproved'],
    ['2015-06-25', 'leaveNotApproved'],
  ]);
});

test('a cell that somebody else changed is a conflict by name, and the rest waits unwritten', async () => {
  const row = rowOf('district', 2);
  await save([cell(row, '2015-06-08', null, 'village')]);
  const reply = await save([
    cell(row, '2015-06-08', null, 'errand'),
    cell(row, '2015-06-09', null, 'village'),
  ]);
  expect(reply.status).toBe(409);
  expect(reply.body).toMatchObject({
    code: 'cellsChanged',
    changes: [
      { path: `${row.assignmentId}/2015-06-08`, was: null, is: 'village', by: expect.any(String) },
    ],
  });
  expect(await kept(row, '2015-06-09')).toBeNull();
});

test('the same request twice changes nothing the second time', async () => {
  const row = rowOf('township', 1);
  const changes = [cell(row, '2015-06-10', null, 'village/office')];
  expect((await save(changes)).status).toBe(200);
  expect((await save(changes)).status).toBe(200);
  const log = await office.db.prisma.auditChange.count({
    where: { entity: 'attendance', entityId: row.assignmentId },
  });
  expect(log).toBe(1);
});

test('a rest day stands there untyped, can be worked, and comes back when it is cleared', async () => {
  const row = rowOf('district', 3);
  expect(row.days['2015-06-06']).toBe('rest');
  expect((await save([cell(row, '2015-06-06', 'rest', 'village')])).status).toBe(200);
  expect((await save([cell(row, '2015-06-06', 'village', null)])).status).toBe(200);
  expect(await kept(row, '2015-06-06')).toBe('rest');
});

test('of two officers who write at once, each cell has one, and no edit is lost unseen', async () => {
  const row = rowOf('district', 4);
  const days = ['01', '02', '03', '04', '05', '08', '09', '10'].map((on) => `2015-06-${on}`);
  const replies = await Promise.all(
    days.flatMap((on) =>
      ['village', 'errand'].map(async (mark) => ({
        on,
        mark,
        status: (await save([cell(row, on, null, mark)])).status,
      })),
    ),
  );
  for (const on of days) {
    const saved = replies.filter((reply) => reply.on === on && reply.status === 200);
    expect(saved).toHaveLength(1);
    expect(await kept(row, on)).toBe(saved[0]?.mark);
    expect(replies.filter((reply) => reply.on === on && reply.status === 409)).toHaveLength(1);
  }
});

test('notes, reasons, signatures and objections are kept against what was seen', async () => {
  const row = rowOf('district', 5);
  const { assignmentId } = row;
  const officer = office.as('officer');
  const note = { assignmentId, day: '2015-06-11', was: null, is: '去市里对接项目' };
  const objection = { assignmentId, field: 'objection', was: null, is: '六月九日在村' };
  expect((await officer.patch(path, { notes: [note], entries: [objection] })).status).toBe(200);
  const stale = await officer.patch(path, { notes: [{ ...note, is: '另一件事' }] });
  expect(stale).toMatchObject({ status: 409, body: { code: 'cellsChanged' } });
  const tooEarly = { assignmentId, field: 'signedOn', was: null, is: '2015-05-31' };
  expect((await officer.patch(path, { entries: [tooEarly] })).status).toBe(400);
  const taken = await officer.patch(path, {
    notes: [{ ...note, was: note.is, is: null }],
    entries: [{ ...objection, was: objection.is, is: null }],
  });
  expect(taken.body.rows[0]).toMatchObject({ notes: {}, objection: null });
});

test('another township, and every other role, is kept out of the sheet', async () => {
  const row = rowOf('district', 6);
  const change = [cell(row, '2015-06-01', null, 'village')];
  expect((await save(change, 'officer2')).status).toBe(404);
  for (const who of ['head', 'planner', 'office', 'inspector', 'liaison', 'leader', 'auditor']) {
    expect((await save(change, who)).status, who).toBe(403);
  }
  expect(await kept(row, '2015-06-01')).toBeNull();
});
