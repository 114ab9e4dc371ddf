import { accepted } from '../testing-plans.ts';
import type { Entries } from './entry.ts';
import { newBatch, type Person, people, type World } from './world.ts';

const field: Person[] = (Object.keys(people) as Person[]).filter(
  (person) => person !== 'admin' && person !== 'auditor',
);
/** Batches and their policy are the same for everybody in the field. */
const everybody = [
  ...(['planner', 'office', 'officer', 'head', 'evaluator', 'inspector', 'liaison'] as const),
  'leader',
] as const;
const overseers = ['planner', 'office', 'inspector', 'leader'] as const;

const row = ({ district }: World) => ({ id: district.batchId });
const made = async ({ district }: World) => ({ id: await newBatch(district) });
export const batchEntries: Entries = {
  listBatches: {
    kind: 'list',
    rows: ({ district }) => [{ mark: district.batchId, seenBy: field }],
  },
  getBatch: { kind: 'row', reach: { all: everybody }, row },
  createBatch: {
    kind: 'whole',
    // The term ends before it starts: let in, and told so.
    sent: () => ({
      body: { name: '第三批', date: '2017-04-24', startsOn: '2017-06-01', endsOn: '2017-05-31' },
    }),
    reached: [400],
  },
  updateBatch: {
    kind: 'row',
    reach: { all: ['planner'] },
    row: made,
    sent: () => ({ body: { startsOn: '2015-06-02', version: 1 } }),
  },
  deleteBatch: {
    kind: 'row',
    reach: { all: ['planner'] },
    row: made,
    sent: () => ({ query: { version: '1' } }),
  },
  getPolicy: { kind: 'row', reach: { all: everybody }, row },
  policyHistory: { kind: 'row', reach: { all: everybody }, row },
  changePolicy: {
    kind: 'row',
    reach: { all: ['planner'] },
    row: made,
    sent: async ({ id }, { district }) => {
      const policy = await district.office.as('planner').get(`/api/batches/${id}/policy`);
      return {
        body: {
          effectiveFrom: '2015-09-01',
          reason: '区委常委会研究',
          changes: [{ key: 'attendance.districtDays', value: 18 }],
          version: policy.body.version ?? 1,
        },
      };
    },
  },
  getCoverage: { kind: 'row', reach: { all: overseers }, row },
  listBatchVillages: { kind: 'row', reach: { all: overseers }, row },
  exportCoverage: { kind: 'row', reach: { all: overseers }, row },
  overrideTier: {
    kind: 'row',
    key: 'villageId',
    reach: { all: ['planner'] },
    row: async (world) => {
      const { id } = await made(world);
      const { items } = accepted(
        await world.district.office.as('planner').get(`/api/batches/${id}/villages`),
      ).body;
      return { id, villageId: items[0].villageId };
    },
    sent: () => ({ body: { tier: 'district', reason: '研究决定', version: 1 } }),
  },
};
