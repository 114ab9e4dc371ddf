import type { AppraisalList, AppraisalRow } from '@xuanpai/contracts/appraisals';
import type { WorkRule } from '@xuanpai/contracts/work-rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { accepted } from '../../testing-plans.ts';

let office: TestApp;
let own: AppraisalRow[];

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-10-15'));
  own = (await list('officer')).items;
});
afterAll(() => office.close());

async function list(who: string, query = ''): Promise<AppraisalList> {
  return accepted(await office.as(who).get(`/api/appraisals?pageSize=200&${query}`)).body;
}

let taken = 0;
function somebody(): AppraisalRow {
  const row = own[taken++];
  if (!row) throw new Error('nobody is left');
  return row;
}

const write = (row: AppraisalRow, opinion: string, version = 0, who = 'officer') =>
  office.as(who).send({
    ...{ method: 'PUT', url: `/api/appraisals/${row.assignmentId}/2015Q3` },
    payload: { opinion, version },
  });

const item = ({ newest }: AppraisalRow) => ({ id: newest?.id, version: newest?.version });
const submit = (rows: AppraisalRow[]) =>
  office.as('officer').post('/api/appraisals/submit', { items: rows.map(item) });
const sign = (rows: AppraisalRow[], signedOn = '2015-10-15') =>
  office.as('head').post('/api/appraisals/sign', { items: rows.map(item), signedOn });
const act = (who: string, row: AppraisalRow, name: string, body: object = {}) =>
  office.as(who).post(`/api/appraisals/${row.newest?.id}/${name}`, {
    version: row.newest?.version,
    ...body,
  });
const again = async ({ assignmentId }: AppraisalRow, who = 'officer') => {
  const query = `townshipIds=${own[0]?.townshipId}`;
  const found = (await list(who, query)).items.find((row) => row.assignmentId === assignmentId);
  if (!found) throw new Error('the row is gone');
  return found;
};

async function sent(opinion = '工作扎实，村级集体增收明显。'): Promise<AppraisalRow> {
  const row = somebody();
  accepted(await submit([accepted(await write(row, opinion)).body]));
  return again(row);
}

async function signed(opinion?: string): Promise<AppraisalRow> {
  const row = await sent(opinion);
  accepted(await sign([row]));
  return again(row);
}

const codesOf = (reply: { body: { errors: { code: string }[] } }) =>
  reply.body.errors.map(({ code }) => code);

test('everybody in post in the period that is over is there, and who is missing', async () => {
  const { period, periods, counts, townships } = await list('officer');
  expect(period).toMatchObject({ key: '2015Q3', endsOn: '2015-09-30', dueOn: '2015-10-20' });
  expect(periods.map(({ key }) => key)).toEqual(['2015Q3', '2015Q4']);
  expect(own.length).toBe(counts.people);
  expect(townships).toMatchObject([{ name: '郑旺镇', people: own.length }]);
  expect(own[0]).toMatchObject({ state: 'missing', late: false, acts: ['write'] });
  const all = await list('planner', 'states=missing');
  expect(all.total).toBe(all.counts.missing);
  expect([all.counts.people, all.townships.length]).toEqual([255, 10]);
});

test('written, sent, signed: only then others read it, and its row is locked', async () => {
  const row = somebody();
  const draft = accepted(await write(row, '第一稿。')).body;
  expect(draft).toMatchObject({ state: 'draft', acts: ['write', 'submit', 'discard'] });
  expect((await write(row, '他人的稿。', 0)).body.code).toBe('staleVersion');
  const better = accepted(await write(row, '第二稿。', 1)).body;
  accepted(await submit([better]));
  expect(await again(row, 'planner')).toMatchObject({ state: 'submitted', newest: null, acts: [] });
  expect((await write(row, '再改。', 3)).body.code).toBe('alreadyDone');
  const atHead = await again(row, 'head');
  expect(atHead).toMatchObject({ newest: { opinion: '第二稿。' }, acts: ['return', 'sign'] });
  accepted(await sign([atHead], '2015-10-08'));
  const seen = await again(row, 'leader');
  expect(seen).toMatchObject({
    ...{ state: 'signed', acts: [], late: false },
    inForce: { opinion: '第二稿。', signedOn: '2015-10-08', signedByName: '赵建国' },
  });
  const { prisma } = office.db;
  const where = { id: seen.inForce?.id ?? '' };
  await expect(prisma.appraisal.update({ where, data: { opinion: '改了' } })).rejects.toThrow();
  await expect(prisma.appraisal.delete({ where })).rejects.toThrow();
});

test('the head returns it with a reason, the officer takes it back or gives it up', async () => {
  const back = accepted(await act('head', await sent(), 'return', { reason: '请写明增收数' })).body;
  expect(back).toMatchObject({
    newest: { state: 'draft', returnReason: '请写明增收数', returnedByName: '赵建国' },
  });
  const withdrawn = accepted(await act('officer', await sent(), 'withdraw')).body;
  expect(withdrawn.newest).toMatchObject({ state: 'draft', submittedAt: null });
  const { id, version } = withdrawn.newest;
  const gone = accepted(
    await office.as('officer').delete(`/api/appraisals/${id}?version=${version}`),
  );
  expect(gone.body).toMatchObject({ state: 'missing', newest: null });
});

test('a correction is the next edition; the signed one holds until it is signed too', async () => {
  const row = await signed('增收3万元。');
  expect((await act('officer', row, 'correct', { reason: '' })).status).toBe(400);
  const next = accepted(await act('officer', row, 'correct', { reason: '数字有误' })).body;
  expect(next).toMatchObject({
    newest: { edition: 2, state: 'draft', reason: '数字有误', opinion: '增收3万元。' },
    inForce: { edition: 1 },
  });
  expect((await act('officer', row, 'correct', { reason: '又一处' })).body.code).toBe(
    'alreadyDone',
  );
  expect(await again(row, 'planner')).toMatchObject({ state: 'signed', newest: { edition: 1 } });
  const draft = accepted(await write(row, '增收2万元。', 1)).body;
  accepted(await submit([draft]));
  accepted(await sign([await again(row)]));
  const path = `/api/appraisals/${row.newest?.id}/editions`;
  const { editions } = accepted(await office.as('inspector').get(path)).body;
  expect(editions.map((one: { opinion: string }) => one.opinion)).toEqual([
    '增收2万元。',
    '增收3万元。',
  ]);
});

test('several are signed at once, all or none, with everything that is in the way', async () => {
  const rows = [await sent(), await sent()];
  const early = await sign(rows, '2015-09-29');
  expect([early.status, codesOf(early)]).toEqual([422, ['periodNotOver', 'periodNotOver']]);
  expect(codesOf(await sign(rows, '2015-10-16'))).toEqual(['ahead']);
  const stale = rows.map((row, at) =>
    at === 1 ? { ...row, newest: { ...row.newest, version: 9 } } : row,
  );
  expect((await sign(stale as AppraisalRow[])).body.code).toBe('staleVersion');
  expect((await again(rows[0] as AppraisalRow)).state).toBe('submitted');
  expect(accepted(await sign(rows)).body).toEqual({ done: 2 });
});

test('whoever wrote an opinion does not sign it', async () => {
  const row = await sent();
  const { prisma } = office.db;
  const head = await prisma.user.findUniqueOrThrow({ where: { username: 'head' } });
  const where = { id: row.newest?.id ?? '' };
  await prisma.appraisal.update({ where, data: { draftedById: head.id } });
  expect((await again(row, 'head')).acts).toEqual(['return']);
  expect(codesOf(await sign([row]))).toEqual(['ownWriting']);
});

test('a unit reads of its own people what is signed, and nothing else', async () => {
  const before = await list('liaison');
  expect(before.items).toEqual([]);
  const { prisma } = office.db;
  const unit = await prisma.unit.findUniqueOrThrow({ where: { name: '区财政局' } });
  const post = await prisma.assignment.findFirstOrThrow({
    where: { cadre: { unitId: unit.id } },
    include: { village: true },
  });
  const at = new Date();
  const signing = { signedByName: '某', signedOn: new Date('2015-10-08T00:00:00Z'), signedAt: at };
  await prisma.appraisal.create({
    data: {
      ...{ batchId: post.batchId, assignmentId: post.id, cadreId: post.cadreId, period: '2015Q3' },
      ...{ townshipId: post.village.townshipId, opinion: '表现良好。', draftedByName: '某' },
      startsOn: new Date('2015-07-01T00:00:00Z'),
      endsOn: new Date('2015-09-30T00:00:00Z'),
      ...{ state: 'signed', submittedAt: at, ...signing },
    },
  });
  const { items, counts } = await list('liaison');
  expect(items).toMatchObject([{ cadreId: post.cadreId, inForce: { opinion: '表现良好。' } }]);
  expect(counts).toMatchObject({ people: 1, signed: 1, missing: 0 });
  const card = accepted(await office.as('liaison').get(`/api/cadres/${post.cadreId}/appraisals`));
  expect(card.body.items).toHaveLength(1);
});

test('workbook and papers go out as they are filtered', async () => {
  const row = await signed('可打印的意见。');
  const query = `period=2015Q3&assignmentIds=${row.assignmentId}`;
  const papers = await office.as('head').download(`/api/appraisals.docx?${query}`);
  expect([papers.status, papers.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect((await office.as('planner').download('/api/appraisals.xlsx?states=signed')).status).toBe(
    200,
  );
  expect((await office.as('officer').get('/api/appraisals?period=2016Q4')).status).toBe(400);
});

test('what waits: the officer writes, the head signs, by the policy’s day', async () => {
  const tasks = async (who: string) =>
    accepted(await office.as(who).get('/api/home')).body.tasks.filter(
      ({ period }: { period: string | null }) => period !== null,
    );
  await sent();
  const { counts } = await list('officer');
  expect(await tasks('officer')).toContainEqual(
    expect.objectContaining({
      ...{ code: 'writeAppraisals', period: '2015Q3', dueOn: '2015-10-20', daysLeft: 5 },
      counts: { people: counts.missing + counts.draft },
    }),
  );
  expect(await tasks('head')).toContainEqual(
    expect.objectContaining({ code: 'signAppraisals', counts: { people: counts.submitted } }),
  );
});

const rule = { title: '日常工作考核制度', documentNumber: '河组发〔2015〕20号' };
const issue = (more: object) =>
  office.as('planner').post('/api/work-rules', {
    ...{ ...rule, effectiveFrom: '2015-07-01', body: '第一条 为做好日常工作考核，制定本制度。' },
    ...more,
  });

test('the district’s rule: the newest that has taken effect holds, and versions are kept', async () => {
  const first: WorkRule = accepted(await issue({ after: 0 })).body;
  expect(first).toMatchObject({ edition: 1, issuedByName: '王晓东' });
  expect((await issue({ after: 0 })).status).toBe(409);
  const next = accepted(await issue({ after: 1, effectiveFrom: '2016-01-01' })).body;
  const read = async (query = '') =>
    accepted(await office.as('evaluator').get(`/api/work-rules${query}`)).body;
  const now = await read();
  expect(now.inForce.id).toBe(first.id);
  expect(now.items.map(({ edition }: WorkRule) => edition)).toEqual([2, 1]);
  expect((await read('?on=2016-01-01')).inForce.id).toBe(next.id);
  expect((await read('?on=2015-06-30')).inForce).toBeNull();
  const paper = await office.as('head').download(`/api/work-rules/${first.id}/document.docx`);
  expect(paper.status).toBe(200);
  const files = `/api/evidence?kind=workRule&ownerId=${first.id}`;
  expect(accepted(await office.as('planner').get(files)).body.writable).toBe(true);
  expect(accepted(await office.as('officer').get(files)).body.writable).toBe(false);
  const { prisma } = office.db;
  await expect(
    prisma.workRule.update({ where: { id: first.id }, data: { title: '别的' } }),
  ).rejects.toThrow();
});
