import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import { addRound, addToRound, checked, decided, proposed } from '../testing-rounds.ts';
import type { Entries, Ids, RowEntry, SeenRow } from './entry.ts';
import { newPerson, type Owner, type World } from './world.ts';

const readers = {
  all: ['planner', 'office', 'leader'],
  own: ['officer', 'head', 'liaison'],
} as const;
const workers = { all: ['planner', 'office'] } as const;
const grade = { entering: {}, proposed, checked, decided } as const;
type State = keyof typeof grade;

/** Rounds of long ago, each once a world: a round has a year of its own. */
const rounds = new WeakMap<World, Map<number, Promise<string>>>();

function roundOf(world: World, year: number): Promise<string> {
  const own = rounds.get(world) ?? new Map<number, Promise<string>>();
  rounds.set(world, own);
  const known = own.get(year) ?? addRound(world.district, { year });
  own.set(year, known);
  return known;
}

const inZhengwang = (owner: Owner) => owner === '郑旺镇党委' || owner === '区水利局';

/** Somebody of an owner's unit or in an owner's township. */
export async function joined(world: World, owner: Owner, state: State, given: Given = {}) {
  const { year = 1995, cadreId } = given;
  const unit = inZhengwang(owner) ? ('区水利局' as const) : ('区财政局' as const);
  const columns = state === 'entering' ? {} : grade[state]('excellent');
  const roundId = await roundOf(world, year);
  const who = cadreId ?? (await newPerson(world.district, unit));
  const place = {
    ...{ cadreId: who, assignmentId: world.assignments[owner], unit },
    village: inZhengwang(owner) ? '大尤家村' : '养马庄村',
  } as const;
  const personId = await addToRound(world.district, roundId, place, columns);
  return { id: roundId, roundId, personId, cadreId: who };
}

interface Given {
  year?: number;
  cadreId?: string;
}

/** An act on people of a round, whom the body names; a rule may refuse it further on. */
const ofPeople = (
  state: State,
  sent: (personId: string) => object,
  more: Partial<RowEntry> = {},
): RowEntry => ({
  ...{ kind: 'row', named: 'personIds', key: 'personId', reach: workers, reached: [422] },
  row: (world, owner) => joined(world, owner, state),
  sent: ({ personId = '' }) => ({ body: sent(personId) }),
  ...more,
});

/** An act on one person, by id. */
const ofPerson = (state: State, body: object | null, more: Partial<RowEntry> = {}): RowEntry => ({
  ...{ kind: 'row', reach: workers, reached: [422] },
  row: async (world, owner) => ({ id: (await joined(world, owner, state)).personId }),
  ...(body ? { sent: () => ({ body }) } : {}),
  ...more,
});

const ofRound: RowEntry = {
  ...{ kind: 'row', reach: workers },
  row: async (world) => ({ id: await roundOf(world, 1995) }),
};

async function put(world: World, owner: Owner) {
  const who = await joined(world, owner, 'checked');
  const { prisma } = world.district.office.db;
  const days = { startsOn: toDate(day('2015-04-01')), endsOn: toDate(day('2015-04-08')) };
  const { id: noticeId } = await prisma.gradeNotice.create({
    data: {
      ...{ roundId: who.roundId, ...days, place: '公开栏', postedByName: '某' },
      people: { create: { personId: who.personId } },
    },
  });
  return { ...who, noticeId };
}

async function said(world: World, owner: Owner) {
  const { noticeId, personId } = await put(world, owner);
  const { id } = await world.district.office.db.prisma.noticeObjection.create({
    data: {
      ...{ noticeId, personId, receivedOn: toDate(day('2015-04-02')), from: '匿名' },
      ...{ content: '不实', enteredByName: '某' },
    },
  });
  return { id };
}

async function asked(world: World, owner: Owner, kind: 'appeal' | 'objection') {
  const { personId } = await joined(world, owner, 'decided');
  const { id } = await world.district.office.db.prisma.gradeCase.create({
    data: {
      ...{ personId, kind, edition: 1, askedOn: toDate(day('2015-04-01')), reason: '不服' },
      ...{ organ: '市委组织部', enteredByName: '某' },
    },
  });
  return { id };
}

async function fedBack(world: World, owner: Owner) {
  const { personId } = await joined(world, owner, 'decided');
  const { id } = await world.district.office.db.prisma.gradeFeedback.create({
    data: {
      ...{ personId, edition: 1, recipient: 'unit', sentOn: toDate(day('2015-04-01')) },
      sentByName: '某',
    },
  });
  return { id };
}

/** The round that the list was last filled in. */
let listed = '';
let years = 2020;

async function bothTownships(world: World): Promise<SeenRow[]> {
  years += 1;
  const year = years;
  const { personId: ofWater, roundId } = await joined(world, '区水利局', 'decided', { year });
  const { personId: ofFinance } = await joined(world, '区财政局', 'decided', { year });
  listed = roundId;
  return [
    { mark: ofWater, seenBy: ['planner', 'office', 'leader', 'officer', 'head'] },
    { mark: ofFinance, seenBy: ['planner', 'office', 'leader', 'officer2', 'liaison'] },
  ];
}

export const gradeEntries: Entries = {
  listStepPeople: { kind: 'list', path: () => ({ id: listed }), rows: bothTownships },
  exportReviewSheet: ofRound,
  printReviewSheet: ofRound,
  getPersonSteps: ofPerson('decided', null, { reach: readers }),
  recordSteps: ofPeople(
    'proposed',
    (personId) => ({
      ...{ kind: 'townshipOpinion', personIds: [personId], heldOn: '2015-04-01', by: '郑旺镇' },
      text: '同意',
    }),
    { reach: { all: ['office'], own: ['officer', 'head'], none: ['planner', 'liaison'] } },
  ),
  checkGrades: ofPeople('proposed', (id) => ({ items: [{ id, version: 1 }] }), {
    named: 'items.id',
  }),
  returnGrade: ofPerson('proposed', { version: 1, reason: '请再核实' }),
  postNotice: ofPeople('checked', (personId) => ({
    ...{ personIds: [personId], startsOn: '2015-04-01', place: '公开栏' },
  })),
  listNotices: ofRound,
  enterNoticeObjection: ofPeople(
    'checked',
    (personId) => ({ personId, receivedOn: '2015-04-02', from: '匿名', content: '不实' }),
    { named: 'personId', row: put },
  ),
  answerNoticeObjection: {
    ...{ kind: 'row', reach: workers, row: said },
    sent: () => ({
      body: { version: 1, answer: 'unfounded', text: '不实', answeredOn: '2015-04-03' },
    }),
  },
  decideGrades: ofPeople(
    'checked',
    (id) => ({ items: [{ id, version: 1 }], decidedOn: '2015-04-20', document: '1号文' }),
    { named: 'items.id', reach: { all: ['planner'] } },
  ),
  tellGrades: ofPeople('decided', (personId) => ({
    ...{ personIds: [personId], toldOn: '2015-04-20', manner: 'agreed' },
  })),
  askGradeCase: ofPerson('decided', { kind: 'objection', askedOn: '2015-04-20', reason: '不服' }),
  extendGradeCase: {
    ...{ kind: 'row', reach: workers },
    row: (world, owner) => asked(world, owner, 'appeal'),
    sent: () => ({ body: { version: 1, reason: '复杂' } }),
  },
  settleGradeCase: {
    ...{ kind: 'row', reach: workers },
    row: (world, owner) => asked(world, owner, 'objection'),
    sent: () => ({
      body: { version: 1, result: 'kept', text: '维持', decidedOn: '2015-04-20' },
    }),
  },
  listGradeCases: ofRound,
  sendFeedback: ofPeople('decided', (personId) => ({
    ...{ personIds: [personId], sentOn: '2015-04-20' },
  })),
  listFeedback: {
    kind: 'list',
    rows: async (world) => [
      { mark: (await fedBack(world, '区水利局')).id, seenBy: ['office'] },
      { mark: (await fedBack(world, '区财政局')).id, seenBy: ['office', 'liaison'] },
    ],
  },
  receiveFeedback: {
    ...{ kind: 'row', named: 'items.id', reach: { all: ['office'], own: ['liaison'] } },
    ...{ row: fedBack, reached: [422] },
    sent: ({ id = '' }: Ids) => ({
      body: { items: [{ id, version: 1 }], receivedOn: '2015-04-20' },
    }),
  },
  getCadreGrades: {
    ...{ kind: 'row', reach: readers },
    row: async (world, owner) => {
      const { ofWaterInZhengwang, ofFinanceInChaoyang } = world.posted;
      const cadreId = inZhengwang(owner) ? ofWaterInZhengwang : ofFinanceInChaoyang;
      years += 1;
      return { id: (await joined(world, owner, 'decided', { year: years, cadreId })).cadreId };
    },
  },
};
