import type { SheetRow } from '@xuanpai/contracts/attendance';
import ExcelJS, { type Worksheet } from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp, type TestReply } from '../../../testing.ts';
import { act, complete, fill, readMonth, sheetPath, townshipId } from '../testing-month.ts';

let office: TestApp;
let path: string;
beforeAll(async () => {
  office = await startTestApp('issued', day('2015-07-02'));
  path = sheetPath('2015-06', await townshipId(office, '郑旺镇'));
});
afterAll(() => office.close());

async function sheetOf(reply: TestReply): Promise<Worksheet> {
  expect(reply.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(reply.raw as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const texts = (sheet: Worksheet, row: number) =>
  (sheet.getRow(row).values as unknown[]).slice(1).map(String);

const imported = (bytes: Uint8Array) =>
  office.as('officer').upload('/api/imports', { kind: 'attendance' }, '考勤.xlsx', bytes);

/** The first day after the four columns in front. */
const firstDay = 5;

test('the blank sheet, filled in offline, is imported without a correction', async () => {
  const officer = office.as('officer');
  const reply = await officer.get(`${path}/blank.xlsx`);
  const empty = await imported(reply.raw);
  expect(empty.body).toMatchObject({ problems: [], notices: [] });
  expect(empty.body.counts.unchanged).toBe(empty.body.counts.rows);

  const { rows } = await readMonth(officer, path);
  const sheet = await sheetOf(reply);
  for (const [at, row] of rows.entries()) {
    for (const one of row.unfilled) {
      const cell = sheet.getRow(4 + at).getCell(firstDay + Number(one.slice(8)) - 1);
      expect(cell.value ?? '').toBe('');
      cell.value = row.tier === 'district' ? '√' : one < '2015-06-16' ? '√/机' : '△';
    }
  }
  const filled = Buffer.from(await sheet.workbook.xlsx.writeBuffer());
  const preview = await imported(filled);
  expect(preview.body).toMatchObject({ problems: [], notices: [] });
  expect(preview.body.counts).toMatchObject({ new: rows.length, wrong: 0 });
  const committed = await officer.post(`/api/imports/${preview.body.id}/commit`);
  expect(committed.status).toBe(200);
  const after = await readMonth(officer, path);
  expect(after.rows.flatMap(({ unfilled }) => unfilled)).toEqual([]);

  const again = await imported((await officer.get(`${path}/sheet.xlsx`)).raw);
  expect(again.body).toMatchObject({ problems: [], notices: [] });
  expect(again.body.counts).toMatchObject({ unchanged: rows.length, rows: rows.length });
});

test('in the blank sheet cells of the post are open, with a list of marks, others are locked', async () => {
  const sheet = await sheetOf(await office.as('officer').get(`${path}/blank.xlsx`));
  const cell = sheet.getCell(4, firstDay);
  expect(cell.protection).toMatchObject({ locked: false });
  expect(cell.dataValidation).toMatchObject({ type: 'list', errorStyle: 'warning' });
  expect(sheet.getCell(4, 3).protection?.locked ?? true).toBe(true);
  const { rows } = await readMonth(office.as('officer'), path);
  const lists = rows.map((_, at) => sheet.getCell(4 + at, firstDay).dataValidation.formulae[0]);
  for (const [at, { tier }] of rows.entries()) {
    expect(String(lists[at]).includes('机')).toBe(tier === 'township');
    expect(String(lists[at]).includes('旷')).toBe(false);
  }
});

test('the sheet prints on A4 landscape with its heads on each page, status and signature lines', async () => {
  const sheet = await sheetOf(await office.as('planner').get(`${path}/sheet.xlsx`));
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    printTitlesRow: '1:3',
  });
  expect(texts(sheet, 1)[0]).toBe('郑旺镇选派干部在村工作考勤表');
  expect(texts(sheet, 2)).toContain('草稿，未报送');
  expect(texts(sheet, 3)).toEqual(
    expect.arrayContaining(['村', '姓名', '1\n一', '20\n六', '30\n二', '差额', '本人签字']),
  );
  const last = texts(sheet, sheet.rowCount).join();
  for (const label of ['村党组织', '制表人', '组织委员', '党委（盖章）']) {
    expect(last).toContain(label);
  }
  const restDay = sheet.getCell(4, firstDay + 19);
  expect(restDay.fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
  expect(restDay.value ?? '').toBe('');
});

test('a print says of which edition it is', async () => {
  await fill(office.as('officer'), path);
  await complete(office.as('officer'), path, '2015-07-01');
  await act(office.as('head'), path, 'sign');
  const sheet = await sheetOf(await office.as('head').get(`${path}/sheet.xlsx`));
  expect(texts(sheet, 2)).toContain('第1版，负责人已签字');
});

test('the sheet of another township is not there for an officer, nor any for a liaison', async () => {
  expect((await office.as('officer2').get(`${path}/sheet.xlsx`)).status).toBe(404);
  expect((await office.as('officer2').get(`${path}/blank.xlsx`)).status).toBe(404);
  expect((await office.as('liaison').get(`${path}/sheet.xlsx`)).status).toBe(403);
});

test('the year adds up what the months say, by cadre, unit and township', async () => {
  const { rows } = await readMonth(office.as('officer'), path);
  const { body } = await office.as('officer').get('/api/attendance/summary?year=2015');
  expect(body).toMatchObject({ by: 'cadre', years: [2015], total: rows.length });
  expect(body.months).toEqual(['2015-06', '2015-07']);
  const names = body.items.map(({ name }: { name: string }) => name);
  expect(names).toEqual(rows.map(({ cadreName }) => cadreName));
  const [first] = rows as [SheetRow];
  const { inVillage, required, short } = first;
  expect(body.items[0]).toMatchObject({
    cadres: 1,
    townshipName: '郑旺镇',
    villageName: first.villageName,
    months: { '2015-06': { inVillage, required, short } },
    unconfirmed: 2,
  });
  const sumOf = (key: 'inVillage' | 'short') => rows.reduce((sum, row) => sum + row[key], 0);
  const of = async (by: string) =>
    (await office.as('planner').get(`/api/attendance/summary?year=2015&by=${by}`)).body.items;
  const township = (await of('township')).find(({ name }: { name: string }) => name === '郑旺镇');
  expect(township).toMatchObject({
    cadres: rows.length,
    months: { '2015-06': { inVillage: sumOf('inVillage'), short: sumOf('short') } },
  });
  const units = await of('unit');
  const cadres = units.reduce((sum: number, { cadres: one }: { cadres: number }) => sum + one, 0);
  expect(cadres).toBe((await of('cadre')).length);
});

test('an officer’s summary holds the own township only, in the workbook too', async () => {
  const townships = async (username: string) => {
    const { body } = await office.as(username).get('/api/attendance/summary?year=2015&by=township');
    return body.items.map(({ name }: { name: string }) => name);
  };
  expect(await townships('officer')).toEqual(['郑旺镇']);
  expect(await townships('officer2')).toEqual(['朝阳街道']);
  expect((await townships('planner')).length).toBeGreaterThan(5);
  const file = '/api/attendance/summary.xlsx?year=2015&by=township';
  const sheet = await sheetOf(await office.as('officer2').get(file));
  expect(texts(sheet, 3)[0]).toBe('朝阳街道');
  expect(sheet.rowCount).toBe(4);
});

test('a liaison sees the own unit’s people in the summary, also as a workbook', async () => {
  const liaison = office.as('liaison');
  const { body } = await liaison.get('/api/attendance/summary?year=2015');
  const units = new Set(body.items.map(({ unitName }: { unitName: string }) => unitName));
  expect([...units]).toEqual(['区财政局']);
  const sheet = await sheetOf(await liaison.get('/api/attendance/summary.xlsx?year=2015'));
  expect(texts(sheet, 2)).toEqual(expect.arrayContaining(['姓名', '6月', '在村天数', '应到天数']));
  expect(sheet.rowCount).toBe(body.items.length + 3);
});
