import { permissions } from '@xuanpai/contracts/permissions';
import type { Entries } from './entry.ts';
import { newName, type World } from './world.ts';

const everybody = permissions['calendar.read'];
const occasion = {
  kind: 'meeting',
  title: '全区推进会',
  tier: null,
  documentNumber: null,
} as const;
const days = { startsOn: '2015-06-05', endsOn: '2015-06-05' };

async function newOccasion({ district }: World) {
  const data = { kind: 'meeting' as const, title: newName('会'), startsOn: day, endsOn: day };
  const { id } = await district.office.db.prisma.districtOccasion.create({
    data: { ...data, byName: '王晓东' },
  });
  return { id };
}

const day = new Date('2015-06-05T00:00:00Z');
// Years and days are no rows: every one of them is there.
const noYear = { key: 'year', missing: 400 } as const;

export const calendarEntries: Entries = {
  getCalendarYear: {
    ...{ kind: 'row', reach: { all: everybody }, row: () => ({ year: '2015' }) },
    ...noYear,
  },
  setCalendarDay: {
    ...{ kind: 'row', reach: { all: ['planner'] }, row: () => ({ day: '2015-06-06' }) },
    ...{ key: 'day', missing: 400 },
    // Corrected in another version by now: the planner is let in, and told so.
    ...{ sent: () => ({ body: { kind: 'weekday', reason: '核对', version: 0 } }), reached: [409] },
  },
  settleCalendarYear: {
    ...{ kind: 'row', reach: { all: ['planner'] }, row: () => ({ year: '2031' }) },
    ...noYear,
    ...{ sent: () => ({ body: { version: 0 } }), reached: [409] },
  },
  createOccasion: {
    kind: 'whole',
    sent: () => ({ body: { ...occasion, ...days } }),
  },
  updateOccasion: {
    ...{ kind: 'row', reach: { all: ['planner'] }, row: newOccasion },
    sent: () => ({ body: { ...occasion, ...days, version: 1 } }),
  },
  deleteOccasion: {
    ...{ kind: 'row', reach: { all: ['planner'] }, row: newOccasion },
    sent: () => ({ query: { version: '1' } }),
  },
};
