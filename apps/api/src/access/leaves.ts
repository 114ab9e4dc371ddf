import type { LeaveKind } from '@xuanpai/contracts/attendance-marks';
import { toDate } from '@xuanpai/database/dates';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { day } from '../testing.ts';
import type { Entries, Ids, RowEntry } from './entry.ts';
import type { Owner, World } from './world.ts';

const reach = { all: ['planner', 'office'], own: ['officer', 'head', 'liaison'] } as const;

/** The cadre posted in an owner's township, or an owner's own people there. */
function postedOf({ posted }: World, owner: Owner): string {
  const inZhengwang = owner === '郑旺镇党委' || owner === '区水利局';
  return inZhengwang ? posted.ofWaterInZhengwang : posted.ofFinanceInChaoyang;
}

/** One leave after the other: nobody is on two at once. */
let next = day('2015-06-01');

async function newLeave(world: World, owner: Owner, state: 'asked' | 'approved'): Promise<Ids> {
  const startsOn = next;
  next = addDays(next, 1);
  const { id } = await world.district.office.db.prisma.leave.create({
    data: {
      ...{ cadreId: postedOf(world, owner), kind: 'sickLeave' as LeaveKind, reason: '就医' },
      ...{ startsOn: toDate(startsOn), endsOn: toDate(startsOn), askedByName: '某', state },
      ...(state === 'approved' ? { decidedAt: new Date(), decidedByName: '某' } : {}),
    },
  });
  return { id, before: addDays(startsOn, -1) };
}

const act = (state: 'asked' | 'approved', more: Partial<RowEntry>): RowEntry => ({
  ...{ kind: 'row', reach, row: (world, owner) => newLeave(world, owner, state) },
  ...more,
});

const list = async (world: World) => [
  {
    mark: (await newLeave(world, '郑旺镇党委', 'asked')).id ?? '',
    seenBy: ['planner', 'office', 'officer', 'head'] as const,
  },
  {
    mark: (await newLeave(world, '朝阳街道党工委', 'asked')).id ?? '',
    seenBy: ['planner', 'office', 'officer2', 'liaison'] as const,
  },
];

const query = () => ({ pageSize: '200' });

/** Somebody posted in an owner's township, for what is said of a person. */
const person = (world: World, owner: Owner) => ({ id: postedOf(world, owner), year: '2015' });

export const leaveEntries: Entries = {
  listLeaves: { kind: 'list', query, rows: list },
  exportLeaves: {
    kind: 'list',
    query: () => ({}),
    rows: async (world) => {
      await list(world);
      const { posted, district } = world;
      const nameOf = async (id: string) =>
        (await district.office.db.prisma.cadre.findUniqueOrThrow({ where: { id } })).name;
      return [
        {
          mark: await nameOf(posted.ofWaterInZhengwang),
          seenBy: ['planner', 'office', 'officer', 'head'],
        },
        {
          mark: await nameOf(posted.ofFinanceInChaoyang),
          seenBy: ['planner', 'office', 'officer2', 'liaison'],
        },
      ];
    },
  },
  reckonLeave: {
    ...{ kind: 'row', named: 'cadreId', reach: { own: ['officer'] } },
    row: (world, owner) => ({ cadreId: postedOf(world, owner) }),
    key: 'cadreId',
    sent: ({ cadreId = '' }) => ({
      query: { cadreId, kind: 'sickLeave', startsOn: '2016-06-01', endsOn: '2016-06-01' },
    }),
  },
  getLeave: act('asked', {}),
  askLeave: {
    ...{ kind: 'row', named: 'cadreId', reach: { own: ['officer'] } },
    row: (world, owner) => ({ cadreId: postedOf(world, owner) }),
    key: 'cadreId',
    sent: ({ cadreId = '' }) => {
      const period = { startsOn: '2016-06-01', endsOn: '2016-06-01' };
      return { body: { ...period, cadreId, kind: 'sickLeave', reason: '就医' } };
    },
  },
  decideLeave: act('asked', {
    reach: { all: ['planner'], own: ['head'] },
    sent: () => ({ body: { approve: false, decision: '工作需要', version: 1 } }),
  }),
  withdrawLeave: act('asked', {
    reach: { own: ['officer'] },
    sent: () => ({ body: { version: 1 } }),
  }),
  endLeave: act('approved', {
    reach: { all: ['planner'], own: ['officer', 'head'] },
    sent: ({ before = '' }) => ({ body: { lastDay: before, reason: '没有休', version: 1 } }),
  }),
  getLeaveYear: { kind: 'row', reach, row: person },
  setLeaveDue: {
    ...{ kind: 'row', reach: { all: ['planner'], own: ['officer'] }, row: person },
    // Said already, by whoever came first: let in, and told so.
    ...{ sent: () => ({ body: { kind: 'annualLeave', days: 5, version: 0 } }), reached: [409] },
  },
};
