import type { Entries, Entry, ListEntry, RowEntry, SeenRow } from './entry.ts';
import { districtWide, readers } from './registers.ts';
import { nobody, type Owner, type World } from './world.ts';

/** A version that nobody has seen: whoever reaches the sheet is told that it is stale. */
const version = 999;
const month = '2015-06';

/** The sheet on which an owner's people, or the people posted with it, stand. */
function townshipOf({ district }: World, owner: Owner): string {
  const inZhengwang = owner === '郑旺镇党委' || owner === '区水利局';
  return district.townships[inZhengwang ? '郑旺镇' : '朝阳街道'];
}

const sheet: RowEntry['row'] = (world, owner) => ({ township: townshipOf(world, owner), month });

function onSheet(reach: RowEntry['reach'], extra: Partial<RowEntry> = {}): RowEntry {
  return { kind: 'row', key: 'township', reach, row: sheet, ...extra };
}

function act(reach: RowEntry['reach'], body: object = {}): RowEntry {
  return onSheet(reach, { sent: () => ({ body: { ...body, version } }), reached: [409] });
}

const sheetReaders = { all: readers.all, own: ['officer', 'head'] } as const;
const township = { own: ['officer'] } as const;
const district = { all: ['planner'] } as const;
const reason = '漏记一天';

/** A township sees the posts in its villages; a unit those of its people. */
function seenOf(inZhengwang: string, inChaoyang: string): SeenRow[] {
  return [
    { mark: inZhengwang, seenBy: [...districtWide, 'officer', 'head'] },
    { mark: inChaoyang, seenBy: [...districtWide, 'officer2', 'liaison'] },
  ];
}

const posts: Omit<ListEntry, 'query'> = {
  kind: 'list',
  rows: ({ assignments }) => seenOf(assignments.区水利局, assignments.区财政局),
};

/** Months are no rows: every one of them is there. */
const wholeMonth: Entry = {
  kind: 'row',
  key: 'month',
  reach: { all: readers.all },
  row: () => ({ month }),
  missing: 400,
};

export const attendanceEntries: Entries = {
  listAttendanceMonths: {
    kind: 'list',
    query: () => ({ month }),
    rows: ({ district: { townships } }) => [
      { mark: townships.郑旺镇, seenBy: [...districtWide, 'officer', 'head'] },
      { mark: townships.朝阳街道, seenBy: [...districtWide, 'officer2'] },
    ],
  },
  listAttendanceRows: { ...posts, query: () => ({ month }) },
  getDistrictMonth: wholeMonth,
  exportAttendanceMonths: { kind: 'whole', sent: () => ({ query: { month } }) },
  exportDistrictMonth: wholeMonth,
  listTownshipMonths: {
    ...onSheet(sheetReaders),
    row: (world, owner) => ({ township: townshipOf(world, owner) }),
  },
  getAttendanceMonth: onSheet(sheetReaders),
  getAttendanceVersion: onSheet(sheetReaders),
  attendanceSheetFile: onSheet(sheetReaders),
  blankAttendanceSheet: onSheet(sheetReaders),
  // Of months that are over: the small district has none yet; whose rows, the files' tests say.
  attendanceSummary: { kind: 'whole', sent: () => ({ query: { year: '2015' } }) },
  attendanceSummaryFile: { kind: 'whole', sent: () => ({ query: { year: '2015' } }) },
  getCadreAttendance: {
    kind: 'row',
    reach: readers,
    row: ({ posted }, owner) => ({
      id:
        owner === '郑旺镇党委' || owner === '区水利局'
          ? posted.ofWaterInZhengwang
          : posted.ofFinanceInChaoyang,
    }),
  },
  saveAttendanceMonth: onSheet(township, { sent: () => ({ body: {} }) }),
  signAttendance: act({ own: ['head'] }),
  submitAttendance: act(township),
  withdrawAttendance: act(township),
  confirmAttendance: act(district),
  returnAttendance: act(district, { reason }),
  askCorrection: act(township, { reason }),
  approveCorrection: act(district),
  refuseCorrection: act(district, { reason }),
  confirmAbsence: act(district, {
    assignmentId: nobody,
    day: '2015-06-01',
    heardOn: '2015-06-02',
    statement: '本人说明去外地办私事',
  }),
  confirmAttendanceMonths: {
    kind: 'whole',
    sent: () => ({ body: { month, sheets: [{ townshipId: nobody, version: 1 }] } }),
  },
  listEditions: onSheet(sheetReaders),
  // No edition is there yet, for whoever reaches the sheet either.
  getEdition: onSheet(
    { none: [...readers.all, 'officer', 'head'] },
    { row: (world, owner) => ({ township: townshipOf(world, owner), month, revision: '1' }) },
  ),
};
