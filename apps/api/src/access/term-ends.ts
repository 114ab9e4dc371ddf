import { toDate } from '@xuanpai/database/dates';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { day } from '../testing.ts';
import { namesOf } from './cadres.ts';
import type { Entries, RowEntry, SeenRow } from './entry.ts';
import { newName, newPerson, type Owner, type World } from './world.ts';

/** A batch of one day of long ago: every post after it reaches its end. */
const prismaOf = ({ district: { office } }: World) => office.db.prisma;
const batches = new WeakMap<World, Promise<string>>();
let posts = 0;

function batchOf(world: World): Promise<string> {
  const known = batches.get(world) ?? newBatch(world);
  batches.set(world, known);
  return known;
}

async function newBatch(world: World) {
  const on = toDate(day('1940-01-01'));
  const { id } = await prismaOf(world).batch.create({
    data: { name: `批次${newName()}`, date: on, startsOn: on, endsOn: on },
  });
  return id;
}

/** Somebody of a unit; of a township somebody in one of its villages. */
async function newPost(world: World, owner: Owner) {
  const unit = owner.startsWith('区')
    ? owner
    : owner === '朝阳街道党工委'
      ? '区财政局'
      : '区水利局';
  const cadreId = await newPerson(world.district, unit);
  const batchId = await batchOf(world);
  posts += 1;
  const on = toDate(addDays(day('1940-01-01'), posts));
  const { id } = await prismaOf(world).assignment.create({
    data: {
      ...{ batchId, cadreId, villageId: world.villages[unit], tier: 'district' },
      ...{ post: 'firstSecretary', kind: 'appointed', startsOn: on, endsOn: on },
      documentNumber: '河组发〔1940〕1号',
    },
  });
  return { assignmentId: id, cadreId, batchId, unitId: world.district.units[unit] };
}

const proposed = { outcome: 'ordinary', reason: '正常', proposedByName: '某' } as const;

async function newProposal(world: World, owner: Owner) {
  const { assignmentId, batchId } = await newPost(world, owner);
  await prismaOf(world).termEnd.create({ data: { ...proposed, batchId, assignmentId } });
  return { assignmentId };
}

async function newUnitProposal(world: World, owner: Owner) {
  const { batchId, unitId } = await newPost(world, owner);
  const open = { batchId, unitId, state: 'proposed' } as const;
  const known = await prismaOf(world).termEnd.count({ where: open });
  if (known === 0) await prismaOf(world).termEnd.create({ data: { ...proposed, batchId, unitId } });
  return { batchId, unitId };
}

let listed = '';
const query = () => ({ batchId: listed, pageSize: '200' });

async function people(world: World): Promise<SeenRow[]> {
  listed = await batchOf(world);
  const district = ['planner', 'office', 'leader'] as const;
  const finance = await newPost(world, '区财政局');
  const water = await newPost(world, '区水利局');
  return [
    { mark: finance.cadreId, seenBy: [...district, 'officer2', 'liaison'] },
    { mark: water.cadreId, seenBy: [...district, 'officer', 'head'] },
  ];
}

const onPost = { key: 'assignmentId' } as const;
const onUnit = { key: 'unitId' } as const;
const row = (
  reach: RowEntry['reach'],
  make: RowEntry['row'],
  sent: RowEntry['sent'] | undefined,
  more: Partial<RowEntry>,
): RowEntry => ({ kind: 'row', reach, row: make, ...(sent ? { sent } : {}), ...more });
const post = (world: World, owner: Owner) => newPost(world, owner);
const proposal = { outcome: 'ordinary', reason: '正常' };
const decision = { confirm: true, documentNumber: '一号', version: 1 };
const batch = async (world: World) => ({ id: await newBatch(world) });

export const termEndEntries: Entries = {
  listTermEnds: { kind: 'list', query, rows: people },
  exportTermEnds: {
    ...{ kind: 'list', query },
    rows: async (world) => namesOf(world, await people(world)),
  },
  proposeTermEnd: row({ all: ['office'] }, post, () => ({ body: proposal }), onPost),
  decideTermEnd: row({ all: ['planner'] }, newProposal, () => ({ body: decision }), onPost),
  proposeTermEnds: row(
    { all: ['office'] },
    post,
    ({ assignmentId }) => ({ body: { ...proposal, assignmentIds: [assignmentId] } }),
    { ...onPost, named: 'assignmentIds' },
  ),
  decideTermEnds: row(
    { all: ['planner'] },
    newProposal,
    ({ assignmentId }) => ({
      body: { documentNumber: '一号', items: [{ assignmentId, version: 1 }] },
    }),
    { ...onPost, named: 'items.assignmentId' },
  ),
  saveHandover: row(
    { all: ['planner'], own: ['officer', 'liaison'] },
    post,
    () => ({ body: { items: [], takenBy: null, handedOn: null, version: 0 } }),
    onPost,
  ),
  saveHandovers: row(
    { all: ['planner'], own: ['officer', 'liaison'] },
    post,
    ({ assignmentId }) => ({
      body: {
        items: [{ text: '村务台账', done: true }],
        handedOn: '1949-12-31',
        people: [{ assignmentId, takenBy: null, version: 0 }],
      },
    }),
    { ...onPost, named: 'people.assignmentId' },
  ),
  listTermUnits: {
    kind: 'list',
    query: () => ({ batchId: listed }),
    rows: async (world) => {
      listed = await batchOf(world);
      const { unitId } = await newPost(world, '区财政局');
      return [{ mark: unitId, seenBy: ['planner', 'office', 'leader'] }];
    },
  },
  // Another proposal of the unit may wait.
  proposeUnitEnd: row(
    { all: ['office'] },
    post,
    ({ batchId }) => ({ body: { ...proposal, batchId } }),
    { ...onUnit, reached: [409] },
  ),
  decideUnitEnd: row(
    { all: ['planner'] },
    newUnitProposal,
    ({ batchId }) => ({ body: { ...decision, batchId } }),
    onUnit,
  ),
  proposeUnitEnds: row(
    { all: ['office'] },
    post,
    ({ batchId, unitId }) => ({ body: { ...proposal, batchId, unitIds: [unitId] } }),
    { ...onUnit, named: 'unitIds', reached: [409] },
  ),
  decideUnitEnds: row(
    { all: ['planner'] },
    newUnitProposal,
    ({ batchId, unitId }) => ({
      body: { batchId, documentNumber: '一号', items: [{ unitId, version: 1 }] },
    }),
    { ...onUnit, named: 'items.unitId' },
  ),
  getBatchClosing: row({ all: ['planner', 'office', 'leader'] }, batch, undefined, {}),
  closeBatch: row(
    { all: ['planner'] },
    batch,
    () => ({ body: { documentNumber: '一号', version: 1 } }),
    {},
  ),
  exportTermReport: row({ all: ['planner', 'office', 'leader'] }, batch, undefined, {}),
};
