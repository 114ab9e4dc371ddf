import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { ensureCalendar, readCalendar } from './work-calendar.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
});
afterAll(() => office.close());

const of = (from: string, to: string) => readCalendar(office.db.pool, day(from), day(to));

test('published days are there after the start, and stay as a planner corrected them', async () => {
  const { prisma } = office.db;
  await prisma.calendarDay.create({
    data: { day: new Date('2016-06-11T00:00:00Z'), kind: 'holiday', name: '停电' },
  });
  expect(await of('2016-06-01', '2016-06-30')).toHaveLength(1);
  await ensureCalendar(office.deps);
  expect(await of('2016-06-09', '2016-06-13')).toEqual([
    { day: '2016-06-09', kind: 'holiday', name: '端午' },
    { day: '2016-06-10', kind: 'holiday', name: '端午' },
    { day: '2016-06-11', kind: 'holiday', name: '停电' },
    { day: '2016-06-12', kind: 'makeUp', name: '端午' },
  ]);
  await prisma.calendarDay.delete({ where: { day: new Date('2016-06-12T00:00:00Z') } });
  await ensureCalendar(office.deps);
  expect(await of('2016-06-12', '2016-06-12')).toEqual([]);
  expect(await prisma.calendarYear.findUnique({ where: { year: 2015 } })).not.toBeNull();
});
