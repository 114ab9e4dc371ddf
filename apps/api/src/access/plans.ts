import { decision } from '../testing-plans.ts';
import type { Entries, Ids, RowEntry } from './entry.ts';
import { newPlan, type World } from './world.ts';

const readers = ['planner', 'office', 'leader'] as const;
const version = (ids: Ids) => Number(ids.version);

/** A draft of its own, with its first place and somebody who could take it. */
async function made({ district, cadres }: World) {
  const { id, version, places, cadres: people } = await newPlan(district);
  const cadreId = people[0]?.cadreId ?? cadres.郑旺镇党委;
  return { id, placeId: places[0].id, cadreId, version: String(version) };
}
const known = ({ planId, placeId, runId }: World) => ({ id: planId, placeId, runId });
/** The same with a village of the plan and a nominee of its batch. */
async function named(world: World) {
  const { prisma } = world.district.office.db;
  const where = { id: world.placeId };
  const { villageId } = await prisma.planPlace.findUniqueOrThrow({ where });
  return { ...known(world), villageId, cadreId: world.cadres.郑旺镇党委 };
}
const reads = (key: string): RowEntry => ({
  kind: 'row',
  key,
  reach: { all: readers },
  row: named,
});

const writes = (sent: RowEntry['sent'], more: Partial<RowEntry> = {}): RowEntry => ({
  kind: 'row',
  reach: { all: ['planner'] },
  row: made,
  ...(sent ? { sent } : {}),
  ...more,
});
/** A place or a run of one plan asked for in another: the same answer as for one that isn't there. */
const astray = (sent: RowEntry['sent'], { key = 'placeId', missing = 404 } = {}): RowEntry => ({
  kind: 'row',
  named: `${key} of another plan`,
  key,
  missing,
  reach: { none: ['planner'] },
  row: async (world) => ({ ...known(world), id: (await made(world)).id, version: '1' }),
  ...(sent ? { sent } : {}),
});

const moves: RowEntry['sent'] = ({ placeId, cadreId, ...ids }) => ({
  body: { moves: [{ placeId, cadreId: cadreId ?? null }], version: version(ids) },
});
const wishes: RowEntry['sent'] = ({ placeId, cadreId, ...ids }, { cadres }) => ({
  body: {
    wishes: [{ kind: 'pin', placeId, cadreId: cadreId ?? cadres.郑旺镇党委, reason: '熟悉情况' }],
    version: version(ids),
  },
});
/** A plan with a wish of its own. */
async function wished(world: World) {
  const { id, placeId, cadreId } = await made(world);
  const { office } = world.district;
  const wish = await office.db.prisma.planWish.create({
    data: { planId: id, kind: 'pin', placeId, cadreId, reason: '熟悉情况', setByName: '王晓东' },
  });
  return { id, wishId: wish.id };
}
const change: RowEntry['sent'] = () => ({ body: { reason: '另有考虑', version: 1 } });
const remove: RowEntry['sent'] = () => ({ query: { version: '1' } });
const ofWish = (sent: RowEntry['sent']): RowEntry[] => [
  {
    kind: 'row',
    key: 'wishId',
    reach: { all: ['planner'] },
    row: wished,
    ...(sent ? { sent } : {}),
  },
  {
    kind: 'row',
    named: 'wishId of another plan',
    key: 'wishId',
    reach: { none: ['planner'] },
    row: async (world) => ({ ...(await wished(world)), id: world.planId }),
    ...(sent ? { sent } : {}),
  },
];
const reason: RowEntry['sent'] = (ids) => ({ body: { reason: '暂缺', version: version(ids) } });
const post: RowEntry['sent'] = (ids) => ({
  body: { post: 'firstSecretary', version: version(ids) },
});

/** A plan beside itself: either may be one that isn't there. */
const compared = (key = 'id'): RowEntry => ({
  kind: 'row',
  ...(key === 'id' ? {} : { named: key, key }),
  reach: { all: readers },
  row: ({ planId }) => ({ id: planId, with: planId }),
  sent: (ids) => ({ query: { with: ids.with ?? '' } }),
});

export const planEntries: Entries = {
  listPlans: {
    kind: 'list',
    path: ({ district }) => ({ id: district.batchId }),
    rows: ({ planId }) => [{ mark: planId, seenBy: readers }],
  },
  createPlan: {
    kind: 'row',
    reach: { all: ['planner'] },
    row: ({ district }) => ({ id: district.batchId }),
    sent: () => ({ body: {} }),
  },
  getPlan: { kind: 'row', reach: { all: readers }, row: known },
  exportPlan: { kind: 'row', reach: { all: readers }, row: known },
  renamePlan: writes((ids) => ({ body: { name: `方案${ids.id}`, version: version(ids) } })),
  deletePlan: writes(({ version = '' }) => ({ query: { version } })),
  copyPlan: writes(() => ({ body: {} })),
  dropPlan: writes((ids) => ({ body: { version: version(ids) } })),
  // A plan that wasn't laid aside: the planner is let in, and told so.
  restorePlan: writes((ids) => ({ body: { version: version(ids) } }), { reached: [409] }),
  weighPlan: { kind: 'row', reach: { all: readers }, row: known },
  tryWeights: {
    kind: 'row',
    reach: { all: readers },
    row: known,
    sent: () => ({ body: { weightChanges: { 'score.sameUnit': 80 } } }),
  },
  setWeights: writes((ids) => ({
    body: { weightChanges: { 'score.sameUnit': 80 }, version: version(ids) },
  })),
  // Plans that change no posts: who reads or plans is let in, and told so.
  listChanges: { kind: 'row', reach: { all: readers }, row: known, reached: [409] },
  exportChanges: { kind: 'row', reach: { all: readers }, row: known, reached: [409] },
  renewReplan: writes((ids) => ({ body: { version: version(ids) } }), { reached: [409] }),
  comparePlans: [compared(), compared('with')],
  exportComparison: [compared(), compared('with')],
  // An empty plan can't be decided on: the planner is let in, and told what is missing.
  approvePlan: writes((ids) => ({ body: { ...decision, version: version(ids) } }), {
    reached: [422],
  }),
  confirmPlan: writes((ids) => ({ body: { version: version(ids) } }), {
    reach: { all: ['office'] },
    reached: [409, 422],
  }),
  publishPlan: writes((ids) => ({ body: { version: version(ids) } }), { reached: [409, 422] }),
  movePlaces: [
    writes(moves, { reached: [422] }),
    writes(moves, { named: 'cadreId', key: 'cadreId', reached: [422], missing: 400 }),
    astray(moves, { missing: 400 }),
  ],
  listWishes: { kind: 'row', reach: { all: readers }, row: known },
  exportWishes: { kind: 'row', reach: { all: readers }, row: known },
  addWishes: [
    writes(wishes),
    writes(wishes, { named: 'cadreId', key: 'cadreId', missing: 400 }),
    astray(wishes, { missing: 400 }),
  ],
  changeWish: ofWish(change),
  removeWish: ofWish(remove),
  listCandidates: [
    { kind: 'row', key: 'placeId', reach: { all: readers }, row: known },
    astray(undefined),
  ],
  getPlanReport: { kind: 'row', reach: { all: readers }, row: known },
  exportPlanReport: { kind: 'row', reach: { all: readers }, row: known },
  exportPlanReportSheet: { kind: 'row', reach: { all: readers }, row: known },
  explainVillage: reads('villageId'),
  listAlternatives: reads('villageId'),
  explainCadre: reads('cadreId'),
  listWaysToFill: [reads('placeId'), astray(undefined)],
  explainEmpty: [writes(reason, { key: 'placeId', reached: [422] }), astray(reason)],
  choosePost: [writes(post, { key: 'placeId', reached: [422] }), astray(post)],
  solvePlan: writes((ids) => ({ body: { version: version(ids) } })),
  getRun: [
    { kind: 'row', key: 'runId', reach: { all: readers }, row: known },
    astray(undefined, { key: 'runId' }),
  ],
  runEvents: [
    { kind: 'row', key: 'runId', reach: { all: readers }, row: known },
    astray(undefined, { key: 'runId' }),
  ],
  cancelRun: [
    { kind: 'row', key: 'runId', reach: { all: ['planner'] }, row: known },
    astray(undefined, { key: 'runId' }),
  ],
};
