import { rowsOfSheet } from '@xuanpai/contracts/imports';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { days, headed, line, MonthOfZhengwang, title } from './testing-attendance.ts';
import { csv, xlsx } from './testing-sheets.ts';

let month: MonthOfZhengwang;
beforeAll(async () => {
  month = await MonthOfZhengwang.start();
});
afterAll(() => month.office.close());
beforeEach(() => month.clear());

test('of a book by township only the officer’s own sheets are read', async () => {
  const own = headed([line(month.ofTier('district'), { 1: '√' })]);
  const other = headed([[1, '', '张三', '√']], '朝阳街道2015年6月考勤表');
  const reply = await month.upload(await xlsx(own, { 朝阳: other, 说明: [['填表说明']] }));
  expect(reply.body).toMatchObject({ problems: [], counts: { rows: 1, new: 1 } });
  expect(reply.body.book.sheets).toMatchObject([{ use: 'foreign' }, { use: 'read' }]);
  expect(reply.body.notices).toMatchObject([{ code: 'otherTownship' }, { code: 'cadresMissing' }]);
  const alone = await month.upload(await xlsx(other));
  expect(alone.body.problems).toMatchObject([{ code: 'noOwnSheet' }]);
});

test('each sheet of a book has its own columns and rows, also where problems are marked', async () => {
  const first = headed([line(month.ofTier('district'), { 1: '√' })]);
  const second = first.map((cellsOfRow) => [null, ...cellsOfRow]);
  second[4] = [null, ...line(month.ofTier('township'), { 1: '★' })];
  const reply = await month.upload(await xlsx(first, { '6月（二）': second }));
  expect(reply.body.problems).toMatchObject([{ row: 5, code: 'markUnknown' }]);
  const file = await month.office
    .as('officer')
    .download(`/api/imports/${reply.body.id}/problems.xlsx`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.raw as unknown as ArrayBuffer);
  expect(workbook.getWorksheet('6月（二）')?.getCell('E5').note).toBeDefined();
  expect(workbook.getWorksheet('Sheet1')?.getCell('E5').note).toBeUndefined();
});

test('text is marked like a workbook, whatever the file is called', async () => {
  const lines = headed([line(month.ofTier('district'), { 1: '★' })]);
  const bytes = csv(lines.map((cellsOfRow) => cellsOfRow.map((cell) => cell ?? '')));
  const fields = { kind: 'attendance' };
  const name = '郑旺镇[6月]考勤 第一次报送的正式考勤表和说明材料.csv';
  const reply = await month.office.as('officer').upload('/api/imports', fields, name, bytes);
  expect(reply.body.problems).toMatchObject([{ row: 5, code: 'markUnknown' }]);
  const file = await month.office
    .as('officer')
    .download(`/api/imports/${reply.body.id}/problems.xlsx`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.raw as unknown as ArrayBuffer);
  expect(workbook.worksheets[0]?.getCell('D5').note).toBeDefined();
});

test('a cell is corrected in the preview, on the sheet that it stands on', async () => {
  const first = headed([line(month.ofTier('district'), { 1: '√' })]);
  const second = headed([line(month.ofTier('township'), { 1: '★' })]);
  const reply = await month.upload(await xlsx(second, { '6月（一）': first }));
  const { id, version, problems } = reply.body;
  expect(problems).toMatchObject([{ row: rowsOfSheet + 5, code: 'markUnknown' }]);
  const cell = { row: rowsOfSheet + 5, field: 'd1', text: '机' };
  const patched = await month.office
    .as('officer')
    .patch(`/api/imports/${id}`, { cells: [cell], version });
  expect(patched.body).toMatchObject({ problems: [], counts: { new: 2 } });
  expect((await month.staged(patched))[1]).toMatchObject({ edited: ['d1'], values: { d1: '机' } });
});

test('a column under another name is mapped once and remembered', async () => {
  const book = headed([line(month.ofTier('district'), { 1: '√' })]).map((cellsOfRow) =>
    cellsOfRow.map((cell) => (cell === '姓名' ? '同志' : cell)),
  );
  const bytes = await xlsx(book);
  const reply = await month.upload(bytes);
  expect(reply.body.problems).toMatchObject([{ code: 'columnMissing', field: 'name' }]);
  const { id, version } = reply.body;
  const columns = [{ index: 2, field: 'name' }];
  const mapped = await month.office.as('officer').patch(`/api/imports/${id}`, { columns, version });
  expect(mapped.body).toMatchObject({ problems: [], counts: { new: 1 } });
  expect((await month.upload(bytes)).body).toMatchObject({ problems: [], counts: { new: 1 } });
  const kept = await month.office.as('officer').get('/api/column-mappings');
  expect(kept.body.items).toMatchObject([{ kind: 'attendance', heading: '同志', field: 'name' }]);
  await month.office.db.prisma.columnMapping.deleteMany();
});

test('a person’s morning and afternoon in two rows are one day', async () => {
  const district = month.ofTier('district');
  const [, , , ...rest] = line(district, { 1: '√', 2: '√' });
  const halves = days.map((one) => ({ 1: '训', 2: '√', 3: '事' })[one] ?? null);
  const reply = await month.upload(
    await xlsx([
      [title],
      ['村', '姓名', '时间', ...days],
      [district?.villageName ?? '', district?.cadreName ?? '', '上午', ...rest],
      [null, null, '下午', ...halves],
    ]),
  );
  expect(reply.body).toMatchObject({ problems: [], counts: { rows: 1, new: 1 } });
  expect((await month.staged(reply))[0].values).toMatchObject({ d1: '√/训', d2: '√', d3: '/事' });
});

test('a book with more sheets or rows than an office has is refused', async () => {
  const sheet = headed([line(month.ofTier('district'), { 1: '√' })]);
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`表${at}`, sheet]));
  expect(await month.upload(await xlsx(sheet, many))).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'tooManySheets' }] },
  });
  const rowsOf = (count: number) =>
    headed(Array.from({ length: count }, () => line(month.ofTier('district'), { 1: '√' })));
  const [long, several] = [rowsOf(2_000), rowsOf(1_800)];
  for (const book of [await xlsx(long), await xlsx(several, { 二: several, 三: several })]) {
    expect(await month.upload(book)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'tooManyRows' }] },
    });
  }
});
