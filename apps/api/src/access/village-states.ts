import type { Entries } from './entry.ts';
import { ofBoth, prisma, reach, start } from './supervision.ts';
import { newName, type Owner, type World } from './world.ts';

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

export const villageStateEntries: Entries = {
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
};
