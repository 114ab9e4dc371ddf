import { toDate } from '@xuanpai/database/dates';
import { docxWith } from '../modules/letters/testing-docx.ts';
import { day } from '../testing.ts';
import { accepted } from '../testing-plans.ts';
import { addAssignment, addVillage } from '../testing-registers.ts';
import type { Entries, ListEntry, RowEntry } from './entry.ts';
import { joined } from './grades.ts';
import { newName, newPerson, type Owner, type World } from './world.ts';

const district = ['planner', 'office'] as const;
const path = ({ district: { batchId } }: World) => ({ id: batchId });

/** Whom the letters of a kind are for: a township's own and those of the people of a unit. */
const subjects = (kind: string, rows: ListEntry['rows']): ListEntry => ({
  kind: 'list',
  named: kind,
  path,
  query: () => ({ kind }),
  rows,
});
const people: ListEntry['rows'] = ({ assignments }) => [
  { mark: assignments.区水利局, seenBy: [...district, 'officer', 'head'] },
  { mark: assignments.区财政局, seenBy: [...district, 'officer2', 'liaison'] },
];

const template: RowEntry = {
  kind: 'row',
  key: 'kind',
  reach: { all: district },
  row: () => ({ kind: 'introduction' }),
  missing: 400,
  missingId: 'letters',
};

/** A letter of introduction of somebody, made anew. */
async function made(world: World, owner: Owner) {
  const { office, batchId } = world.district;
  const posted = await addPost(world, owner);
  const body = { kind: 'introduction', subjectIds: [posted], date: '2015-05-20' };
  accepted(await office.as('planner').post(`/api/batches/${batchId}/letters`, body));
  const { id } = await office.db.prisma.letter.findFirstOrThrow({
    where: { assignmentId: posted },
  });
  return { id, posted };
}

const voiding = { body: { reason: '姓名有误', version: 1 } };

let notices = 0;
/** A notice of somebody's grade. */
async function noticeOf(world: World, owner: Owner): Promise<string> {
  const { roundId, personId } = await joined(world, owner, 'decided');
  notices += 1;
  const { id } = await world.district.office.db.prisma.letter.create({
    data: {
      ...{ kind: 'gradeNotice', year: 2015, number: 9000 + notices, roundId, personId },
      ...{ batchId: world.district.batchId, date: toDate(day('2015-05-20')), content: {} },
      madeByName: '某',
    },
  });
  return id;
}

let serial = 400;
/** Somebody of a unit, or of no unit of the township, in a village of their own. */
async function addPost(world: World, owner: Owner): Promise<string> {
  const { office, batchId, townships } = world.district;
  const inZhengwang = owner === '郑旺镇党委' || owner === '区水利局';
  const code = `37131200${inZhengwang ? 8 : 9}${serial++}`;
  const townshipId = inZhengwang ? townships.郑旺镇 : townships.朝阳街道;
  const village = { code, name: newName(), townshipId, income: null };
  const villageId = await addVillage(office, batchId, village);
  const unit = owner.endsWith('委') ? (inZhengwang ? '区水利局' : '区财政局') : owner;
  return addAssignment(world.district, await newPerson(world.district, unit), villageId);
}

const one = (world: World, owner: Owner) => world.assignments[owner];

export const letterEntries: Entries = {
  listLetterTemplates: { kind: 'whole' },
  letterTemplateFile: template,
  letterTagsFile: template,
  uploadLetterTemplate: {
    ...template,
    reach: { all: ['planner'] },
    sent: async () => ({ upload: { fields: {}, bytes: await docxWith(['{姓名}']) } }),
  },
  chooseLetterTemplate: {
    ...template,
    reach: { all: ['planner'] },
    sent: () => ({ body: { edition: null } }),
  },
  listLetters: [
    subjects('introduction', people),
    subjects('membership', people),
    subjects('unitNotice', ({ district: { units } }) => [
      { mark: units.区水利局, seenBy: district },
      { mark: units.区财政局, seenBy: [...district, 'liaison'] },
    ]),
    subjects('townshipNotice', ({ district: { townships } }) => [
      { mark: townships.郑旺镇, seenBy: [...district, 'officer', 'head'] },
      { mark: townships.朝阳街道, seenBy: [...district, 'officer2'] },
    ]),
    subjects('annex', (world) => [{ mark: `"${world.district.batchId}"`, seenBy: district }]),
  ],
  previewLetter: {
    kind: 'row',
    named: 'subjectId',
    key: 'subjectId',
    reach: { all: district },
    row: (world, owner) => ({ ...path(world), subjectId: one(world, owner) }),
    sent: ({ subjectId = '' }) => ({
      query: { kind: 'introduction', subjectId, date: '2015-05-20' },
    }),
  },
  makeLetters: [
    {
      kind: 'row',
      named: 'introduction',
      key: 'subjectId',
      reach: { all: ['planner'], none: ['office'] },
      row: (world, owner) => ({ ...path(world), subjectId: one(world, owner) }),
      sent: ({ subjectId }) => ({
        body: { kind: 'introduction', subjectIds: [subjectId], date: '2015-05-20' },
      }),
    },
    {
      kind: 'row',
      named: 'gradeNotice',
      key: 'personId',
      // Refused further on for what is missing in it.
      ...{ reach: { all: district }, reached: [422] },
      row: async (world, owner) => ({
        ...(await joined(world, owner, 'decided')),
        ...path(world),
      }),
      sent: ({ roundId, personId }) => ({
        body: { kind: 'gradeNotice', roundId, subjectIds: [personId], date: '2015-05-20' },
      }),
    },
  ],
  ...Object.fromEntries(
    ['lettersFile', 'lettersArchive', 'printLetters'].map((id): [string, RowEntry] => [
      id,
      {
        kind: 'row',
        named: 'subjectIds',
        key: 'posted',
        reach: { all: district, own: ['officer', 'head', 'liaison'] },
        row: async (world, owner) => ({
          ...path(world),
          posted: (await made(world, owner)).posted,
        }),
        sent: ({ posted = '' }) => ({
          query: { kind: 'introduction', subjectIds: posted, as: 'docx' },
        }),
      },
    ]),
  ),
  voidLetter: [
    {
      kind: 'row',
      named: 'introduction',
      reach: { all: ['planner'], none: ['office'] },
      row: async (world, owner) => ({ id: (await made(world, owner)).id }),
      sent: () => voiding,
    },
    {
      kind: 'row',
      named: 'gradeNotice',
      reach: { all: district },
      row: async (world, owner) => ({ id: await noticeOf(world, owner) }),
      sent: () => voiding,
    },
  ],
  setMembershipFacts: {
    kind: 'row',
    named: 'assignmentId',
    key: 'assignmentId',
    reach: { all: ['planner'], own: ['officer', 'liaison'] },
    row: async (world, owner) => ({ ...path(world), assignmentId: await addPost(world, owner) }),
    sent: ({ assignmentId }) => ({
      body: { direction: 'out', rows: [{ assignmentId, version: 0 }], validityDays: 30 },
    }),
  },
};
