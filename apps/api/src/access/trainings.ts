import type { Entries, Ids, ListEntry } from './entry.ts';
import { newTraining } from './evidence.ts';
import { newPerson, type Owner, type World } from './world.ts';

const readers = {
  all: ['planner', 'office', 'inspector', 'leader'],
  own: ['officer', 'head', 'liaison'],
} as const;
const writers = { all: ['planner', 'office'], own: ['officer'] } as const;

const row = async (world: World, owner: Owner) => ({ id: await newTraining(world, owner) });
const days = { startsOn: '2015-04-20', endsOn: '2015-04-20' };
const session = { ...days, topic: '业务', place: '镇', teachers: '某', hours: 6 };

const townshipOf = ({ district }: World, owner: Owner) =>
  district.townships[owner === '郑旺镇党委' || owner === '区水利局' ? '郑旺镇' : '朝阳街道'];

/** A session of each township, to which somebody of a unit should come. */
async function bothTownships(world: World) {
  const everybody = ['planner', 'office', 'inspector', 'leader'] as const;
  return [
    {
      mark: await newTraining(world, '区水利局'),
      seenBy: [...everybody, 'officer', 'head'] as const,
    },
    {
      mark: await newTraining(world, '区财政局'),
      seenBy: [...everybody, 'officer2', 'liaison'] as const,
    },
  ];
}

async function topicsOf(world: World) {
  const seen = await bothTownships(world);
  const { prisma } = world.district.office.db;
  return Promise.all(
    seen.map(async ({ mark, seenBy }) => {
      const { topic } = await prisma.training.findUniqueOrThrow({ where: { id: mark } });
      return { mark: topic, seenBy };
    }),
  );
}

/** Nobody is in post on the small district's day: the list answers, and is empty. */
const inPost: ListEntry = {
  kind: 'list',
  rows: () => [],
  query: ({ district }) => ({ batchId: district.batchId }),
};

export const trainingEntries: Entries = {
  listTrainings: { kind: 'list', query: () => ({ pageSize: '200' }), rows: bothTownships },
  exportTrainings: { kind: 'list', rows: topicsOf },
  getTraining: { kind: 'row', reach: readers, row },
  trainingSheet: { kind: 'row', reach: readers, row },
  createTraining: {
    ...{ kind: 'row', named: 'townshipId', key: 'townshipId', reach: writers },
    row: (world, owner) => ({ townshipId: townshipOf(world, owner) }),
    sent: ({ townshipId }: Ids, { district }: World) => ({
      body: { ...session, batchId: district.batchId, townshipId },
    }),
  },
  updateTraining: {
    ...{ kind: 'row', reach: writers, row },
    sent: () => ({ body: { topic: '新题', version: 1 } }),
  },
  deleteTraining: {
    ...{ kind: 'row', reach: writers, row },
    sent: () => ({ query: { version: '1' } }),
  },
  listTrainingCandidates: { kind: 'row', reach: writers, row },
  setTrainingPeople: {
    ...{ kind: 'row', reach: writers, row },
    sent: () => ({ body: { invite: 'all' } }),
  },
  tickTraining: {
    ...{ kind: 'row', reach: writers, row },
    sent: ({ id = '' }: Ids) => ({ body: { changes: [{ cadreId: id, was: null, is: 'came' }] } }),
    // Nobody of that id is on the list, and it lies ahead: let in, and told so.
    reached: [400],
  },
  listTrained: inPost,
  exportTrained: inPost,
  listCadreTrainings: {
    ...{ kind: 'row', reach: readers },
    row: async ({ district }, owner) => ({ id: await newPerson(district, owner) }),
  },
};
