import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSheet, confirmSheet } from '../../lib/attendance/testing-rows.ts';
import { day, startTestApp, type TestApp } from '../../testing.ts';

/** What months of attendance want of whom, by what stands in the database. */

let office: TestApp;
let zhengwang: string;
let sheet: string;

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-07-08'));
  const found = await office.db.prisma.region.findFirstOrThrow({ where: { name: '郑旺镇' } });
  zhengwang = found.id;
  sheet = await addSheet(office.db.pool, zhengwang, '2015-06');
});
afterAll(() => office.close());

interface Told {
  code: string;
  counts: Record<string, number>;
  names: string[];
  dueOn: string | null;
  daysLeft: number | null;
  sheet: { townshipId: string | null; month: string } | null;
}

async function told(username: string): Promise<Told[]> {
  const { tasks } = (await office.as(username).get('/api/home')).body as { tasks: Told[] };
  return tasks.filter(({ sheet: of }) => of !== null);
}
const codes = async (username: string) => (await told(username)).map(({ code }) => code);

test('an officer has last month’s sheet, late, and this month’s', async () => {
  const [june, july] = await told('officer');
  expect(june).toMatchObject({
    code: 'fillSheet',
    dueOn: '2015-07-05',
    daysLeft: -3,
    sheet: { townshipId: zhengwang, month: '2015-06' },
  });
  expect(july).toMatchObject({ code: 'fillSheet', daysLeft: 28, sheet: { month: '2015-07' } });
  // Nothing is filled: as many cells as workdays up to today, for each of the sheet's people.
  const people = await office.db.prisma.assignment.count({
    where: { village: { townshipId: zhengwang } },
  });
  expect(july?.counts).toEqual({ cells: people * 6 });
  // Of June as its own page counts it: all that isn't filled at once, and all signatures.
  expect(june?.counts).toEqual({ left: 2 });
  expect(await codes('head')).toEqual([]);
});

test('a planner asks after the late ones, and confirms what came in', async () => {
  const [late] = await told('planner');
  expect(late).toMatchObject({ code: 'chaseSheets', counts: { months: 1 }, daysLeft: -3 });
  const before = late?.counts.sheets ?? 0;
  await office.db.prisma.attendanceSheet.update({
    where: { id: sheet },
    data: { status: 'submitted', revision: 1, submittedAt: new Date() },
  });
  const tasks = await told('planner');
  expect(tasks.map(({ code, counts }) => [code, counts.sheets])).toEqual([
    ['chaseSheets', before - 1],
    ['confirmSheets', 1],
  ]);
  expect(tasks[1]).toMatchObject({ names: ['郑旺镇'], dueOn: '2015-07-10' });
  expect((await told('officer')).map(({ sheet: of }) => of?.month)).toEqual(['2015-07']);
});

test('a correction that is asked for waits for the planner alone', async () => {
  await confirmSheet(office.db.pool, sheet);
  expect(await codes('planner')).toEqual(['chaseSheets']);
  await office.db.prisma.attendanceSheet.update({
    where: { id: sheet },
    data: { correctionReason: '漏记', correctionByName: '干事', correctionAt: new Date() },
  });
  expect(await codes('planner')).toEqual(['chaseSheets', 'decideCorrections']);
  expect((await told('officer')).map(({ sheet: of }) => of?.month)).toEqual(['2015-07']);
});

test('nobody else is told', async () => {
  for (const username of ['office', 'inspector', 'leader', 'liaison', 'evaluator', 'admin']) {
    expect(await codes(username)).toEqual([]);
  }
});
