import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import type { Entries, Ids } from './entry.ts';
import type { Owner, World } from './world.ts';

const reach = { all: ['planner', 'office', 'inspector'], own: ['officer', 'head'] } as const;
const everybodyOf = ['planner', 'office', 'inspector'] as const;

async function newCheck({ district, assignments }: World, owner: Owner) {
  const { id } = await district.office.db.prisma.spotCheck.create({
    data: {
      ...{ assignmentId: assignments[owner], day: toDate(day('2015-06-10')), half: 1 },
      ...{ found: 'elsewhere', text: '村办公室无人', enteredByName: '徐志刚' },
    },
  });
  return { id };
}

export const spotCheckEntries: Entries = {
  listSpotChecks: {
    kind: 'list',
    query: () => ({ pageSize: '200' }),
    rows: async (world) => [
      {
        mark: (await newCheck(world, '郑旺镇党委')).id,
        seenBy: [...everybodyOf, 'officer', 'head'],
      },
      { mark: (await newCheck(world, '朝阳街道党工委')).id, seenBy: [...everybodyOf, 'officer2'] },
    ],
  },
  exportSpotChecks: {
    kind: 'list',
    rows: async (world) => {
      await newCheck(world, '郑旺镇党委');
      await newCheck(world, '朝阳街道党工委');
      return [
        { mark: '大尤家村', seenBy: [...everybodyOf, 'officer', 'head'] },
        { mark: '养马庄村', seenBy: [...everybodyOf, 'officer2'] },
      ];
    },
  },
  getSpotCheck: { kind: 'row', reach, row: newCheck },
  enterSpotCheck: {
    ...{ kind: 'row', named: 'assignmentId', reach: { all: ['planner', 'inspector'] } },
    row: ({ assignments }, owner) => ({ assignmentId: assignments[owner] }),
    key: 'assignmentId',
    sent: ({ assignmentId = '' }: Ids) => ({
      body: { assignmentId, day: '2015-04-20', half: null, found: 'there', text: '在村' },
    }),
    // Nobody is in post yet: let in, and told so.
    reached: [422],
  },
  resolveSpotCheck: {
    ...{ kind: 'row', reach: { all: ['planner'] }, row: newCheck },
    // Nothing is logged yet: let in, and told so.
    ...{ sent: () => ({ body: { resolution: '已核实', version: 1 } }), reached: [422] },
  },
};
