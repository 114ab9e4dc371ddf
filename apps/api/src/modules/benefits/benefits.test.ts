import { afterAll, beforeAll, expect, test } from 'vitest';
import { partsOf } from '../../lib/docx/parts.ts';
import { day, type TestReply } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { changeGrade, gradedCadre } from './testing-benefits.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict(day('2017-06-10'));
});
afterAll(() => district.office.close());

const as = (user: string) => district.office.as(user);
const read = async (cadreId: string, user = 'office') =>
  (await as(user).get(`/api/benefits/${cadreId}`)).body;
const codes = ({ body }: TestReply) => body.errors.map(({ code }: { code: string }) => code);

const competition = (percent: number, more: object = {}) => ({
  ...{ competition: '办公室主任竞争上岗', heldOn: '2017-06-08', rawTotal: '86.35', percent },
  ...{ documentNumber: '财党组〔2017〕3号', ...more },
});
const use = (cadreId: string, percent: number, user = 'office', more: object = {}) =>
  as(user).post(`/api/benefits/${cadreId}/use`, competition(percent, more));

test('two years of competent grades earn five per cent, used once, voided by another', async () => {
  const cadreId = await gradedCadre(district, { grades: { 2015: 'competent', 2016: 'excellent' } });
  const before = await read(cadreId);
  expect(before).toMatchObject({
    ...{ level: 'competent', standing: 'open', percent: 5, earnedBy: [2015, 2016] },
    ...{ acts: ['use'], percents: { competent: 5, excellent: 7 } },
  });
  const wrong = await use(cadreId, 7);
  expect([wrong.status, codes(wrong)]).toEqual([422, ['percentDiffers']]);
  const used = accepted(await use(cadreId, 5)).body;
  expect(used.use).toMatchObject({
    ...{ rawTotal: '86.35', adjustedTotal: '90.6675', percent: 5, result: 'pending' },
    grounds: [
      { year: 2015, grade: 'competent' },
      { year: 2016, grade: 'excellent' },
    ],
  });
  expect(used.acts).toEqual(['result']);
  for (const percent of [5, 7]) {
    const again = await use(cadreId, percent, 'planner');
    expect([again.status, again.body.code]).toEqual([409, 'alreadyDone']);
  }
  const { id, version } = used.use;
  const body = { reason: '误登', version };
  expect(codes(await as('office').post(`/api/benefit-uses/${id}/void`, body))).toEqual([
    'ownEntry',
  ]);
  const result = { result: 'appointed', note: null, version };
  const told = accepted(await as('office').post(`/api/benefit-uses/${id}/result`, result)).body;
  expect(told.use.result).toBe('appointed');
  const seen = { reason: '误登', version: told.use.version };
  const voided = accepted(await as('planner').post(`/api/benefit-uses/${id}/void`, seen)).body;
  expect(voided).toMatchObject({ use: null, standing: 'open' });
  expect(voided.voided).toMatchObject([{ voidReason: '误登', voidedByName: 'planner某' }]);
  expect(accepted(await use(cadreId, 5)).body.standing).toBe('used');
});

test('seven per cent only once “outstanding” is confirmed; a review takes its ground away', async () => {
  const cadreId = await gradedCadre(district, { grades: { 2015: 'excellent', 2016: 'excellent' } });
  expect(await read(cadreId)).toMatchObject({ level: 'excellent', percent: 5 });
  expect(codes(await use(cadreId, 7))).toEqual(['percentDiffers']);
  const ground = { ground: '社区建设走在全区前列', documentNumber: '河选办〔2017〕9号' };
  const confirmed = accepted(
    await as('office').post(`/api/benefits/${cadreId}/outstanding`, ground),
  ).body;
  expect(confirmed).toMatchObject({ percent: 7, acts: ['use', 'withdraw'] });
  expect((await as('planner').post(`/api/benefits/${cadreId}/outstanding`, ground)).status).toBe(
    409,
  );
  const used = accepted(await use(cadreId, 7)).body;
  expect(used.use.adjustedTotal).toBe('92.3945');
  await changeGrade(district, cadreId, 2016, 'basicallyCompetent');
  expect(await read(cadreId)).toMatchObject({
    ...{ level: 'none', standing: 'groundLost', use: { groundLost: true } },
  });
  const list = (await as('office').get('/api/benefits?standings=groundLost')).body;
  expect(list.items.map((one: { cadreId: string }) => one.cadreId)).toEqual([cadreId]);
  expect(list.counts.groundLost).toBe(1);
});

test('a confirmation that wasn’t used is withdrawn, and without excellent grades there is none', async () => {
  const cadreId = await gradedCadre(district, { grades: { 2015: 'excellent', 2016: 'excellent' } });
  const path = `/api/benefits/${cadreId}/outstanding`;
  const ground = { ground: '群众评价好', documentNumber: '河选办〔2017〕10号' };
  const { outstanding } = accepted(await as('office').post(path, ground)).body;
  const body = { reason: '材料不全', version: outstanding.version };
  expect(accepted(await as('office').post(`${path}/withdraw`, body)).body.percent).toBe(5);
  expect((await as('office').post(`${path}/withdraw`, body)).status).toBe(409);
  const other = await gradedCadre(district, { grades: { 2015: 'qualified', 2016: 'excellent' } });
  expect(codes(await as('office').post(`/api/benefits/${other}/outstanding`, ground))).toEqual([
    'notExcellent',
  ]);
});

test('two hundred uses at once give one', async () => {
  const cadreId = await gradedCadre(district, { grades: { 2015: 'qualified', 2016: 'competent' } });
  const replies = await Promise.all(
    Array.from({ length: 200 }, (_, at) =>
      use(cadreId, 5, at % 2 ? 'office' : 'planner', { documentNumber: `第${at}号` }),
    ),
  );
  const statuses = replies.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(199);
  expect(await district.office.db.prisma.benefitUse.count({ where: { cadreId } })).toBe(1);
});

test('a use is not rewritten or deleted in the database either', async () => {
  const cadreId = await gradedCadre(district, { grades: { 2015: 'qualified', 2016: 'competent' } });
  const { use: made } = accepted(await use(cadreId, 5)).body;
  const { pool } = district.office.db;
  for (const [change, id] of [
    ['UPDATE benefit_use SET percent = 7 WHERE id = $1', made.id],
    ['DELETE FROM benefit_use WHERE id = $1', made.id],
  ]) {
    await expect(pool.query(change ?? '', [id])).rejects.toThrow('a use is kept');
  }
});

test('one year earns nothing, and what is ahead or no total is refused', async () => {
  const cadreId = await gradedCadre(district, { grades: { 2016: 'excellent' } });
  const none = await use(cadreId, 5);
  expect([none.status, codes(none)]).toEqual([422, ['notEarned']]);
  const good = await gradedCadre(district, { grades: { 2015: 'excellent', 2016: 'competent' } });
  const wrong = await use(good, 5, 'office', { heldOn: '2017-07-01', rawTotal: '0' });
  expect([wrong.status, codes(wrong)]).toEqual([400, ['ahead', 'noTotal']]);
  const early = await use(good, 5, 'office', { heldOn: '2016-12-31' });
  expect([early.status, codes(early)]).toEqual([422, ['tooEarly']]);
});

test('a liaison reads own people only; a township, an evaluator and an inspector nothing', async () => {
  const own = await gradedCadre(district, { name: '财甲' });
  const water = district.units.区水利局;
  const foreign = await gradedCadre(district, { unitId: water, name: '水甲' });
  const { items } = (await as('liaison').get('/api/benefits?pageSize=200')).body;
  const ids = items.map((one: { cadreId: string }) => one.cadreId);
  expect([ids.includes(own), ids.includes(foreign)]).toEqual([true, false]);
  expect((await as('liaison').get(`/api/benefits/${foreign}`)).status).toBe(404);
  expect((await as('liaison').post(`/api/benefits/${own}/use`, competition(5))).status).toBe(403);
  for (const user of ['officer', 'head', 'evaluator', 'inspector', 'admin', 'auditor']) {
    expect((await as(user).get('/api/benefits')).status).toBe(403);
  }
});

test('excellent at the end of the term is preferred for promotion; lists and certificate go out', async () => {
  const name = '优甲';
  const grades = { 2015: 'excellent', 2016: 'competent', term: 'excellent' } as const;
  const cadreId = await gradedCadre(district, { name, grades });
  const list = (await as('leader').get('/api/benefits?preferred=yes')).body;
  expect(list.items).toMatchObject([{ cadreId, termGrade: 'excellent', preferred: true }]);
  const sheet = await as('leader').download('/api/benefits.xlsx?preferred=yes');
  expect(decodeURIComponent(String(sheet.headers['content-disposition']))).toContain('优先提拔');
  const path = `/api/benefits/${cadreId}/certificate.docx`;
  const paper = await as('liaison').download(`${path}?rawTotal=88.5`);
  const written = (await partsOf(paper.raw)).get('word/document.xml')?.toString() ?? '';
  expect(written).toContain('总成绩92.925分');
  const nobody = await gradedCadre(district);
  expect((await as('office').get(`/api/benefits/${nobody}/certificate.docx`)).status).toBe(400);
});
