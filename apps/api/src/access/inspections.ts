import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import type { Entries, Ids, RowEntry } from './entry.ts';
import { newName, nobody, type Owner, type Person, type World } from './world.ts';

const overlook = ['planner', 'office', 'inspector', 'leader'] as const;
const inspects = ['planner', 'office', 'inspector'] as const;
const own = ['officer', 'head', 'liaison'] as const;
const reach = { all: overlook, own } as const;

async function newInspection({ district, villages }: World, owner: Owner) {
  const { id } = await district.office.db.prisma.inspection.create({
    data: {
      ...{ kind: 'unannounced', day: toDate(day('2015-04-20')), subject: newName() },
      ...{ team: '督查一组', enteredByName: '徐志刚' },
      villages: { create: { villageId: villages[owner] } },
    },
  });
  return { id, villageId: villages[owner] };
}

async function newFinding(world: World, owner: Owner, state: 'open' | 'answered' = 'open') {
  const { prisma } = world.district.office.db;
  const { id: inspectionId, villageId } = await newInspection(world, owner);
  const units = world.district.units;
  // What a unit answers is what it is itself responsible for.
  const unitId = owner.endsWith('委') ? null : units[owner];
  const { id } = await prisma.finding.create({
    data: {
      ...{ inspectionId, villageId, kind: 'ledgers', severity: 'minor', text: newName('问') },
      ...{ deadline: toDate(day('2015-05-20')), unitId },
      responsible: unitId === null ? 'township' : 'unit',
    },
  });
  if (state !== 'open') await prisma.finding.update({ where: { id }, data: { state } });
  return { id, villageId };
}

async function newDraw({ district, villages }: World) {
  const { prisma } = district.office.db;
  const village = await prisma.village.findUniqueOrThrow({ where: { id: villages.郑旺镇党委 } });
  const { id, code, name } = village;
  const draw = await prisma.villageDraw.create({
    data: {
      ...{ purpose: newName(), seed: newName(), count: 1, drawn: [code] },
      filter: { batchId: null, townshipIds: [], kinds: [], tiers: [], notCheckedSince: null },
      population: [{ id, code, name, townshipName: '郑旺镇' }],
      ...{ drawnOn: toDate(day('2015-04-24')), drawnByName: '徐志刚' },
    },
  });
  return draw.id;
}

const act = (state: 'open' | 'answered', more: Partial<RowEntry>): RowEntry => ({
  ...{ kind: 'row', reach, row: (world, owner) => newFinding(world, owner, state) },
  ...more,
});

/** A row of each township, each with a village where somebody of a unit is posted. */
async function ofBoth(world: World, make: (world: World, owner: Owner) => Promise<{ id: string }>) {
  const mark = async (owner: Owner) => (await make(world, owner)).id;
  return [
    { mark: await mark('区水利局'), seenBy: [...overlook, 'officer', 'head'] as const },
    { mark: await mark('区财政局'), seenBy: [...overlook, 'officer2', 'liaison'] as const },
  ];
}

const prisma = (world: World) => world.district.office.db.prisma;
const start = toDate(day('2015-01-01'));
const villageRow = ({ villages }: World, owner: Owner) => ({ id: villages[owner] });
const ofState = { all: ['planner'], own: ['officer'] } as const;

const newHolder = async (world: World, owner: Owner) => {
  const data = { villageId: world.villages[owner], name: newName(), startsOn: start };
  return {
    id: (await prisma(world).villageHolder.create({ data: { ...data, seat: 'partyMember' } })).id,
  };
};

/** Held already, so that a village may have several. */
const newElection = async (world: World, owner: Owner) => {
  const data = { villageId: world.villages[owner], dueOn: start, heldOn: start };
  return {
    id: (await prisma(world).villageElection.create({ data: { ...data, body: 'party' } })).id,
  };
};

async function newWeakLax(world: World, owner: Owner) {
  const villageId = world.villages[owner];
  await prisma(world).weakLax.updateMany({
    where: { villageId, turnedOn: null },
    data: { turnedOn: start, turnedDocument: '某号' },
  });
  const data = { villageId, designatedOn: start, document: '某号', reason: '某因' };
  return { id: (await prisma(world).weakLax.create({ data })).id };
}

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

async function newComparison(world: World, owner: Owner) {
  const { id, villageId } = await newInspection(world, owner);
  await prisma(world).inspection.update({ where: { id }, data: { kind: 'comparison' } });
  const of = { inspectionId: id, position: 0 };
  const criterion = await prisma(world).comparisonCriterion.create({
    data: { ...of, name: '产业', most: 60 },
  });
  const judge = await prisma(world).comparisonJudge.create({ data: { ...of, name: '甲' } });
  return { id, villageId, criterionId: criterion.id, judgeId: judge.id };
}

const newGroup = {
  ...{ name: '办公室', head: '某某', contactName: '某某', contactPhone: null },
  ...{ document: null, setUpOn: null, version: 0 },
};

const noFilter = { batchId: null, townshipIds: [], kinds: [], tiers: [], notCheckedSince: null };
const query = () => ({ pageSize: '200' });
const drawRow: RowEntry = {
  ...{ kind: 'row', reach: { all: overlook } },
  row: async (world) => ({ id: await newDraw(world) }),
};

export const inspectionEntries: Entries = {
  listInspections: { kind: 'list', query, rows: (world) => ofBoth(world, newInspection) },
  getInspection: { kind: 'row', reach, row: newInspection },
  enterInspection: {
    ...{ kind: 'row', named: 'villageIds', reach: { all: inspects }, key: 'villageId' },
    row: ({ villages }, owner) => ({ villageId: villages[owner] }),
    sent: ({ villageId = '' }) => ({
      body: {
        ...{ kind: 'dispatching', day: '2015-04-20', subject: '调度', team: '督查一组' },
        villageIds: [villageId],
      },
    }),
  },
  updateInspection: {
    ...{ kind: 'row', reach: { all: inspects }, row: newInspection },
    sent: () => ({ body: { summary: '较好', version: 1 } }),
  },
  listIssues: { kind: 'list', query, rows: (world) => ofBoth(world, newFinding) },
  exportIssues: {
    kind: 'list',
    rows: async (world) => {
      await ofBoth(world, newFinding);
      return [
        { mark: '大尤家村', seenBy: [...overlook, 'officer', 'head'] },
        { mark: '养马庄村', seenBy: [...overlook, 'officer2', 'liaison'] },
      ];
    },
  },
  getIssue: act('open', {}),
  enterIssue: {
    ...{ kind: 'row', reach: { all: inspects }, row: newInspection },
    sent: ({ villageId = '' }) => ({
      body: {
        ...{ villageId, kind: 'ledgers', severity: 'minor', text: '台账未更新' },
        ...{ deadline: '2015-05-20', responsible: 'township' },
      },
    }),
  },
  answerIssue: act('open', {
    reach: { own },
    sent: () => ({ body: { text: '已补齐', on: '2015-04-24', version: 1 } }),
  }),
  closeIssue: act('answered', {
    reach: { all: inspects },
    sent: () => ({ body: { text: '属实', version: 1 } }),
  }),
  returnIssue: act('answered', {
    reach: { all: inspects },
    sent: () => ({ body: { text: '不属实', version: 1 } }),
  }),
  withdrawIssue: act('open', {
    reach: { all: inspects },
    sent: () => ({ body: { text: '登记有误', version: 1 } }),
  }),
  listDraws: {
    ...{ kind: 'list', query },
    rows: async (world) => [{ mark: await newDraw(world), seenBy: overlook }],
  },
  getDraw: drawRow,
  verifyDraw: drawRow,
  countDrawable: { kind: 'whole', sent: () => ({ body: noFilter }) },
  drawVillages: {
    kind: 'whole',
    sent: () => ({ body: { ...noFilter, purpose: newName(), count: 1 } }),
  },
  getVillageState: { kind: 'row', reach, row: villageRow },
  seatHolder: {
    ...{ kind: 'row', reach: ofState, row: villageRow },
    sent: () => ({ body: { seat: 'partyMember', name: '某某', startsOn: '2015-01-01' } }),
  },
  changeHolder: {
    ...{ kind: 'row', reach: ofState, row: newHolder },
    sent: () => ({ body: { endsOn: '2015-04-01', version: 1 } }),
  },
  withdrawVillageRecord: {
    ...{ kind: 'row', reach: ofState },
    row: async (world, owner) => ({ kind: 'holder', ...(await newHolder(world, owner)) }),
    sent: () => ({ body: { reason: '登记错了', version: 1 } }),
  },
  listElections: {
    kind: 'list',
    rows: (world) =>
      ofBoth(world, async (_, owner) => {
        const villageId = world.villages[owner];
        await prisma(world).villageElection.updateMany({
          where: { villageId, heldOn: null },
          data: { heldOn: start },
        });
        const data = { villageId, dueOn: start, body: 'villagers' as const };
        return prisma(world).villageElection.create({ data });
      }),
  },
  planElection: {
    ...{ kind: 'row', reach: ofState, row: villageRow },
    sent: () => ({ body: { body: 'party', dueOn: '2017-12-01' } }),
    // Entered already by whoever came first: let in, and told so.
    reached: [409],
  },
  changeElection: {
    ...{ kind: 'row', reach: ofState, row: newElection },
    sent: () => ({ body: { result: '全部当选', version: 1 } }),
  },
  designateWeakLax: {
    ...{ kind: 'row', reach: ofState, row: villageRow },
    sent: () => ({ body: { designatedOn: '2015-01-01', document: '某号', reason: '某因' } }),
    // In hand already by whoever came first: let in, and told so.
    reached: [409],
  },
  turnRound: {
    ...{ kind: 'row', reach: { all: ['planner'] }, row: newWeakLax },
    sent: () => ({ body: { turnedOn: '2015-04-01', turnedDocument: '某号', version: 1 } }),
  },
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
  getFieldComparison: { kind: 'row', reach: { all: overlook }, row: newComparison },
  exportFieldComparison: { kind: 'row', reach: { all: overlook }, row: newComparison },
  setUpFieldComparison: {
    ...{ kind: 'row', reach: { all: inspects }, row: newComparison },
    sent: () => ({
      body: { criteria: [{ name: '产业', most: 60 }], judges: [{ name: '甲' }], version: 1 },
    }),
  },
  saveFieldScores: {
    ...{ kind: 'row', reach: { all: inspects }, row: newComparison },
    sent: ({ villageId = nobody, criterionId = nobody, judgeId = nobody }: Ids) => ({
      body: { scores: [{ villageId, criterionId, judgeId, points: 10 }], version: 1 },
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
