import { newCadre } from '../testing-registers.ts';
import type { Entries, SeenRow } from './entry.ts';
import { districtWide, readers } from './registers.ts';
import { newName, newPerson, ownersFor, type World } from './world.ts';

const reach = { ...readers, none: ['evaluator'] } as const;
const writers = { all: ['planner'], own: ['officer', 'liaison'] } as const;

/** A township sees its own people and those posted there; a unit its own. */
export function seenCadres({ cadres, posted }: World): SeenRow[] {
  const row = (mark: string, ...others: SeenRow['seenBy']) => ({
    mark,
    seenBy: [...districtWide, ...others],
  });
  return [
    row(cadres.郑旺镇党委, 'officer', 'head'),
    row(cadres.朝阳街道党工委, 'officer2'),
    row(cadres.区财政局, 'liaison'),
    row(cadres.区水利局),
    row(posted.ofWaterInZhengwang, 'officer', 'head'),
    row(posted.ofFinanceInChaoyang, 'officer2', 'liaison'),
  ];
}

/** The same by name, for a workbook. */
export async function namesOf({ district }: World, rows: readonly SeenRow[]): Promise<SeenRow[]> {
  const { cadre } = district.office.db.prisma;
  const found = await cadre.findMany({ where: { id: { in: rows.map(({ mark }) => mark) } } });
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return rows.map(({ mark, seenBy }) => ({ mark: names.get(mark) ?? mark, seenBy }));
}

const everyUnit = ({ district }: World) => Object.values(district.units).join();

export const cadreEntries: Entries = {
  listCadres: [
    { kind: 'list', query: () => ({ pageSize: '200' }), rows: seenCadres },
    {
      kind: 'list',
      named: 'unitIds',
      query: (world) => ({ pageSize: '200', unitIds: everyUnit(world) }),
      rows: seenCadres,
    },
  ],
  exportCadres: { kind: 'list', rows: (world) => namesOf(world, seenCadres(world)) },
  getCadre: [
    { kind: 'row', reach, row: ({ cadres }, owner) => ({ id: cadres[owner] }) },
    {
      kind: 'row',
      named: 'posted in the township',
      reach: { all: [], own: ['officer', 'head'] },
      // Whoever is posted in the township is read there, though of another unit.
      row: ({ posted }, owner) => ({
        id: owner === '郑旺镇党委' ? posted.ofWaterInZhengwang : posted.ofFinanceInChaoyang,
      }),
    },
  ],
  createCadre: {
    kind: 'row',
    named: 'unitId',
    key: 'unitId',
    reach: writers,
    row: ({ district }, owner) => ({ unitId: district.units[owner] }),
    sent: ({ unitId = '' }) => ({ body: newCadre(unitId, { name: newName() }) }),
  },
  updateCadre: [
    {
      kind: 'row',
      reach: writers,
      row: async ({ district }, owner) => ({ id: await newPerson(district, owner) }),
      sent: () => ({ body: { position: '科员', version: 1 } }),
    },
    {
      kind: 'row',
      named: 'unitId',
      key: 'unitId',
      reach: writers,
      // One's own person, moved into the unit of somebody else.
      row: async ({ district }, owner, person) => ({
        id: await newPerson(district, ownersFor(person).own),
        unitId: district.units[owner],
      }),
      sent: ({ unitId }) => ({ body: { unitId, version: 1 } }),
    },
    {
      kind: 'row',
      named: 'unitId (own)',
      reach: writers,
      // Somebody else's person, taken into the own unit.
      row: async ({ district }, owner, person) => ({
        id: await newPerson(district, owner),
        unitId: district.units[ownersFor(person).own],
      }),
      sent: ({ unitId }) => ({ body: { unitId, version: 1 } }),
    },
  ],
  deleteCadre: {
    kind: 'row',
    reach: writers,
    row: async ({ district }, owner) => ({ id: await newPerson(district, owner) }),
    sent: () => ({ query: { version: '1' } }),
  },
  revealCadre: {
    kind: 'row',
    reach: { all: ['planner', 'office'] },
    row: ({ cadres }, owner) => ({ id: cadres[owner] }),
    sent: () => ({ body: { reason: '核对档案材料' } }),
  },
};
