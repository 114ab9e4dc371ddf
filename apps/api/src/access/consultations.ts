import type { Entries, RowEntry } from './entry.ts';
import { newName, newPlan, type Owner, type World } from './world.ts';

const readers = ['planner', 'office', 'leader'] as const;
const known = ({ planId }: World) => ({ id: planId });

/** What an owner was asked about a plan of its own. */
async function asked(world: World, owner: Owner) {
  const { district } = world;
  const { prisma } = district.office.db;
  const plan = await prisma.plan.create({
    data: { batchId: district.batchId, name: newName(), createdByName: '王晓东' },
  });
  const of = owner.endsWith('委')
    ? {
        party: 'township' as const,
        townshipId: district.townships[owner === '郑旺镇党委' ? '郑旺镇' : '朝阳街道'],
      }
    : { party: 'unit' as const, unitId: district.units[owner] };
  const data = { ...of, planId: plan.id, posts: [], sentOn: day, sentByName: '王晓东' };
  return (await prisma.planConsultation.create({ data })).id;
}

const day = new Date('2015-04-24T00:00:00Z');

const row = (sent: RowEntry['sent'], more: Partial<RowEntry>): RowEntry => ({
  kind: 'row',
  reach: { all: ['planner'] },
  row: async (world, owner) => ({ id: await asked(world, owner) }),
  ...(sent ? { sent } : {}),
  ...more,
});

export const consultationEntries: Entries = {
  listConsultation: { kind: 'row', reach: { all: readers }, row: known },
  exportConsultation: { kind: 'row', reach: { all: readers }, row: known },
  sendConsultation: {
    kind: 'row',
    reach: { all: ['planner'] },
    row: async ({ district }) => {
      const { id, version } = await newPlan(district);
      return { id, version: String(version) };
    },
    sent: ({ version }) => ({ body: { version: Number(version) } }),
    // Nobody is proposed yet: the planner is let in, and told so.
    reached: [400],
  },
  listOwnConsultations: {
    kind: 'list',
    rows: async (world) => [
      { mark: await asked(world, '郑旺镇党委'), seenBy: ['officer'] },
      { mark: await asked(world, '朝阳街道党工委'), seenBy: ['officer2'] },
      { mark: await asked(world, '区财政局'), seenBy: ['liaison'] },
      { mark: await asked(world, '区水利局'), seenBy: [] },
    ],
  },
  answerConsultation: row(() => ({ body: { answer: 'agreed', version: 1 } }), {
    reach: { all: ['planner'], own: ['officer', 'liaison'] },
  }),
  // Nothing was objected to: the planner is let in, and told so.
  settleConsultation: row(() => ({ body: { settlement: '已沟通', version: 1 } }), {
    reached: [409],
  }),
};
