import { type RoundLetterKind, roundLetterKinds } from '@xuanpai/contracts/letter-kinds';
import type { LetterSubject } from '@xuanpai/contracts/letters';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partsOf } from '../../lib/docx/parts.ts';
import { day } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';
import { addRound, addToRound, decided } from '../../testing-rounds.ts';
import { docxWith, textsOf } from './testing-docx.ts';

let district: SmallDistrict;
let letters: string;
let roundId: string;
beforeAll(async () => {
  district = await startSmallDistrict(day('2016-02-29'));
  letters = `/api/batches/${district.batchId}/letters`;
  roundId = await addRound(district);
  await join('王伟', '区财政局', '养马庄村', 'excellent', 'district');
  await join('李娜', '区水利局', '大尤家村', 'competent', 'superior');
  await join('赵敏', '区财政局', '前杨墩村', 'competent', null);
});
afterAll(() => district.office.close());

async function join(
  name: string,
  unit: '区财政局' | '区水利局',
  village: keyof SmallDistrict['villages'],
  grade: 'excellent' | 'competent',
  managementAuthority: 'district' | 'superior' | null,
) {
  const { office, units, villages } = district;
  const cadreId = await addCadre(office, units[unit], { name });
  await office.db.prisma.cadre.update({ where: { id: cadreId }, data: { managementAuthority } });
  const assignmentId = await addAssignment(district, cadreId, villages[village]);
  const place = { cadreId, assignmentId, village, unit };
  return addToRound(district, roundId, place, decided(grade));
}

const list = async (kind: RoundLetterKind, who = 'planner') => {
  const { items } = accepted(await district.office.as(who).get(`${letters}?kind=${kind}`)).body;
  return items.map(({ name }: LetterSubject) => name);
};

test('whom letters of a round are for: by person, unit and management authority', async () => {
  expect(await list('annualForm')).toEqual(['王伟', '赵敏', '李娜']);
  expect(await list('gradeNotice')).toHaveLength(3);
  expect((await list('feedbackUnit')).toSorted()).toEqual(['区水利局', '区财政局']);
  expect(await list('feedbackSuperior')).toEqual(['区水利局']);
  expect(await list('feedbackOrganisation')).toEqual(['2015年年度考核']);
  expect(await list('quotaStatement')).toEqual(['区财政局']);
});

test('a unit reads what is fed back to it; townships read none', async () => {
  for (const kind of roundLetterKinds) {
    const own = kind === 'feedbackUnit' || kind === 'quotaStatement';
    expect([kind, await list(kind, 'liaison')]).toEqual([kind, own ? ['区财政局'] : []]);
    expect([kind, await list(kind, 'head')]).toEqual([kind, []]);
  }
});

test.each(roundLetterKinds)('%s: made, and nothing of the template is left', async (kind) => {
  const body = { kind, roundId, subjectIds: null, date: '2016-02-29' };
  const { made } = accepted(await district.office.as('planner').post(letters, body)).body;
  expect(made).toBe((await list(kind)).length);
  const query = `kind=${kind}&roundId=${roundId}`;
  const file = await district.office.as('planner').download(`${letters}/letters.docx?${query}`);
  const text = (await textsOf(file.raw)).join('\n');
  expect(text).not.toMatch(/[{}]|undefined|null|NaN|【缺/);
  expect(text).toContain('2015年年度考核');
  expect(text.includes('优秀')).toBe(kind !== 'feedbackSuperior');
});

test('all as a zip, a file for each person', async () => {
  const query = `kind=annualForm&roundId=${roundId}`;
  const file = await district.office.as('planner').download(`${letters}/letters.zip?${query}`);
  const files = await partsOf(file.raw);
  expect([...files.keys()]).toEqual(
    ['王伟', '赵敏', '李娜'].map((name, at) => `考核登记表 2016-${at + 1} ${name}.docx`),
  );
});

test('a round keeps its template whatever the office uses later, until another is chosen', async () => {
  const { office } = district;
  const upload = async (words: string) => {
    const bytes = await docxWith([`${words}{姓名}`]);
    const path = '/api/letter-templates/gradeNotice';
    return accepted(await office.as('planner').upload(path, {}, '告知书.docx', bytes));
  };
  const choose = (template: number | string, version: number) =>
    office.as('office').patch(`/api/evaluations/${roundId}`, {
      templates: [{ kind: 'gradeNotice', template }],
      version,
    });
  const printed = async () => {
    const path = `${letters}/letters.docx?kind=gradeNotice&roundId=${roundId}`;
    return (await textsOf((await office.as('planner').download(path)).raw)).join('\n');
  };
  await upload('甲式');
  const { body } = accepted(await choose(1, 1));
  expect(body.templates).toContainEqual({ kind: 'gradeNotice', edition: 1, kept: true });
  await upload('乙式');
  expect(await printed()).toContain('甲式王伟');
  const unknown = await choose(9, body.version);
  expect(unknown.status).toBe(400);
  expect(unknown.body.errors).toMatchObject([
    { path: 'templates.0.template', code: 'unknownEdition' },
  ]);
  accepted(await choose('inUse', body.version));
  expect(await printed()).toContain('乙式王伟');
  // Of the one that is shipped the bytes are the round's: another version of the product changes nothing.
  const version = body.version + 1;
  accepted(await choose('shipped', version));
  const { roundTemplate, evaluationRound } = office.db.prisma;
  const where = { roundId_kind: { roundId, kind: 'gradeNotice' } } as const;
  expect((await roundTemplate.findUniqueOrThrow({ where })).file?.length).toBeGreaterThan(0);
  await roundTemplate.delete({ where });
  const file = Uint8Array.from(await docxWith(['旧版{姓名}']));
  await roundTemplate.create({ data: { roundId, kind: 'gradeNotice', file } });
  expect(await printed()).toContain('旧版王伟');
  // Once the round is closed they stay, in the database too.
  const closed = { status: 'closed', closedAt: new Date(), closedByName: '某' } as const;
  await evaluationRound.update({ where: { id: roundId }, data: closed });
  expect((await choose(1, version + 1)).body).toMatchObject({
    detail: expect.stringContaining('考核已办结'),
  });
  const { pool } = office.db;
  for (const change of ['DELETE FROM round_template', 'UPDATE round_template SET file = NULL']) {
    await expect(pool.query(change)).rejects.toThrow('the templates of the round are kept');
  }
  await expect(pool.query("UPDATE letter_template SET file = 'x'")).rejects.toThrow('are kept');
  const open = { status: 'open', closedAt: null, closedByName: null } as const;
  await evaluationRound.update({ where: { id: roundId }, data: open });
});

test('who steps back from somebody neither makes nor takes a letter about them', async () => {
  const { office } = district;
  const { prisma } = office.db;
  const { cadreId, id } = await prisma.evaluationPerson.findFirstOrThrow({
    where: { roundId, cadre: { name: '王伟' } },
  });
  const user = await prisma.user.findUniqueOrThrow({ where: { username: 'office' } });
  await prisma.evaluatorTie.create({
    data: {
      ...{ userId: user.id, kind: 'relative', cadreId, relation: 'spouse', declaredByName: '某' },
    },
  });
  const query = `kind=annualForm&roundId=${roundId}`;
  const { items } = accepted(await office.as('office').get(`${letters}?${query}`)).body;
  const closed = items.filter(({ closedTo }: LetterSubject) => closedTo !== null);
  expect(closed).toMatchObject([
    { name: '王伟', closedTo: { zh: expect.stringContaining('王伟') } },
  ]);
  const zip = await office.as('office').download(`${letters}/letters.zip?${query}`);
  expect([...(await partsOf(zip.raw)).keys()].join()).not.toContain('王伟');
  expect(decodeURIComponent(String(zip.headers['content-disposition']))).toContain('因回避未含1份');
  const one = `${letters}/letters.docx?${query}&subjectIds=${id}`;
  expect((await office.as('office').get(one)).body.errors).toMatchObject([{ code: 'stepBack' }]);
  expect((await office.as('planner').download(one)).status).toBe(200);
  const body = { kind: 'annualForm', roundId, subjectIds: null, date: '2016-02-29' };
  const { stepsBack } = accepted(await office.as('office').post(letters, body)).body;
  expect(stepsBack).toEqual([{ subjectId: id, name: '王伟' }]);
});
