import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp, testPassword } from '../../testing.ts';
import { seedHistory } from './seed-history.ts';

const folder = resolve(import.meta.dirname, '../../../../../prisma/seed/hedong');
let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty', day('2017-01-10'));
  await seedHistory(office.deps, testPassword, folder, () => {});
});
afterAll(() => office.close());

test('nineteen months of ten townships, the last one under way', async () => {
  const { prisma } = office.db;
  const sheets = await prisma.attendanceSheet.groupBy({ by: ['status'], _count: true });
  const count = Object.fromEntries(sheets.map(({ status, _count }) => [status, _count]));
  expect(count.confirmed).toBe(18 * 10 + 1);
  expect(Object.keys(count).sort()).toEqual(['confirmed', 'draft', 'signed', 'submitted']);
  const acts = await prisma.attendanceEvent.groupBy({ by: ['act'], _count: true });
  const taken = Object.fromEntries(acts.map(({ act, _count }) => [act, _count]));
  expect(taken).toMatchObject({ return: 1, askCorrection: 1, approveCorrection: 1 });
  expect(await prisma.leave.count({ where: { state: 'ended' } })).toBe(6);
  expect(await prisma.leave.count({ where: { state: 'asked' } })).toBe(1);
  expect(await prisma.training.count()).toBe(6);
  expect(await prisma.attachment.count({ where: { trainingId: { not: null } } })).toBe(2);
  expect(await prisma.example.count({ where: { state: 'released' } })).toBe(1);
  // Scans and pictures beside rows of each kind, each of the time of its row.
  const files = await prisma.attachment.groupBy({ by: ['type'], _count: true });
  expect(files.map(({ type }) => type).sort()).toEqual(['jpeg', 'pdf']);
  expect(await prisma.attachment.count({ where: { targetSheetId: { not: null } } })).toBe(2);
  expect(
    await prisma.attachment.count({ where: { uploadedAt: { gt: new Date('2017-01-10') } } }),
  ).toBe(0);
});

test('inspections of two years, with something overdue, answered and due', async () => {
  const issues = (await office.as('inspector').get('/api/inspections/findings')).body;
  expect(issues.overdue).toBeGreaterThan(0);
  const states = await office.db.prisma.finding.groupBy({ by: ['state'], _count: true });
  expect(states.map(({ state }) => state).sort()).toEqual(['answered', 'closed', 'open']);
  const leaders = (await office.as('leader').get('/api/inspections/leaders')).body;
  expect(leaders.overdueVisits).toBeGreaterThan(0);
  expect((await office.as('officer').get('/api/inspections/elections')).body.overdue).toBe(2);
});

test('each role finds something to do on its pages', async () => {
  const month = await office.as('planner').get('/api/attendance/months?month=2016-12');
  const { items } = month.body;
  expect(items.some(({ contradictions }: { contradictions: number }) => contradictions > 0)).toBe(
    true,
  );
  expect(items.some(({ short }: { short: number }) => short > 0)).toBe(true);
  for (const who of ['planner', 'officer', 'head']) {
    const home = await office.as(who).get('/api/home');
    expect(home.body.tasks.length, who).toBeGreaterThan(0);
  }
});

test('grades were asked against, a bonus was used, and ends of the term are prepared', async () => {
  const { prisma } = office.db;
  const cases = await prisma.gradeCase.groupBy({ by: ['kind'], _count: true });
  expect(cases.map(({ kind }) => kind).sort()).toEqual(['appeal', 'objection', 'review']);
  const { counts } = (await office.as('office').get('/api/benefits')).body;
  expect(counts).toMatchObject({ used: 1, groundLost: 0 });
  expect(counts.open).toBeGreaterThan(0);
  expect(await prisma.benefitUse.count({ where: { voidedAt: { not: null } } })).toBe(1);
  expect((await office.as('office').get('/api/term-ends')).body.counts).toMatchObject({
    proposed: 3,
  });
  // Of one person's two years each has the grade of that year's staffing type.
  const changed = await prisma.cadre.findMany({
    where: { evaluations: { some: { grade: 'qualified' } } },
    select: { evaluations: { select: { gradeSet: true } } },
  });
  const sets = changed.map(({ evaluations }) => new Set(evaluations.map((one) => one.gradeSet)));
  expect(sets.filter(({ size }) => size === 2)).toHaveLength(1);
});

test('a second start makes nothing twice', async () => {
  const before = await office.db.prisma.auditEntry.count();
  await seedHistory(office.deps, testPassword, folder, () => {});
  const after = await office.db.prisma.auditEntry.count();
  // Signing in is noted; nothing else happened.
  expect(after - before).toBeLessThan(3);
});
