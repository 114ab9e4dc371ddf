import { newCadre } from '../testing-registers.ts';
import { namesOf } from './cadres.ts';
import type { Entries, SeenRow } from './entry.ts';
import {
  addNomination,
  newBatch,
  newName,
  newPerson,
  nobody,
  type Owner,
  ownersFor,
  type Person,
  type World,
} from './world.ts';

const readers = {
  all: ['planner', 'office', 'leader'],
  own: ['officer', 'head', 'liaison'],
} as const;
const writers = { all: ['planner'], own: ['officer', 'liaison'] } as const;

function seenOf(marks: Record<Owner, string>): SeenRow[] {
  const row = (owner: Owner, ...others: Person[]): SeenRow => ({
    mark: marks[owner],
    seenBy: [...readers.all, ...others],
  });
  return [
    row('郑旺镇党委', 'officer', 'head'),
    row('朝阳街道党工委', 'officer2'),
    row('区财政局', 'liaison'),
    row('区水利局'),
  ];
}

const batch = ({ district }: World) => ({ id: district.batchId });
const categoryOf = (owner: Owner) => (owner.endsWith('委') ? 'leadingBody' : 'sectionCadre');

async function newNomination({ district }: World, owner: Owner) {
  const cadreId = await newPerson(district, owner);
  return { id: district.batchId, nominationId: await addNomination(district, owner, cadreId) };
}

/** Which category goes with a person of the unit: known from the unit's name. */
async function categoryFor({ district }: World, cadreId: string) {
  const { cadre } = district.office.db.prisma;
  const found = await cadre.findUnique({ where: { id: cadreId }, include: { unit: true } });
  return categoryOf((found?.unit.name ?? '区财政局') as Owner);
}

/** Kin that was declared with a nomination of an owner. */
async function withRelative(world: World, owner: Owner) {
  const { id, nominationId } = await newNomination(world, owner);
  const { prisma } = world.district.office.db;
  const { cadreId } = await prisma.nomination.findUniqueOrThrow({ where: { id: nominationId } });
  const relative = await prisma.nominationRelative.create({
    data: {
      nominationId,
      cadreId,
      otherCadreId: world.cadres[owner],
      relation: 'direct',
      declaredById: nobody,
      declaredByName: '王晓东',
    },
  });
  return { id, nominationId, relativeId: relative.id };
}

export const nominationEntries: Entries = {
  listRelatives: {
    kind: 'row',
    key: 'nominationId',
    reach: readers,
    row: ({ district, nominations }, owner) => ({
      id: district.batchId,
      nominationId: nominations[owner],
    }),
  },
  declareRelative: [
    {
      kind: 'row',
      key: 'nominationId',
      reach: writers,
      row: async (world, owner, person) => ({
        ...(await newNomination(world, owner)),
        otherCadreId: await newPerson(world.district, ownersFor(person).own),
      }),
      sent: ({ otherCadreId }) => ({ body: { otherCadreId, relation: 'spouse' } }),
    },
    {
      kind: 'row',
      named: 'otherCadreId',
      key: 'otherCadreId',
      reach: writers,
      row: async (world, owner, person) => ({
        ...(await newNomination(world, ownersFor(person).own)),
        otherCadreId: await newPerson(world.district, owner),
      }),
      sent: ({ otherCadreId }) => ({ body: { otherCadreId, relation: 'spouse' } }),
    },
    {
      kind: 'row',
      named: 'villageId',
      key: 'villageId',
      reach: writers,
      row: async (world, owner, person) => ({
        ...(await newNomination(world, ownersFor(person).own)),
        villageId: world.villages[owner],
      }),
      sent: ({ villageId }) => ({ body: { villageId, relation: 'inLaw' } }),
    },
  ],
  changeRelative: {
    kind: 'row',
    key: 'relativeId',
    reach: writers,
    row: withRelative,
    sent: () => ({ body: { note: '其兄任村委会委员', version: 1 } }),
  },
  removeRelative: {
    kind: 'row',
    key: 'relativeId',
    reach: writers,
    row: withRelative,
    sent: () => ({ query: { version: '1' } }),
  },
  listNominations: [
    { kind: 'list', path: batch, rows: ({ nominations }) => seenOf(nominations) },
    {
      kind: 'list',
      named: 'unitIds',
      path: batch,
      query: ({ district }) => ({ unitIds: Object.values(district.units).join() }),
      rows: ({ nominations }) => seenOf(nominations),
    },
  ],
  exportNominations: {
    kind: 'list',
    path: batch,
    rows: (world) => namesOf(world, seenOf(world.cadres)),
  },
  getNomination: [
    {
      kind: 'row',
      key: 'nominationId',
      reach: readers,
      row: ({ district, nominations }, owner) => ({
        id: district.batchId,
        nominationId: nominations[owner],
      }),
    },
    {
      kind: 'row',
      named: 'in another batch',
      reach: { none: ['planner', 'office', 'officer', 'liaison'] },
      row: async ({ district, nominations }, owner) => ({
        id: await newBatch(district),
        nominationId: nominations[owner],
      }),
    },
  ],
  createNomination: [
    {
      kind: 'row',
      named: 'cadreId',
      key: 'cadreId',
      reach: writers,
      row: async ({ district }, owner) => ({
        id: district.batchId,
        cadreId: await newPerson(district, owner),
      }),
      sent: async ({ cadreId = '' }, world) => ({
        body: { cadreId, category: await categoryFor(world, cadreId) },
      }),
    },
    {
      kind: 'row',
      named: 'cadre.unitId',
      key: 'unitId',
      reach: writers,
      row: ({ district }, owner) => ({
        id: district.batchId,
        unitId: district.units[owner],
        category: categoryOf(owner),
      }),
      sent: ({ unitId = '', category }) => ({
        body: { cadre: newCadre(unitId, { name: newName() }), category },
      }),
    },
    {
      kind: 'row',
      named: 'cadreId, posted in the township',
      key: 'cadreId',
      reach: { none: ['officer'] },
      row: ({ district, posted }, owner) => ({
        id: district.batchId,
        cadreId: owner === '郑旺镇党委' ? posted.ofWaterInZhengwang : posted.ofFinanceInChaoyang,
      }),
      sent: ({ cadreId = '' }) => ({ body: { cadreId, category: 'sectionCadre' } }),
    },
  ],
  acceptNomination: {
    kind: 'row',
    key: 'nominationId',
    reach: { all: ['planner'] },
    row: newNomination,
    sent: () => ({ body: { reason: '研究同意', version: 1 } }),
    // Eligible: there is nothing to accept.
    reached: [422],
  },
  replaceNomination: [
    {
      kind: 'row',
      key: 'nominationId',
      reach: writers,
      row: async (world, owner) => ({
        ...(await newNomination(world, owner)),
        cadreId: await newPerson(world.district, owner),
        category: categoryOf(owner),
      }),
      sent: ({ cadreId, category }) => ({
        body: { cadreId, category, reason: '工作需要', version: 1 },
      }),
    },
    {
      kind: 'row',
      named: 'cadreId',
      key: 'cadreId',
      reach: writers,
      row: async (world, owner, person) => ({
        ...(await newNomination(world, ownersFor(person).own)),
        cadreId: await newPerson(world.district, owner),
        category: categoryOf(ownersFor(person).own),
      }),
      sent: ({ cadreId, category }) => ({
        body: { cadreId, category, reason: '工作需要', version: 1 },
      }),
    },
  ],
  withdrawNomination: {
    kind: 'row',
    key: 'nominationId',
    reach: writers,
    row: newNomination,
    sent: () => ({ body: { reason: '因病', version: 1 } }),
  },
  restoreNomination: {
    kind: 'row',
    key: 'nominationId',
    reach: writers,
    row: newNomination,
    sent: () => ({ body: { version: 1 } }),
    // It wasn't withdrawn: the writer is let in, and told so.
    reached: [409],
  },
  confirmMembership: [
    {
      kind: 'row',
      named: 'nominationId',
      key: 'nominationId',
      reach: writers,
      row: newNomination,
      sent: ({ nominationId }) => ({
        body: { nominations: [{ nominationId }], document: '入党志愿书' },
      }),
    },
    {
      kind: 'row',
      named: 'nominationId, beside an own one',
      key: 'foreignId',
      reach: writers,
      row: async (world, owner, person) => ({
        ...(await newNomination(world, ownersFor(person).own)),
        foreignId: (await newNomination(world, owner)).nominationId,
      }),
      sent: ({ nominationId, foreignId = nobody }) => ({
        body: {
          nominations: [{ nominationId }, { nominationId: foreignId }],
          document: '入党志愿书',
        },
      }),
    },
  ],
};
