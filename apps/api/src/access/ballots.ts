import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import type { Entries, Ids, RowEntry } from './entry.ts';
import type { World } from './world.ts';

const readers = { all: ['planner', 'office', 'evaluator'] } as const;
const enterers = { all: ['office', 'evaluator'] } as const;

const made = new WeakMap<World, Promise<Ids>>();

/** A round counted twice, with somebody in a village of the evaluator's team. */
function round(world: World): Promise<Ids> {
  const known = made.get(world) ?? newRound(world);
  made.set(world, known);
  return known;
}

async function newRound({ district, posted }: World): Promise<Ids> {
  const { prisma } = district.office.db;
  const users = await prisma.user.findMany({ where: { username: 'evaluator' } });
  const { id } = await prisma.evaluationRound.create({
    data: {
      ...{ batchId: district.batchId, kind: 'term', year: 2019, name: '期满考核' },
      ...{ startsOn: toDate(day('2015-06-01')), endsOn: toDate(day('2015-12-31')) },
      ...{ date: toDate(day('2015-12-31')), status: 'open', ballotsTwice: true },
      ...{ createdByName: '某', openedByName: '某', openedAt: new Date() },
      gradeSets: {
        create: { tier: 'district', staffingType: 'administrative', set: 'civilServant' },
      },
    },
  });
  const villageId = district.villages.大尤家村;
  const cadreId = posted.ofWaterInZhengwang;
  const assignment = await prisma.assignment.findFirstOrThrow({ where: { cadreId } });
  const person = await prisma.evaluationPerson.create({
    data: {
      ...{ roundId: id, cadreId, assignmentId: assignment.id, villageId, daysInPost: 200 },
      ...{ townshipId: district.townships.郑旺镇, unitId: district.units.区水利局 },
      ...{ tier: 'district', staffingType: 'administrative', gradeSet: 'civilServant' },
      standing: 'evaluated',
    },
  });
  await prisma.evaluationTeam.create({
    data: {
      ...{ roundId: id, name: '一组' },
      members: { create: users.map((user) => ({ userId: user.id })) },
      villages: { create: { villageId } },
    },
  });
  return { id, villageId, personId: person.id };
}

const row = (reach: RowEntry['reach'], more: Partial<RowEntry> = {}): RowEntry => ({
  ...{ kind: 'row', reach, row: round },
  ...more,
});

const change = ({ personId }: Ids) => ({
  ...{ personId, group: 'partyMembers', cell: 'issued', was: null, is: null },
});
const zeros = { issued: 0, returned: 0, valid: 0, void: 0, first: 0, second: 0, third: 0 };
const none = { figures: { ...zeros, fourth: 0, abstained: 0 }, answers: [] };

export const ballotEntries: Entries = {
  listVisits: row(readers),
  getVisit: row(readers),
  saveVisit: row(enterers, {
    sent: () => ({ body: { changes: [{ field: 'place', was: null, is: null }] } }),
  }),
  workOnPerson: row(enterers, {
    row: async (world) => ({ id: (await round(world)).personId ?? '' }),
    sent: () => ({ body: {} }),
  }),
  getBallots: row(readers),
  saveBallots: row(enterers, { sent: (ids) => ({ body: { changes: [change(ids)] } }) }),
  // Nothing is counted yet: who may is let in, and told so.
  finishCount: row(enterers, { sent: () => ({ body: {} }), reached: [409] }),
  settleCounts: row(enterers, {
    sent: ({ personId }) => ({
      body: { lines: [{ personId, group: 'partyMembers', content: none }] },
    }),
    reached: [409],
  }),
  reopenCounts: row(
    { all: ['planner', 'office'] },
    { sent: () => ({ body: { reason: '重新计票' } }), reached: [409] },
  ),
  exportBallots: row(enterers),
  exportVisitPaper: row(enterers, {
    row: async (world) => ({ ...(await round(world)), paper: 'tally' }),
  }),
};
