import type { SheetRow } from '@xuanpai/contracts/attendance';
import { rowsOfSheet } from '@xuanpai/contracts/imports';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { day, startTestApp, type TestApp, type TestReply } from '../../testing.ts';
import { xlsx } from './testing-sheets.ts';

let office: TestApp;
let path: string;
let rows: SheetRow[];
const days = Array.from({ length: 30 }, (_, at) => at + 1);

beforeAll(async () => {
  office = await startTestApp('issued', day('2015-06-29'));
});
afterAll(() => office.close());

beforeEach(async () => {
  const { prisma } = office.db;
  await prisma.signMapping.deleteMany();
  await prisma.attendanceRow.deleteMany();
  await prisma.attendanceSheet.deleteMany();
  const { id } = await prisma.region.findFirstOrThrow({ where: { name: '郑旺镇' } });
  path = `/api/attendance/months/${id}/2015-06`;
  rows = (await office.as('officer').get(path)).body.rows;
});

type Marks = Record<number, string | number>;
type Line = (string | number | null)[];
const title = '郑旺镇选派干部2015年6月在村工作考勤表';

function headed(lines: Line[], given = title): Line[] {
  return [
    [given],
    ['填报单位：郑旺镇党委（公章）'],
    ['序号', '村', '姓名', ...days.map((one) => `${one}日`), '在村天数', '本人签字'],
    [null, null, null, ...days.map(() => '三')],
    ...lines,
    ['√在村 △半天 外因村外出 训培训 机机关 事事假'],
    [null, '村党组织：', null, null, '组织委员：'],
  ];
}

function line(row: SheetRow | undefined, marks: Marks, name = row?.cadreName): Line {
  return [1, row?.villageName ?? '', name ?? '', ...days.map((one) => marks[one] ?? null)];
}

const upload = (bytes: Uint8Array, username = 'officer', fields = { kind: 'attendance' }) =>
  office.as(username).upload('/api/imports', fields, '考勤.xlsx', bytes);

const commit = (reply: TestReply) =>
  office.as('officer').post(`/api/imports/${reply.body.id}/commit`);

async function staged(reply: TestReply) {
  return (await office.as('officer').get(`/api/imports/${reply.body.id}/rows`)).body.items;
}

const codes = (reply: TestReply) =>
  reply.body.problems.map(
    ({ row, field, code }: { row: number; field: string; code: string }) =>
      `${row} ${field} ${code}`,
  );

async function cells(row: SheetRow | undefined) {
  const { body } = await office.as('officer').get(path);
  const found = body.rows.find(({ assignmentId }: SheetRow) => assignmentId === row?.assignmentId);
  return found.days;
}

const ofTier = (tier: SheetRow['tier']) => rows.find((row) => row.tier === tier);

test('a sheet is read past title, weekdays, legend and signatures, and written cell by cell', async () => {
  const [first, second] = [ofTier('district'), ofTier('township')];
  const book = headed([line(first, { 1: '√', 2: '△' }), line(second, { 1: '机', 2: '√/机' })]);
  const reply = await upload(await xlsx(book));
  expect(reply).toMatchObject({
    status: 201,
    body: {
      kind: 'attendance',
      problems: [],
      counts: { rows: 2, new: 2 },
      book: { sheets: [{ townshipName: '郑旺镇', month: '2015-06', use: 'read', rows: 2 }] },
    },
  });
  expect(reply.body.notices).toMatchObject([{ code: 'cadresMissing' }]);
  expect(await cells(first)).not.toHaveProperty('2015-06-01');
  expect((await commit(reply)).status).toBe(200);
  expect(await cells(first)).toMatchObject({
    '2015-06-01': 'village',
    '2015-06-02': 'village/none',
  });
  expect(await cells(second)).toMatchObject({ '2015-06-02': 'village/office' });

  const again = await upload(await xlsx(book));
  expect(again.body.counts).toMatchObject({ unchanged: 2, new: 0, changed: 0, wrong: 0 });
  const changed = await upload(await xlsx(headed([line(first, { 1: '训', 2: '△' })])));
  expect(changed.body.counts).toMatchObject({ changed: 1 });
  expect((await staged(changed))[0].changes).toEqual([{ field: 'd1', was: '√', is: '训' }]);
});

test('all problems come at once, each at its cell', async () => {
  const [district, township] = [ofTier('district'), ofTier('township')];
  const book = headed([
    line(district, { 1: '★', 2: '机', 30: '√' }),
    line(township, { 1: '在村里' }, `${township?.cadreName}某`),
    [3, '', '', '√'],
  ]);
  const reply = await upload(await xlsx(book));
  expect(codes(reply)).toEqual([
    '5 d1 markUnknown',
    '5 d2 markOfOtherTier',
    '5 d30 dayToCome',
    '6 d1 markUnknown',
    '6 name cadreUnknown',
    '7 name required',
  ]);
  expect((await commit(reply)).status).toBe(422);
});

test('a sign that the officer explains is read so, this time and the next', async () => {
  const bytes = await xlsx(headed([line(ofTier('district'), { 1: '★', 2: '√' })]));
  const reply = await upload(bytes);
  expect(reply.body.book.signs).toEqual([{ sign: '★', count: 1, means: null }]);
  const { id, version } = reply.body;
  const explained = await office
    .as('officer')
    .patch(`/api/imports/${id}`, { signs: [{ sign: '★', means: 'errand' }], version });
  expect(explained.body).toMatchObject({
    problems: [],
    book: { signs: [{ sign: '★', count: 1, means: 'errand' }] },
  });
  expect((await staged(explained))[0].values).toMatchObject({ d1: '外' });
  expect((await upload(bytes)).body.problems).toEqual([]);
});

test('month and township are chosen where the sheet doesn’t say them', async () => {
  const bytes = await xlsx(headed([line(ofTier('district'), { 1: '√' })], '考勤表'));
  const reply = await upload(bytes);
  expect(reply.body.problems).toMatchObject([{ code: 'monthUnknown' }]);
  expect(reply.body.counts).toMatchObject({ wrong: 1 });
  const { id, version } = reply.body;
  const sheets = [{ index: 0, townshipId: null, month: '2015-06', use: true }];
  const chosen = await office.as('officer').patch(`/api/imports/${id}`, { sheets, version });
  expect(chosen.body).toMatchObject({
    problems: [],
    counts: { new: 1 },
    book: { sheets: [{ month: '2015-06', chosen: true }] },
  });
});

test('of a book by township only the officer’s own sheets are read', async () => {
  const own = headed([line(ofTier('district'), { 1: '√' })]);
  const other = headed([[1, '', '张三', '√']], '朝阳街道2015年6月考勤表');
  const reply = await upload(await xlsx(own, { 朝阳: other, 说明: [['填表说明']] }));
  expect(reply.body).toMatchObject({ problems: [], counts: { rows: 1, new: 1 } });
  expect(reply.body.book.sheets).toMatchObject([{ use: 'foreign' }, { use: 'read' }]);
  expect(reply.body.notices).toMatchObject([{ code: 'otherTownship' }, { code: 'cadresMissing' }]);
  const alone = await upload(await xlsx(other));
  expect(alone.body.problems).toMatchObject([{ code: 'noOwnSheet' }]);
});

test('each sheet of a book has its own columns and rows, also where problems are marked', async () => {
  const first = headed([line(ofTier('district'), { 1: '√' })]);
  const second = first.map((cellsOfRow) => [null, ...cellsOfRow]);
  second[4] = [null, ...line(ofTier('township'), { 1: '★' })];
  const reply = await upload(await xlsx(first, { '6月（二）': second }));
  expect(reply.body.problems).toMatchObject([{ row: 5, code: 'markUnknown' }]);
  const file = await office.as('officer').download(`/api/imports/${reply.body.id}/problems.xlsx`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.raw as unknown as ArrayBuffer);
  expect(workbook.getWorksheet('6月（二）')?.getCell('E5').note).toBeDefined();
  expect(workbook.getWorksheet('Sheet1')?.getCell('E5').note).toBeUndefined();
});

test('a cell is corrected in the preview, on the sheet that it stands on', async () => {
  const first = headed([line(ofTier('district'), { 1: '√' })]);
  const second = headed([line(ofTier('township'), { 1: '★' })]);
  const reply = await upload(await xlsx(second, { '6月（一）': first }));
  const { id, version, problems } = reply.body;
  expect(problems).toMatchObject([{ row: rowsOfSheet + 5, code: 'markUnknown' }]);
  const cell = { row: rowsOfSheet + 5, field: 'd1', text: '机' };
  const patched = await office
    .as('officer')
    .patch(`/api/imports/${id}`, { cells: [cell], version });
  expect(patched.body).toMatchObject({ problems: [], counts: { new: 2 } });
  expect((await staged(patched))[1]).toMatchObject({ edited: ['d1'], values: { d1: '机' } });
});

test('a column under another name is mapped once and remembered', async () => {
  const book = headed([line(ofTier('district'), { 1: '√' })]).map((cellsOfRow) =>
    cellsOfRow.map((cell) => (cell === '姓名' ? '同志' : cell)),
  );
  const bytes = await xlsx(book);
  const reply = await upload(bytes);
  expect(reply.body.problems).toMatchObject([{ code: 'columnMissing', field: 'name' }]);
  const { id, version } = reply.body;
  const columns = [{ index: 2, field: 'name' }];
  const mapped = await office.as('officer').patch(`/api/imports/${id}`, { columns, version });
  expect(mapped.body).toMatchObject({ problems: [], counts: { new: 1 } });
  expect((await upload(bytes)).body).toMatchObject({ problems: [], counts: { new: 1 } });
  const kept = await office.as('officer').get('/api/column-mappings');
  expect(kept.body.items).toMatchObject([{ kind: 'attendance', heading: '同志', field: 'name' }]);
  await office.db.prisma.columnMapping.deleteMany();
});

test('旷工 is logged as 未到岗 and said', async () => {
  const district = ofTier('district');
  const reply = await upload(await xlsx(headed([line(district, { 1: '×' })])));
  expect(reply.body.notices).toMatchObject([
    { code: 'cadresMissing' },
    { field: 'd1', code: 'absentNotConfirmed' },
  ]);
  await commit(reply);
  expect(await cells(district)).toMatchObject({ '2015-06-01': 'unaccounted' });
});

test('nothing is written to a signed sheet, and a cell that changed meanwhile is stale', async () => {
  const district = ofTier('district');
  const bytes = await xlsx(headed([line(district, { 1: '√' })]));
  const reply = await upload(bytes);
  const change = {
    assignmentId: district?.assignmentId,
    day: '2015-06-01',
    was: null,
    is: 'errand',
  };
  await office.as('officer').patch(path, { changes: [change] });
  expect(await commit(reply)).toMatchObject({ status: 409, body: { code: 'importStale' } });
  expect(await cells(district)).toMatchObject({ '2015-06-01': 'errand' });

  const second = await upload(bytes);
  await office.db.prisma.attendanceSheet.updateMany({
    data: { status: 'submitted', revision: 1, submittedAt: new Date() },
  });
  expect((await commit(second)).body.code).toBe('importStale');
  expect((await upload(bytes)).body.problems).toMatchObject([{ code: 'sheetLocked' }]);
});

test('two people of one row, and one person twice, are told', async () => {
  const district = ofTier('district');
  const reply = await upload(
    await xlsx(headed([line(district, { 1: '√' }), line(district, { 2: '√' })])),
  );
  expect(codes(reply)).toEqual(['6 name doubleInFile']);
});

test('attendance is the officer’s to import, registers the planner’s', async () => {
  const bytes = await xlsx(headed([line(ofTier('district'), { 1: '√' })]));
  const own = await upload(bytes);
  expect((await upload(bytes, 'planner')).status).toBe(403);
  expect((await upload(bytes, 'head')).status).toBe(403);
  const guessed = await office.as('planner').upload('/api/imports', {}, '考勤.xlsx', bytes);
  expect(guessed).toMatchObject({ status: 422, body: { errors: [{ code: 'othersKind' }] } });
  for (const kind of ['regions', 'villages', 'units', 'cadres']) {
    expect((await upload(bytes, 'officer', { kind })).status).toBe(403);
  }
  for (const username of ['planner', 'officer2']) {
    const other = office.as(username);
    const one = `/api/imports/${own.body.id}`;
    const replies = [
      await other.get(one),
      await other.get(`${one}/rows`),
      await other.patch(one, { version: own.body.version }),
      await other.post(`${one}/commit`),
      await other.post(`${one}/cancel`),
      await other.get(`${one}/problems.xlsx`),
      await other.delete(one),
    ];
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
    const listed = (await other.get('/api/imports')).body.items;
    expect(listed.map(({ kind }: { kind: string }) => kind)).not.toContain('attendance');
  }
  const seen = (await office.as('officer').get('/api/imports')).body.items;
  expect(new Set(seen.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['attendance']));
});

test('a book with more sheets or rows than an office has is refused', async () => {
  const sheet = headed([line(ofTier('district'), { 1: '√' })]);
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`表${at}`, sheet]));
  expect(await upload(await xlsx(sheet, many))).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'tooManySheets' }] },
  });
  const rowsOf = (count: number) =>
    headed(Array.from({ length: count }, () => line(ofTier('district'), { 1: '√' })));
  const [long, several] = [rowsOf(2_000), rowsOf(1_800)];
  for (const book of [await xlsx(long), await xlsx(several, { 二: several, 三: several })]) {
    expect(await upload(book)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'tooManyRows' }] },
    });
  }
});
