import type { Entries, Ids } from './entry.ts';
import { overlook, own, prisma, start } from './supervision.ts';
import { newName, nobody, type Owner, type Person, type World } from './world.ts';

const newLeader = async (world: World, _: Owner, person?: Person): Promise<Ids> => {
  const user =
    person === 'leader'
      ? await prisma(world).user.findUniqueOrThrow({ where: { username: 'leader' } })
      : null;
  if (user) {
    await prisma(world).districtLeader.updateMany({
      where: { userId: user.id },
      data: { userId: null },
    });
  }
  const data = { name: newName(), position: '副区长', userId: user?.id ?? null };
  const { id } = await prisma(world).districtLeader.create({ data });
  return { id, villageId: world.villages.区水利局 };
};

async function newLink(world: World, owner: Owner) {
  const { id: leaderId = '' } = await newLeader(world, owner);
  const data = { leaderId, villageId: world.villages[owner], intervalDays: 30, startsOn: start };
  return { id: (await prisma(world).leaderLink.create({ data })).id };
}

const newGroup = {
  ...{ name: '办公室', head: '某某', contactName: '某某', contactPhone: null },
  ...{ document: null, setUpOn: null, version: 0 },
};

export const leadershipEntries: Entries = {
  listLeaders: {
    kind: 'list',
    rows: async (world) => [
      { mark: (await newLeader(world, '区水利局')).id ?? '', seenBy: overlook },
    ],
  },
  addLeader: {
    kind: 'whole',
    sent: () => ({ body: { name: newName(), position: '副区长' } }),
  },
  changeLeader: {
    ...{ kind: 'row', reach: { all: ['planner', 'office'] }, row: newLeader },
    sent: () => ({ body: { position: '区长', version: 1 } }),
  },
  linkVillage: {
    ...{ kind: 'row', reach: { all: ['planner', 'office'] }, row: newLeader },
    sent: ({ villageId = nobody }: Ids) => ({
      body: { villageId, startsOn: '2015-01-01', intervalDays: 30 },
    }),
  },
  changeLink: {
    ...{ kind: 'row', reach: { all: ['planner', 'office'] }, row: newLink },
    sent: () => ({ body: { intervalDays: 60, version: 1 } }),
  },
  enterLeaderVisit: {
    ...{ kind: 'row', reach: { all: overlook }, row: newLeader },
    sent: ({ villageId = nobody }: Ids) => ({
      body: { villageId, day: '2015-04-20', summary: '了解情况' },
    }),
  },
  listOrganisation: {
    ...{ kind: 'list', query: () => ({ year: '2015' }) },
    rows: ({ district }) => {
      const { 郑旺镇党委, 区水利局, 区财政局 } = district.units;
      return [
        { mark: 郑旺镇党委, seenBy: [...overlook, 'officer', 'head'] },
        { mark: 区水利局, seenBy: overlook },
        { mark: 区财政局, seenBy: [...overlook, 'liaison'] },
      ];
    },
  },
  saveDistrictGroup: { kind: 'whole', sent: () => ({ body: newGroup }), reached: [409] },
  saveUnitGroup: {
    ...{ kind: 'row', reach: { all: ['planner', 'office'], own: ['officer', 'liaison'] } },
    row: ({ district }, owner) => ({ id: district.units[owner] }),
    sent: () => ({ body: newGroup }),
    // Entered already by whoever came first: let in, and told so.
    reached: [409],
  },
  saveDutyReport: {
    ...{ kind: 'row', reach: { all: ['planner', 'office'] } },
    row: ({ district }, owner) => ({ id: district.units[owner], year: '2015' }),
    sent: () => ({
      body: { item: '选派工作', result: null, document: null, reportedOn: null, version: 0 },
    }),
    reached: [409],
  },
  exportUnitYear: {
    ...{ kind: 'row', reach: { all: overlook, own } },
    row: ({ district }, owner) => ({ id: district.units[owner], year: '2015' }),
  },
};
