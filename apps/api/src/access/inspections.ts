import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import type { Entries, RowEntry } from './entry.ts';
import { newName, type Owner, type World } from './world.ts';

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
};
