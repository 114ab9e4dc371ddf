import { namesOf } from './cadres.ts';
import type { Entries, ListEntry, SeenRow } from './entry.ts';
import { districtWide, readers } from './registers.ts';
import type { World } from './world.ts';

/** A township sees the posts in its villages; a unit those of its people. */
function seenOf(inZhengwang: string, inChaoyang: string): SeenRow[] {
  return [
    { mark: inZhengwang, seenBy: [...districtWide, 'officer', 'head'] },
    { mark: inChaoyang, seenBy: [...districtWide, 'officer2', 'liaison'] },
  ];
}

const file: ListEntry = {
  kind: 'list',
  rows: (world) =>
    namesOf(world, seenOf(world.posted.ofWaterInZhengwang, world.posted.ofFinanceInChaoyang)),
};
const filtered = (named: string, query: (world: World) => Record<string, string>): ListEntry => ({
  kind: 'list',
  named,
  query,
  rows: ({ assignments }) => seenOf(assignments.区水利局, assignments.区财政局),
});

export const assignmentEntries: Entries = {
  listAssignments: [
    filtered('', () => ({})),
    filtered('unitIds', ({ district }) => ({ unitIds: Object.values(district.units).join() })),
    filtered('townshipIds', ({ district }) => ({
      townshipIds: Object.values(district.townships).join(),
    })),
    filtered('villageIds', ({ villages }) => ({ villageIds: Object.values(villages).join() })),
    filtered('cadreIds', ({ posted }) => ({ cadreIds: Object.values(posted).join() })),
  ],
  exportDispatchList: file,
  exportTelephoneList: file,
  getAssignment: {
    kind: 'row',
    reach: { ...readers, none: ['evaluator'] },
    row: ({ assignments }, owner) => ({ id: assignments[owner] }),
  },
};
