import type { Entries, SeenRow } from './entry.ts';
import { districtWide, readers } from './registers.ts';
import { newName, newUnit, type Owner, type World } from './world.ts';

export function seenUnits({ district }: World): (SeenRow & { name: string })[] {
  const row = (name: Owner, ...others: SeenRow['seenBy']) => ({
    mark: district.units[name],
    name,
    seenBy: [...districtWide, ...others],
  });
  return [
    row('郑旺镇党委', 'officer', 'head'),
    row('朝阳街道党工委', 'officer2'),
    row('区财政局', 'liaison'),
    row('区水利局'),
  ];
}

async function unitOf({ district }: World, owner: Owner) {
  const id = district.units[owner];
  const { version } = await district.office.db.prisma.unit.findUniqueOrThrow({ where: { id } });
  return { id, version: String(version) };
}

export const unitEntries: Entries = {
  listUnits: [
    { kind: 'list', query: () => ({ pageSize: '200' }), rows: seenUnits },
    {
      kind: 'list',
      named: 'townshipIds',
      query: ({ district }) => ({ townshipIds: Object.values(district.townships).join() }),
      rows: (world) => seenUnits(world).filter(({ name }) => name.endsWith('委')),
    },
  ],
  exportUnits: {
    kind: 'list',
    rows: (world) => seenUnits(world).map(({ name, seenBy }) => ({ mark: name, seenBy })),
  },
  getUnit: {
    kind: 'row',
    reach: readers,
    row: ({ district }, owner) => ({ id: district.units[owner] }),
  },
  createUnit: {
    kind: 'row',
    named: 'townshipId',
    key: 'townshipId',
    reach: { all: ['planner'] },
    row: ({ district }) => ({ townshipId: district.townships.郑旺镇 }),
    sent: ({ townshipId }) => ({
      body: { name: `单位${newName()}`, kind: 'townshipOffice', townshipId },
    }),
    // The township has its office already.
    reached: [409],
    missing: 400,
  },
  updateUnit: {
    kind: 'row',
    reach: { all: ['planner'], own: ['officer', 'liaison'] },
    row: unitOf,
    sent: ({ version }) => ({ body: { contactName: '李明', version: Number(version) } }),
  },
  deleteUnit: {
    kind: 'row',
    reach: { all: ['planner'] },
    row: async ({ district }) => ({ id: await newUnit(district) }),
    sent: () => ({ query: { version: '1' } }),
  },
};
