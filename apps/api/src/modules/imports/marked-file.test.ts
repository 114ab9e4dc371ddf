import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestReply } from '../../testing.ts';
import { idNumberOf, type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { addPerson } from '../../testing-sign-in.ts';
import { book, csv, nominee, uploadNominees, uploadTo } from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
  await addPerson(district.office, 'planner2', { roles: [{ role: 'planner' }] });
});
afterAll(() => district.office.close());

const red = { fgColor: { argb: 'FFFFC7CE' } };

async function problemsOf(upload: TestReply, person = 'planner') {
  const url = `/api/imports/${upload.body.id}/problems.xlsx`;
  const reply = await district.office.as(person).download(url);
  expect(reply.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(reply.raw as unknown as ArrayBuffer);
  return { workbook, raw: reply.raw, name: String(reply.headers['content-disposition']) };
}

const noteAt = (sheet: ExcelJS.Worksheet | undefined, address: string) => {
  const note = sheet?.getCell(address).note;
  return typeof note === 'object' ? note.texts?.map(({ text }) => text).join('') : note;
};

describe('the workbook with its problems', () => {
  it('is what was uploaded, with reason, remedy and clause at each bad cell', async () => {
    const idNumber = idNumberOf('1980-05-06');
    const upload = await uploadNominees(
      district,
      nominee({ 身份证号码: idNumber, 出生年月: '1979.05', 选派类别: '班子成员' }),
      nominee(),
    );
    expect(upload.body.counts).toMatchObject({ wrong: 1, new: 1 });
    const { workbook, name } = await problemsOf(upload);
    expect(decodeURIComponent(name)).toContain('book-标出问题.xlsx');
    const sheet = workbook.getWorksheet('Sheet1');
    expect(sheet?.getCell('C2')).toMatchObject({ value: '1979.05', fill: red });
    expect(noteAt(sheet, 'C2')).toMatch(
      /^第2行“出生年月”\n1979-05与身份证号.*不一致。\n请核对原件。$/,
    );
    expect(noteAt(sheet, 'J2')).toContain('依据：二（三）');
    expect(sheet?.getCell('D2').value).toBe(idNumber);
    expect(sheet?.getCell('C3').note).toBeUndefined();
    const list = workbook.getWorksheet('导入问题');
    expect(list?.getRow(2).values).toMatchObject(
      ['Sheet1!C2', 2, '王伟', '出生年月', '问题'].reduce(
        (row, value, at) => Object.assign(row, { [at + 1]: value }),
        {},
      ),
    );
    expect(JSON.stringify(list?.getSheetValues())).not.toContain(idNumber);
  });

  it('marks what is missing at the heading, and what was corrected on the page', async () => {
    const upload = await uploadNominees(district, nominee({ 职级: '局级' }));
    const corrected = await district.office.as('planner').patch(`/api/imports/${upload.body.id}`, {
      cells: [{ row: 2, field: 'rank', text: '科员' }],
      version: 1,
    });
    const sheet = (await problemsOf(corrected)).workbook.getWorksheet('Sheet1');
    expect(noteAt(sheet, 'H2')).toContain('在导入页面已改为“科员”。');
    expect(sheet?.getCell('H2').value).toBe('局级');

    const rows = book([nominee()]).map((row) => row.filter((_, at) => at !== 3).map(String));
    const without = await uploadTo(district, 'cadres', csv(rows), { filename: '人选.csv' });
    const { workbook } = await problemsOf(without);
    expect(noteAt(workbook.getWorksheet('人选'), 'A1')).toContain('没有找到“身份证号”列。');
  });

  it('is made from delimited text too, of whatever encoding, without formulas', async () => {
    const rows = [
      ['单位名称', '单位性质', '备注'],
      ['区水务局', '社团', "=cmd|'/c calc'!A0"],
    ];
    const text = rows.map((row) => row.join(',')).join('\r\n');
    const bytes = iconv.encode(text, 'gb18030');
    const upload = await uploadTo(district, 'units', bytes, { filename: '单位.csv' });
    const { workbook } = await problemsOf(upload);
    const sheet = workbook.getWorksheet('单位');
    expect(sheet?.getCell('B2')).toMatchObject({ value: '社团', fill: red });
    expect(sheet?.getCell('C2')).toMatchObject({
      value: "=cmd|'/c calc'!A0",
      type: ExcelJS.ValueType.String,
    });
  });

  it('lists the first 10,000 problems, and says how many more there are', async () => {
    const headings = ['姓名', '身份证号码', '职级', '编制性质', '选派类别', '出生年月', '入党时间'];
    const wrong = (at: number) => [`王某${at}`, at, '局级', '编外', '没有', '不详', '不详'];
    const rows = [headings, ...Array.from({ length: 2_000 }, (_, at) => wrong(at))];
    const upload = await uploadTo(district, 'cadres', csv(rows), { filename: '人选.csv' });
    const { problems } = (upload.body as { counts: { problems: number } }).counts;
    expect(problems).toBeGreaterThan(10_000);
    const list = (await problemsOf(upload, 'planner2')).workbook.getWorksheet('问题');
    const last = list?.lastRow?.values as string[];
    expect(list?.actualRowCount).toBeGreaterThan(10_000);
    expect(list?.actualRowCount).toBeLessThan(10_010);
    expect(last.join('')).toContain(`另有${problems - 10_000}处问题没有列出`);
    const own = (await problemsOf(upload)).workbook.getWorksheet('导入问题');
    expect(JSON.stringify(own?.lastRow?.values)).toContain('没有列出');
  });

  it('can be corrected and uploaded again', async () => {
    const upload = await uploadNominees(district, nominee({ 职级: '局级' }));
    const { workbook } = await problemsOf(upload);
    const cell = workbook.getWorksheet('Sheet1')?.getCell('H2');
    if (cell) cell.value = '科员';
    const again = Buffer.from(await workbook.xlsx.writeBuffer());
    expect((await uploadTo(district, 'cadres', again)).body).toMatchObject({
      sheet: 'Sheet1',
      problems: [],
    });
  });

  it('speaks the language of whoever asks', async () => {
    const upload = await uploadNominees(district, nominee({ 职级: '局级' }));
    const url = `/api/imports/${upload.body.id}/problems.xlsx`;
    const reply = await district.office.as('planner').get(url, { 'accept-language': 'en' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(reply.raw as unknown as ArrayBuffer);
    expect(noteAt(workbook.getWorksheet('Sheet1'), 'H2')).toContain('is not one of the values');
    expect(workbook.getWorksheet('Import problems')).toBeDefined();
  });
});

describe('ID numbers', () => {
  it('go to the person who uploaded them; a colleague gets the list alone', async () => {
    const idNumber = idNumberOf('1981-05-06');
    const upload = await uploadNominees(district, nominee({ 身份证号码: idNumber, 职级: '局级' }));
    const own = await problemsOf(upload);
    expect(own.workbook.getWorksheet('Sheet1')?.getCell('D2').value).toBe(idNumber);
    const foreign = await problemsOf(upload, 'planner2');
    expect(foreign.workbook.worksheets.map(({ name }) => name)).toEqual(['问题']);
    const cells = foreign.workbook.worksheets.map((sheet) => sheet.getSheetValues());
    expect(JSON.stringify(cells)).not.toContain(idNumber);
    const log = await district.office.db.prisma.auditEntry.findMany({
      where: { action: 'import.markedFile', entityId: upload.body.id },
    });
    expect(log).toHaveLength(1);
    expect(log[0]?.params).toMatchObject({ kind: 'cadres', problems: 1 });
  });

  it('need a sign-in or a ticket, and the right to import', async () => {
    const upload = await uploadNominees(district, nominee({ 职级: '局级' }));
    const url = `/api/imports/${upload.body.id}/problems.xlsx`;
    expect((await district.office.as(null).get(url)).status).toBe(401);
    expect((await district.office.as('officer').get(url)).status).toBe(404);
    expect((await district.office.as('head').get(url)).status).toBe(403);
  });

  it('go with the file: when it was swept, the list is what is left', async () => {
    const upload = await uploadNominees(district, nominee({ 职级: '局级' }));
    await district.office.db.prisma.importPiece.deleteMany({
      where: { importId: upload.body.id },
    });
    const { workbook } = await problemsOf(upload);
    expect(workbook.getWorksheet('Sheet1')).toBeUndefined();
  });
});
