import { toDate } from '@xuanpai/database/dates';
import { day } from '../testing.ts';
import { addVillage } from '../testing-registers.ts';
import { namesOf } from './cadres.ts';
import type { Entries, RowEntry, SeenRow } from './entry.ts';
import { districtWide, readers } from './registers.ts';
import { newName, newPerson, type Owner, type World } from './world.ts';

type State = 'draft' | 'submitted' | 'signed';

const reach = { ...readers, none: ['evaluator'] } as const;

type Post = { assignmentId: string; cadreId: string; townshipId: string };

/** A batch of long ago, with a post in each township: every call takes a quarter of its own. */
const longAgo = new WeakMap<World, Promise<{ batchId: string; posts: Record<Township, Post> }>>();
type Township = '郑旺镇' | '朝阳街道';
const days = { startsOn: toDate(day('1930-01-01')), endsOn: toDate(day('2015-03-31')) };
let quarters = 0;

function nextPeriod(): string {
  quarters += 1;
  return `${1930 + Math.floor(quarters / 4)}Q${(quarters % 4) + 1}`;
}

function batchOf(world: World) {
  const known = longAgo.get(world) ?? makeBatch(world);
  longAgo.set(world, known);
  return known;
}

async function makeBatch({ district }: World) {
  const { prisma } = district.office.db;
  const data = { name: `批次${newName()}`, date: days.startsOn, ...days };
  const { id: batchId } = await prisma.batch.create({ data });
  const post = async (cadreId: string, villageId: string, townshipId: string): Promise<Post> => {
    const { id: assignmentId } = await prisma.assignment.create({
      data: {
        ...{ batchId, cadreId, villageId, ...days, documentNumber: '河组发〔1930〕1号' },
        ...{ tier: 'district', post: 'firstSecretary', kind: 'appointed' },
      },
    });
    return { assignmentId, cadreId, townshipId };
  };
  const { townships } = district;
  // People of their own: the card of somebody in post for 85 years has a thousand months.
  const ofWater = await newPerson(district, '区水利局');
  const ofFinance = await newPerson(district, '区财政局');
  // And villages of their own: a post of so long leaves no day to another.
  const village = (code: string, townshipId: string) =>
    addVillage(district.office, batchId, { code, name: newName(), townshipId, income: null });
  const inZhengwang = await village('371312108290', townships.郑旺镇);
  const inChaoyang = await village('371312009290', townships.朝阳街道);
  return {
    batchId,
    posts: {
      郑旺镇: await post(ofWater, inZhengwang, townships.郑旺镇),
      朝阳街道: await post(ofFinance, inChaoyang, townships.朝阳街道),
    },
  };
}

/** A post in an owner's township, or of an owner's own people, and a period without an opinion. */
async function freshPeriod(world: World, owner: Owner, period = nextPeriod()) {
  const { batchId, posts } = await batchOf(world);
  const inZhengwang = owner === '郑旺镇党委' || owner === '区水利局';
  return { batchId, period, ...posts[inZhengwang ? '郑旺镇' : '朝阳街道'] };
}

async function newOpinion(world: World, owner: Owner, state: State, key?: string) {
  const of = await freshPeriod(world, owner, key);
  const at = toDate(day('2015-04-20'));
  const { id } = await world.district.office.db.prisma.appraisal.create({
    data: {
      ...{ ...of, ...days, state, opinion: '工作扎实。', draftedByName: '某' },
      ...(state === 'draft' ? {} : { submittedAt: at }),
      ...(state === 'signed' ? { signedByName: '某', signedOn: at, signedAt: at } : {}),
    },
  });
  return { id, ...of };
}

const act = (state: State, more: Partial<RowEntry>): RowEntry => ({
  ...{ kind: 'row', reach: { own: ['officer'] } },
  row: (world, owner) => newOpinion(world, owner, state),
  sent: () => ({ body: { version: 1 } }),
  ...more,
});

/** The period that a list was last filled in. */
let listed = { batchId: '', period: '' };

async function bothTownships(world: World): Promise<SeenRow[]> {
  const { batchId } = await batchOf(world);
  listed = { batchId, period: nextPeriod() };
  const ofWater = await newOpinion(world, '郑旺镇党委', 'signed', listed.period);
  const ofFinance = await newOpinion(world, '朝阳街道党工委', 'signed', listed.period);
  return [
    { mark: ofWater.assignmentId, seenBy: [...districtWide, 'officer', 'head'] },
    { mark: ofFinance.assignmentId, seenBy: [...districtWide, 'officer2', 'liaison'] },
  ];
}

const query = () => listed;

export const appraisalEntries: Entries = {
  listAppraisals: { kind: 'list', query, rows: bothTownships },
  exportAppraisals: {
    ...{ kind: 'list', query },
    rows: async (world) => {
      await bothTownships(world);
      const { 郑旺镇: ofWater, 朝阳街道: ofFinance } = (await batchOf(world)).posts;
      return namesOf(world, [
        { mark: ofWater.cadreId, seenBy: [...districtWide, 'officer', 'head'] },
        { mark: ofFinance.cadreId, seenBy: [...districtWide, 'officer2', 'liaison'] },
      ]);
    },
  },
  exportAppraisalPapers: {
    ...{ kind: 'row', named: 'assignmentIds', key: 'assignmentId', reach },
    row: (world, owner) => newOpinion(world, owner, 'signed'),
    sent: ({ batchId = '', period = '', assignmentId: assignmentIds = '' }) => ({
      query: { batchId, period, assignmentIds },
    }),
    missing: 400,
  },
  getCadreAppraisals: {
    ...{ kind: 'row', reach },
    row: async (world, owner) => ({ id: (await newOpinion(world, owner, 'signed')).cadreId }),
  },
  listAppraisalEditions: act('signed', { reach, sent: () => ({}) }),
  writeAppraisal: {
    ...{ kind: 'row', key: 'assignmentId', reach: { own: ['officer'] } },
    row: (world, owner) => freshPeriod(world, owner),
    sent: () => ({ body: { opinion: '工作扎实。', version: 0 } }),
  },
  submitAppraisals: act('draft', {
    named: 'items.id',
    sent: ({ id }) => ({ body: { items: [{ id, version: 1 }] } }),
  }),
  signAppraisals: act('submitted', {
    ...{ named: 'items.id', reach: { own: ['head'] } },
    sent: ({ id }) => ({ body: { items: [{ id, version: 1 }], signedOn: '2015-04-24' } }),
  }),
  withdrawAppraisal: act('submitted', {}),
  returnAppraisal: act('submitted', {
    reach: { own: ['head'] },
    sent: () => ({ body: { version: 1, reason: '请写具体' } }),
  }),
  correctAppraisal: act('signed', {
    sent: () => ({ body: { version: 1, reason: '数字有误' } }),
  }),
  discardAppraisal: act('draft', { sent: () => ({ query: { version: '1' } }) }),
};
