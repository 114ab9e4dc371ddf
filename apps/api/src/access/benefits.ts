import { toDate } from '@xuanpai/database/dates';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { day } from '../testing.ts';
import { namesOf } from './cadres.ts';
import type { Entries, RowEntry, SeenRow } from './entry.ts';
import { newName, newPerson, type Owner, type World } from './world.ts';

/** People of 区财政局 and 区水利局 in posts of a batch of long ago, each on a day of their own. */

const reads = { all: ['planner', 'office', 'leader'], own: ['liaison'] } as const;
const keeps = { all: ['planner', 'office'] } as const;
const pays = { all: ['office'], own: ['liaison'] } as const;
const ofTownship = { own: ['officer', 'head'] } as const;
const prismaOf = ({ district: { office } }: World) => office.db.prisma;

const batches = new WeakMap<World, Promise<string>>();
let dayOfPost = 0;

function batchOf(world: World): Promise<string> {
  const known = batches.get(world) ?? makeBatch(world);
  batches.set(world, known);
  return known;
}

async function makeBatch(world: World) {
  const startsOn = toDate(day('1950-01-01'));
  const data = { name: `批次${newName()}`, date: startsOn, startsOn };
  const { id } = await prismaOf(world).batch.create({
    data: { ...data, endsOn: toDate(day('1951-12-31')) },
  });
  return id;
}

/** Units that send to villages: a township's office stands for 区水利局. */
const unitOf = (owner: Owner): Owner => (owner === '区财政局' ? owner : '区水利局');

async function posted(world: World, owner: Owner, tier: 'district' | 'township' = 'district') {
  const unit = tier === 'district' ? unitOf(owner) : owner;
  const cadreId = await newPerson(world.district, unit);
  const batchId = await batchOf(world);
  dayOfPost += 1;
  const on = toDate(
    tier === 'township'
      ? addDays(day('1951-01-01'), dayOfPost % 365)
      : addDays(day('1950-01-01'), Math.floor(dayOfPost / 2) % 365),
  );
  const isDeputy = tier === 'district' && dayOfPost % 2 === 1;
  const post = isDeputy ? 'deputySecretary' : 'firstSecretary';
  await prismaOf(world).assignment.create({
    data: {
      ...{ batchId, cadreId, villageId: world.villages[tier === 'district' ? unit : owner], tier },
      ...{ post, kind: tier === 'township' ? 'attached' : 'appointed', startsOn: on, endsOn: on },
      documentNumber: '河组发〔1950〕1号',
    },
  });
  return { cadreId, batchId, unitId: world.district.units[unit] };
}

async function newUse(world: World, owner: Owner) {
  const of = await posted(world, owner);
  const { id } = await prismaOf(world).benefitUse.create({
    data: {
      ...{ cadreId: of.cadreId, unitId: of.unitId, level: 'competent', percent: 5, grounds: [] },
      ...{ competition: '中层竞争', heldOn: toDate(day('1951-06-01')), rawTotal: '80' },
      ...{ documentNumber: '一号', enteredByName: '某' },
    },
  });
  return { ...of, id };
}

async function account(world: World, owner: Owner) {
  const of = await posted(world, owner);
  const key = { batchId: of.batchId, unitId: of.unitId, year: 1 };
  await prismaOf(world).workExpenseAccount.upsert({
    where: { batchId_unitId_year: key },
    create: key,
    update: {},
  });
  return { ...of, ...key, year: '1' };
}

async function newPayment(world: World, owner: Owner) {
  const { batchId, unitId, cadreId } = await account(world, owner);
  const { id } = await prismaOf(world).workExpensePayment.create({
    data: {
      ...{ batchId, unitId, year: 1, cadreId, paidOn: toDate(day('1950-06-01')), amount: '2.00' },
      ...{ payeeKind: 'village', payee: '村集体', account: '12345678', voucher: newName() },
      enteredByName: '某',
    },
  });
  return { id, batchId, unitId, cadreId };
}

async function newExpenseUse(world: World, owner: Owner) {
  const { batchId, unitId, cadreId } = await newPayment(world, owner);
  const { id } = await prismaOf(world).workExpenseUse.create({
    data: {
      ...{ batchId, unitId, year: 1, cadreId, usedOn: toDate(day('1950-06-01')), amount: '1.00' },
      ...{ purpose: 'travel', content: '交通', voucher: '一', enteredByName: '某' },
    },
  });
  return { id };
}

async function newTownshipBenefit(world: World, owner: Owner) {
  const townshipId = world.district.townships[owner === '朝阳街道党工委' ? '朝阳街道' : '郑旺镇'];
  const title = `补助${newName()}`;
  const { id } = await prismaOf(world).townshipBenefit.create({
    data: {
      ...{ batchId: await batchOf(world), townshipId, title, content: '补助' },
      ...{ documentNumber: '一号', startsOn: toDate(day('1950-01-01')), enteredByName: '某' },
    },
  });
  return { id, title };
}

async function newAmount(world: World, owner: Owner) {
  const { id } = await newTownshipBenefit(world, owner);
  const { cadreId } = await posted(world, owner, 'township');
  const amount = await prismaOf(world).townshipBenefitAmount.create({
    data: {
      ...{ benefitId: id, cadreId, givenOn: toDate(day('1950-06-01')), amount: '1.00' },
      enteredByName: '某',
    },
  });
  return { id, amountId: amount.id };
}

let listed = '';
const query = () => ({ batchId: listed, pageSize: '200' });

async function bothUnits(world: World): Promise<SeenRow[]> {
  listed = await batchOf(world);
  const finance = await posted(world, '区财政局');
  const water = await posted(world, '区水利局');
  return [
    { mark: finance.cadreId, seenBy: ['planner', 'office', 'leader', 'liaison'] },
    { mark: water.cadreId, seenBy: ['planner', 'office', 'leader'] },
  ];
}

async function bothTownships(world: World): Promise<(SeenRow & { title: string })[]> {
  listed = await batchOf(world);
  const [zhengwang, chaoyang] = [
    await newTownshipBenefit(world, '郑旺镇党委'),
    await newTownshipBenefit(world, '朝阳街道党工委'),
  ];
  return [
    {
      ...zhengwang,
      mark: zhengwang.id,
      seenBy: ['planner', 'office', 'leader', 'officer', 'head'],
    },
    { ...chaoyang, mark: chaoyang.id, seenBy: ['planner', 'office', 'leader', 'officer2'] },
  ];
}

const row = (
  reach: RowEntry['reach'],
  make: RowEntry['row'],
  sent?: RowEntry['sent'],
  more: Partial<RowEntry> = {},
): RowEntry => ({ kind: 'row', reach, row: make, ...(sent ? { sent } : {}), ...more });
const onCadre = { key: 'cadreId' } as const;
const onUnit = { key: 'unitId' } as const;
const district = (world: World, owner: Owner) => posted(world, owner);
const untouched = (world: World, owner: Owner) => newTownshipBenefit(world, owner);
const text = {
  ...{
    title: '补助',
    content: '补助',
    documentNumber: '一号',
    startsOn: '1950-01-01',
    endsOn: null,
  },
};
const payment = ({ batchId, cadreId }: Record<string, string>) => ({
  ...{ batchId, cadreId, year: 1, amount: '1.00', voucher: newName() },
});

export const benefitEntries: Entries = {
  listBenefits: { kind: 'list', query, rows: bothUnits },
  exportBenefits: {
    ...{ kind: 'list', query },
    rows: async (world) => namesOf(world, await bothUnits(world)),
  },
  getBenefit: row(reads, district, undefined, onCadre),
  // Nothing is earned: let in, and told so.
  exportBenefitCertificate: row(reads, district, undefined, { ...onCadre, reached: [400] }),
  confirmOutstanding: row(
    keeps,
    district,
    () => ({ body: { ground: '群众评价好', documentNumber: '一号' } }),
    { ...onCadre, reached: [422] },
  ),
  withdrawOutstanding: row(keeps, district, () => ({ body: { reason: '有误', version: 1 } }), {
    ...{ ...onCadre, reached: [409] },
  }),
  useBenefit: row(
    keeps,
    district,
    () => ({
      body: {
        ...{ competition: '中层竞争', heldOn: '2015-04-01', rawTotal: '80', percent: 5 },
        documentNumber: '一号',
      },
    }),
    { ...onCadre, reached: [422] },
  ),
  recordCompetitionResult: row(keeps, newUse, () => ({
    body: { result: 'appointed', note: null, version: 1 },
  })),
  voidBenefitUse: row(keeps, newUse, () => ({ body: { reason: '误登', version: 1 } })),
  listWorkExpenses: { kind: 'list', query: () => ({ ...query(), year: '1' }), rows: bothUnits },
  exportWorkExpenses: {
    ...{ kind: 'list', query: () => ({ batchId: listed, year: '1' }) },
    rows: async (world) => namesOf(world, await bothUnits(world)),
  },
  getWorkExpenses: row(
    reads,
    account,
    ({ batchId = '', year = '' }) => ({ query: { batchId, year } }),
    onUnit,
  ),
  payWorkExpense: row(
    pays,
    account,
    (ids) => ({
      body: {
        ...{ ...payment(ids), paidOn: '1950-06-01', payeeKind: 'village' },
        ...{ payee: '村集体', account: '12345678' },
      },
    }),
    onUnit,
  ),
  enterExpenseUse: row(
    pays,
    newPayment,
    (ids) => ({
      body: { ...payment(ids), usedOn: '1950-06-01', purpose: 'travel', content: '交通' },
    }),
    onUnit,
  ),
  removeExpensePayment: row(pays, newPayment, () => ({ query: { version: '1' } })),
  removeExpenseUse: row(pays, newExpenseUse, () => ({ query: { version: '1' } })),
  closeWorkExpenses: row(
    keeps,
    account,
    ({ batchId }) => ({ body: { batchId, year: 1, note: '余款结转' } }),
    // Closed by the one before.
    { ...onUnit, reached: [409] },
  ),
  reopenWorkExpenses: row(
    keeps,
    account,
    ({ batchId }) => ({ body: { batchId, year: 1, reason: '补登' } }),
    { ...onUnit, reached: [409] },
  ),
  listTownshipBenefits: { kind: 'list', query, rows: bothTownships },
  exportTownshipBenefits: {
    ...{ kind: 'list', query },
    rows: async (world) =>
      (await bothTownships(world)).map(({ title, seenBy }) => ({ mark: title, seenBy })),
  },
  createTownshipBenefit: row(
    ofTownship,
    ({ district: { townships } }, owner) => ({
      townshipId: townships[owner === '朝阳街道党工委' ? '朝阳街道' : '郑旺镇'],
    }),
    ({ townshipId }) => ({ body: { townshipId, ...text } }),
    { named: 'townshipId', key: 'townshipId' },
  ),
  changeTownshipBenefit: row(ofTownship, untouched, () => ({ body: { ...text, version: 1 } })),
  deleteTownshipBenefit: row(ofTownship, untouched, () => ({ query: { version: '1' } })),
  addTownshipAmount: row(
    ofTownship,
    async (world, owner) => {
      const { id } = await newTownshipBenefit(world, owner);
      const { cadreId } = await posted(world, owner, 'township');
      return { id, cadreId };
    },
    ({ cadreId }) => ({ body: { cadreId, givenOn: '1950-06-01', amount: '1.00' } }),
  ),
  removeTownshipAmount: row(ofTownship, newAmount),
};
