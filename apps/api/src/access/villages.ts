import { addVillage } from '../testing-registers.ts';
import type { Entries, SeenRow } from './entry.ts';
import { districtWide, readers } from './registers.ts';
import type { World } from './world.ts';

const reach = { ...readers, none: ['evaluator'] } as const;

/** A township sees its villages; a unit those where its people are posted. */
export function seenVillages({ district }: World): (SeenRow & { name: string })[] {
  const { villages } = district;
  const row = (name: keyof typeof villages, ...others: SeenRow['seenBy']) => ({
    mark: villages[name],
    name,
    seenBy: [...districtWide, ...others],
  });
  return [
    row('大尤家村', 'officer', 'head'),
    row('友谊村', 'officer', 'head'),
    row('养马庄村', 'officer2', 'liaison'),
    row('前杨墩村', 'officer2'),
  ];
}
const townships = ({ district }: World) => Object.values(district.townships).join();

let serial = 300;
async function newVillage({ district }: World) {
  serial += 1;
  const code = `371312108${serial}`;
  const { office, batchId, townships } = district;
  const given = { code, name: `新村${serial}`, townshipId: townships.郑旺镇, income: null };
  return { id: await addVillage(office, batchId, given) };
}

export const villageEntries: Entries = {
  listVillages: [
    { kind: 'list', query: () => ({ pageSize: '200' }), rows: seenVillages },
    {
      kind: 'list',
      named: 'townshipIds',
      query: (world) => ({ pageSize: '200', townshipIds: townships(world) }),
      rows: seenVillages,
    },
  ],
  exportVillages: {
    kind: 'list',
    rows: (world) => seenVillages(world).map(({ name, seenBy }) => ({ mark: name, seenBy })),
  },
  getVillage: {
    kind: 'row',
    reach,
    row: ({ villages }, owner) => ({ id: villages[owner] }),
  },
  createVillage: {
    kind: 'row',
    named: 'townshipId',
    key: 'townshipId',
    reach: { all: ['planner'] },
    row: ({ district }) => ({ townshipId: district.townships.郑旺镇 }),
    sent: ({ townshipId }) => {
      serial += 1;
      return { body: { code: `371312108${serial}`, name: `新村${serial}`, townshipId } };
    },
    missing: 400,
  },
  updateVillage: {
    kind: 'row',
    reach: { all: ['planner'] },
    row: newVillage,
    sent: () => ({ body: { households: 300, version: 1 } }),
  },
  deleteVillage: {
    kind: 'row',
    reach: { all: ['planner'] },
    row: newVillage,
    sent: () => ({ query: { version: '1' } }),
    reached: [409],
  },
};
