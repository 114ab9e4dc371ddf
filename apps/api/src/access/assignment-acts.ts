import { namesOf } from './cadres.ts';
import type { Entries, Entry, Ids, ListEntry, RowEntry, SeenRow } from './entry.ts';
import { districtWide, readers } from './registers.ts';
import { nobody, type World } from './world.ts';

/** A version that nobody has seen: whoever reaches the post is told that it is stale. */
const version = 999;
/** Another id that nothing has. */
const someoneElse = '01890a5d-ac96-774b-bcce-b302099a8058';
const paper = { date: '2015-04-24', documentNumber: '郑委发〔2015〕9号' };
const change = { from: '2015-09-01', documentNumber: '河组发〔2015〕40号', reason: '工作需要' };
const recorders = { all: ['planner'], own: ['officer', 'head'] } as const;
const changers = { all: ['planner'] } as const;

const post: RowEntry['row'] = ({ assignments }, owner) => ({ id: assignments[owner] });

function act(reach: RowEntry['reach'], body: object, extra: Partial<RowEntry> = {}): RowEntry {
  return {
    kind: 'row',
    reach,
    row: post,
    sent: () => ({ body: { ...body, version } }),
    reached: [409],
    ...extra,
  };
}

/** The same for many: the posts stand in the body. */
function together(reach: RowEntry['reach'], body: object): RowEntry {
  return {
    kind: 'row',
    named: 'assignments.id',
    key: 'assignmentId',
    reach,
    row: ({ assignments }, owner) => ({ assignmentId: assignments[owner] }),
    sent: ({ assignmentId: id }: Ids) => ({ body: { ...body, assignments: [{ id, version }] } }),
    reached: [409],
  };
}

const batch = ({ district }: World) => ({ id: district.batchId });
const everybody = [...readers.all, ...readers.own, 'evaluator'] as const;
const ofBatch: Entry = { kind: 'row', reach: { all: everybody }, row: batch };

function seenOf(inZhengwang: string, inChaoyang: string): SeenRow[] {
  return [
    { mark: inZhengwang, seenBy: [...districtWide, 'officer', 'head'] },
    { mark: inChaoyang, seenBy: [...districtWide, 'officer2', 'liaison'] },
  ];
}

/** On a day on which both terms are about to end. */
const warnings: Omit<ListEntry, 'rows'> = {
  kind: 'list',
  path: batch,
  query: () => ({ on: '2017-05-01' }),
};

export const assignmentActEntries: Entries = {
  listAssignmentEvents: { kind: 'row', reach: { ...readers, none: ['evaluator'] }, row: post },
  undoAssignmentEvent: act(
    recorders,
    {},
    {
      row: ({ assignments }, owner) => ({ id: assignments[owner], eventId: nobody }),
    },
  ),
  listBatchEvents: ofBatch,
  replaceAssignment: act(changers, { ...change, cadreId: nobody }),
  withdrawAssignment: act(changers, change),
  exchangeAssignments: [
    act(changers, { ...change, withId: someoneElse, withVersion: 1 }),
    {
      ...act(changers, {}),
      named: 'withId',
      key: 'withId',
      row: ({ assignments }, owner) => ({ id: assignments.区财政局, withId: assignments[owner] }),
      sent: ({ withId = '' }: Ids) => ({
        body: { ...change, withId, withVersion: version, version: 1 },
      }),
      // With oneself, or in a version that nobody saw.
      reached: [409, 422],
    },
  ],
  extendAssignment: act(changers, {
    until: '2017-11-30',
    documentNumber: '河组发〔2017〕9号',
    reason: '任务未完成',
  }),
  endAssignment: act(changers, paper),
  recordAppointment: act(recorders, paper),
  recordReport: act(recorders, { date: '2015-06-01' }),
  recordMembership: act(recorders, { ...paper, direction: 'transferred' }),
  endAssignments: together(changers, paper),
  recordAppointments: together(recorders, paper),
  recordReports: together(recorders, { date: '2015-06-01' }),
  recordMemberships: together(recorders, { ...paper, direction: 'transferred' }),
  listSuccessors: { kind: 'row', reach: changers, row: post },
  listPostCandidates: {
    kind: 'row',
    reach: changers,
    row: ({ district, villages }, owner) => ({ id: district.batchId, villageId: villages[owner] }),
    key: 'villageId',
    // The villages of the small district have no tier yet, or not this post.
    reached: [422],
  },
  fillPost: {
    kind: 'row',
    reach: changers,
    row: batch,
    sent: (_, { villages }) => ({
      body: { ...change, cadreId: nobody, villageId: villages.区财政局, deputy: false },
    }),
    // The batch isn't issued.
    reached: [422],
  },
  listVacancies: ofBatch,
  getWarnings: {
    ...warnings,
    rows: ({ assignments }) => seenOf(assignments.区水利局, assignments.区财政局),
  },
  exportWarnings: {
    ...warnings,
    rows: (world) =>
      namesOf(world, seenOf(world.posted.ofWaterInZhengwang, world.posted.ofFinanceInChaoyang)),
  },
};
