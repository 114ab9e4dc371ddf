import type { Entries, Ids } from './entry.ts';
import { newName, type Owner, type World } from './world.ts';

const everybody = [
  'planner',
  'office',
  'officer',
  'officer2',
  'head',
  'inspector',
  'liaison',
  'leader',
] as const;
const writes = { own: ['officer'], none: ['planner', 'office'] } as const;

const townshipOf = ({ district }: World, owner: Owner) =>
  district.townships[owner === '郑旺镇党委' || owner === '区水利局' ? '郑旺镇' : '朝阳街道'];

type State = 'draft' | 'submitted' | 'released';

/** An example that the owner's township wrote. */
async function newExample(world: World, owner: Owner, state: State = 'draft'): Promise<Ids> {
  const { office, batchId } = world.district;
  const { id } = await office.db.prisma.example.create({
    data: {
      ...{ batchId, kind: 'case', title: newName('典'), text: '一', searchKey: '', state },
      ...{ townshipId: townshipOf(world, owner), writtenByName: '某' },
      ...(state === 'released' ? { reviewedAt: new Date(), reviewedByName: '某' } : {}),
    },
  });
  return { id };
}
const idOf = async (world: World, owner: Owner, state: State) =>
  (await newExample(world, owner, state)).id ?? '';

const draft = (world: World, owner: Owner) => newExample(world, owner);

export const exampleEntries: Entries = {
  listExamples: {
    kind: 'list',
    query: () => ({ pageSize: '200' }),
    rows: async (world) => [
      { mark: await idOf(world, '郑旺镇党委', 'released'), seenBy: everybody },
      {
        mark: await idOf(world, '郑旺镇党委', 'draft'),
        seenBy: ['planner', 'office', 'officer', 'head'],
      },
      {
        mark: await idOf(world, '朝阳街道党工委', 'submitted'),
        seenBy: ['planner', 'office', 'officer2'],
      },
    ],
  },
  // A draft: what was released is everybody's.
  getExample: {
    kind: 'row',
    reach: {
      all: ['planner', 'office'],
      own: ['officer', 'head'],
      none: ['inspector', 'liaison', 'leader'],
    },
    row: draft,
  },
  // In the name of a township: the district's offices write in their own.
  createExample: {
    ...{ kind: 'row', named: 'townshipId', key: 'townshipId', reach: writes },
    row: (world, owner) => ({ townshipId: townshipOf(world, owner) }),
    sent: ({ townshipId }: Ids, { district }: World) => ({
      body: {
        ...{ kind: 'point', title: '示范', text: '一', villageId: null },
        ...{ batchId: district.batchId, townshipId },
      },
    }),
  },
  updateExample: {
    ...{ kind: 'row', reach: writes, row: draft },
    sent: () => ({ body: { title: '新题', version: 1 } }),
  },
  deleteExample: {
    ...{ kind: 'row', reach: writes, row: draft },
    sent: () => ({ query: { version: '1' } }),
  },
  submitExample: {
    ...{ kind: 'row', reach: writes, row: draft },
    sent: () => ({ body: { version: 1 } }),
  },
  reviewExample: {
    ...{ kind: 'row', reach: { all: ['planner', 'office'] } },
    row: (world, owner) => newExample(world, owner, 'submitted'),
    sent: () => ({ body: { act: 'release', version: 1 } }),
  },
};
