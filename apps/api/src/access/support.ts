import { toDate } from '@xuanpai/database/dates';
import { searchKeyOf } from '../lib/records/search-key.ts';
import { day } from '../testing.ts';
import type { Entries, Ids, RowEntry } from './entry.ts';
import { newName, type Owner, type World } from './world.ts';

const district = ['planner', 'office', 'inspector', 'leader'] as const;
const reads = { all: district, own: ['officer', 'head', 'liaison'] } as const;
const readers = [...district];
const keepers = { all: ['planner'], own: ['officer'] } as const;
const reporters = { own: ['officer', 'liaison'] } as const;
const deciders = { own: ['officer', 'head'] } as const;

const villageOf = (world: World, owner: Owner) => world.villages[owner];
const prismaOf = ({ district: { office } }: World) => office.db.prisma;
const seen = (ids: Ids) => ({ body: { version: Number(ids.version ?? 1) } });
const withVersion = { query: { version: '1' } };

async function newEnterprise(world: World, owner: Owner) {
  const name = `企业${newName()}`;
  const townshipId = world.district.townships[owner === '朝阳街道党工委' ? '朝阳街道' : '郑旺镇'];
  const data = { name, townshipId, searchKey: searchKeyOf(name, 'place') };
  return { id: (await prismaOf(world).enterprise.create({ data })).id, name };
}

async function newPairing(world: World, owner: Owner) {
  const enterprise = await newEnterprise(world, owner);
  const startsOn = toDate(day('2015-01-01'));
  const data = { enterpriseId: enterprise.id, villageId: villageOf(world, owner), startsOn };
  return { id: (await prismaOf(world).enterprisePairing.create({ data })).id };
}

async function newFund(world: World, owner: Owner) {
  const data = { villageId: villageOf(world, owner), year: 2015, amount: '1000.00' };
  const entered = { source: '区级财政', document: '河财〔2015〕1号', enteredByName: '某' };
  return { id: (await prismaOf(world).villageFund.create({ data: { ...data, ...entered } })).id };
}

async function newProject(world: World, owner: Owner, state: 'planned' | 'done' = 'planned') {
  const name = `项目${newName()}`;
  const project = await prismaOf(world).project.create({
    data: {
      ...{ villageId: villageOf(world, owner), name, kind: 'services', purpose: '便民', state },
      ...{ createdByName: '某', searchKey: searchKeyOf(name, 'place') },
    },
  });
  return { id: project.id, name };
}

async function newPayment(world: World, owner: Owner) {
  const { id } = await newProject(world, owner);
  const payment = await prismaOf(world).projectPayment.create({
    data: {
      ...{ projectId: id, kind: 'spent', paidOn: toDate(day('2015-04-01')), amount: '1.00' },
      ...{ voucher: '记-1', enteredByName: '某' },
    },
  });
  return { id, paymentId: payment.id };
}

/** An owner's help: a unit's to where it has somebody, an enterprise's to a village of the township. */
async function newHelp(
  world: World,
  owner: Owner,
  state: 'promised' | 'reported' | 'confirmed' = 'promised',
) {
  const content = `走访${newName()}`;
  const helper = owner.endsWith('委')
    ? { enterpriseId: (await newEnterprise(world, owner)).id }
    : { unitId: world.district.units[owner] };
  const done = state === 'promised' ? {} : { doneOn: toDate(day('2015-04-01')), doneText: '已办' };
  const help = await prismaOf(world).help.create({
    data: {
      ...{ villageId: villageOf(world, owner), kind: 'visits', content, state, ...helper, ...done },
      ...{ dueOn: toDate(day('2015-06-30')), enteredByName: '某' },
    },
  });
  return { id: help.id, content };
}

const row = (
  reach: RowEntry['reach'],
  make: RowEntry['row'],
  sent?: RowEntry['sent'],
  more: Partial<RowEntry> = {},
): RowEntry => ({ kind: 'row', reach, row: make, ...(sent ? { sent } : {}), ...more });

const inVillage = (world: World, owner: Owner) => ({ villageId: villageOf(world, owner) });
const ofVillage = { named: 'villageId', key: 'villageId' } as const;
const village = (world: World, owner: Owner) => ({ id: villageOf(world, owner) });

/** Which of the world's villages each person sees; a unit those where its people are. */
const seenVillages = (mark: (name: '友谊村' | '前杨墩村' | '养马庄村') => string) => [
  { mark: mark('友谊村'), seenBy: [...readers, 'officer', 'head'] as const },
  { mark: mark('前杨墩村'), seenBy: [...readers, 'officer2'] as const },
  { mark: mark('养马庄村'), seenBy: [...readers, 'officer2', 'liaison'] as const },
];

const registerReaders = [...readers, 'officer', 'officer2', 'head'] as const;

export const supportEntries: Entries = {
  listEnterprises: {
    kind: 'list',
    query: () => ({ pageSize: '200' }),
    rows: async (world) => [
      { mark: (await newEnterprise(world, '郑旺镇党委')).id, seenBy: registerReaders },
    ],
  },
  exportEnterprises: {
    kind: 'list',
    rows: async (world) => [
      { mark: (await newEnterprise(world, '朝阳街道党工委')).name, seenBy: registerReaders },
    ],
  },
  getEnterprise: row(
    { all: ['planner', 'office', 'officer', 'head', 'inspector', 'leader'] },
    newEnterprise,
  ),
  createEnterprise: row(
    keepers,
    ({ district: { townships } }, owner) => ({
      townshipId: townships[owner === '朝阳街道党工委' ? '朝阳街道' : '郑旺镇'],
    }),
    ({ townshipId }) => ({ body: { name: `企业${newName()}`, townshipId } }),
    { named: 'townshipId', key: 'townshipId' },
  ),
  updateEnterprise: row(keepers, newEnterprise, () => ({ body: { industry: '农业', version: 1 } })),
  deleteEnterprise: row(keepers, newEnterprise, () => withVersion),
  createPairing: row(
    keepers,
    async (world, owner) => ({
      ...inVillage(world, owner),
      enterpriseId: (await newEnterprise(world, owner)).id,
    }),
    (ids) => ({ body: { ...ids, startsOn: '2015-04-01', endsOn: null } }),
    ofVillage,
  ),
  updatePairing: row(keepers, newPairing, () => ({
    body: { startsOn: '2015-01-01', endsOn: '2015-04-01', version: 1 },
  })),
  deletePairing: row(keepers, newPairing, () => withVersion),
  listSupport: {
    kind: 'list',
    query: () => ({ pageSize: '200' }),
    rows: ({ district: { villages } }) => seenVillages((name) => villages[name]),
  },
  exportSupport: { kind: 'list', rows: () => seenVillages((name) => name) },
  getVillageSupport: row(reads, village),
  getUnitSupport: row(reads, ({ district: { units } }, owner) => ({ id: units[owner] })),
  createFund: row(
    keepers,
    inVillage,
    (ids) => ({
      body: { ...ids, year: 2015, amount: '1.00', source: '区级财政', document: '河财1号' },
    }),
    ofVillage,
  ),
  updateFund: row(keepers, newFund, () => ({
    body: { year: 2015, amount: '2.00', source: '区级财政', document: '河财1号', version: 1 },
  })),
  deleteFund: row(keepers, newFund, () => withVersion),
  listProjects: {
    kind: 'list',
    query: () => ({ pageSize: '200' }),
    rows: async (world) => [
      {
        mark: (await newProject(world, '郑旺镇党委')).id,
        seenBy: [...readers, 'officer', 'head'],
      },
      {
        mark: (await newProject(world, '区财政局')).id,
        seenBy: [...readers, 'officer2', 'liaison'],
      },
    ],
  },
  exportProjects: {
    kind: 'list',
    rows: async (world) => [
      {
        mark: (await newProject(world, '朝阳街道党工委')).name,
        seenBy: [...readers, 'officer2'],
      },
    ],
  },
  getProject: row(reads, untouchedProject),
  createProject: row(
    keepers,
    inVillage,
    (ids) => ({
      body: {
        ...ids,
        ...{ name: '便民路', kind: 'infrastructure', purpose: '出行' },
        ...{ sources: [], milestones: [] },
      },
    }),
    ofVillage,
  ),
  updateProject: row(keepers, untouchedProject, () => ({
    body: { name: '便民路二期', version: 1 },
  })),
  addPayment: row(keepers, untouchedProject, () => ({
    body: { kind: 'spent', paidOn: '2015-04-01', amount: '1.00', voucher: '记-1', version: 1 },
  })),
  removePayment: row(keepers, newPayment, () => withVersion),
  stepProject: row(keepers, untouchedProject, () => ({
    body: { act: 'begin', day: '2015-04-01', version: 1 },
  })),
  acceptProject: row(
    { all: ['planner'], own: ['head'] },
    (world, owner) => newProject(world, owner, 'done'),
    () => ({ body: { day: '2015-04-01', text: '合格', version: 1 } }),
  ),
  listHelp: {
    kind: 'list',
    query: () => ({ pageSize: '200' }),
    rows: async (world) => [
      { mark: (await newHelp(world, '郑旺镇党委')).id, seenBy: [...readers, 'officer', 'head'] },
      {
        mark: (await newHelp(world, '区财政局')).id,
        seenBy: [...readers, 'officer2', 'liaison'],
      },
      { mark: (await newHelp(world, '朝阳街道党工委')).id, seenBy: [...readers, 'officer2'] },
    ],
  },
  exportHelp: {
    kind: 'list',
    rows: async (world) => [
      {
        mark: (await newHelp(world, '区水利局')).content,
        seenBy: [...readers, 'officer', 'head'],
      },
    ],
  },
  getHelp: row(reads, untouchedHelp),
  enterHelp: row(
    reporters,
    async (world, owner) => ({
      ...inVillage(world, owner),
      ...(owner.endsWith('委')
        ? { enterpriseId: (await newEnterprise(world, owner)).id }
        : { unitId: world.district.units[owner] }),
    }),
    (ids) => ({
      body: { ...ids, kind: 'visits', content: '走访困难户', dueOn: '2015-06-30' },
    }),
    // Nobody is in post yet, nor paired: let in, and told so.
    { ...ofVillage, reached: [422] },
  ),
  changeHelp: row(reporters, untouchedHelp, () => ({
    body: { content: '走访党员户', version: 1 },
  })),
  reportHelp: row(reporters, untouchedHelp, () => ({
    body: { doneOn: '2015-04-01', text: '已走访', version: 1 },
  })),
  withdrawHelp: row(reporters, (world, owner) => newHelp(world, owner, 'reported'), seen, {
    // Somebody else reported it: let in, and told so.
    reached: [422],
  }),
  dropHelp: row(reporters, untouchedHelp, () => ({ body: { reason: '改为其他帮扶', version: 1 } })),
  decideHelp: row(
    deciders,
    (world, owner) => newHelp(world, owner, 'reported'),
    () => ({ body: { confirm: true, version: 1 } }),
  ),
  reopenHelp: row(
    deciders,
    (world, owner) => newHelp(world, owner, 'confirmed'),
    () => ({ body: { reason: '金额有误', version: 1 } }),
  ),
};

/** As a row that nobody has done anything with. */
function untouchedProject(world: World, owner: Owner) {
  return newProject(world, owner);
}
function untouchedHelp(world: World, owner: Owner) {
  return newHelp(world, owner);
}
