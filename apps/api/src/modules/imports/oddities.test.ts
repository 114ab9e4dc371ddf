import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../lib/sheet/parse-workbook.ts';
import { idNumberOf, type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import {
  book,
  codesOf,
  csv,
  nominee,
  rowsOf,
  type SheetCell,
  uploadNominees,
  uploadTo,
  xlsx,
} from './testing-sheets.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const textBook = book([nominee()]) as string[][];

async function valuesOf(bytes: Uint8Array, filename?: string) {
  const reply = await uploadTo(district, 'cadres', bytes, filename ? { filename } : {});
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  expect(reply.body.problems).toEqual([]);
  const [row] = await rowsOf(district, reply);
  return row?.values ?? {};
}

describe('an import takes', () => {
  it.each([
    ['UTF-8', csv(textBook)],
    ['UTF-8 with BOM', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv(textBook)])],
    ['GB18030', iconv.encode(csv(textBook).toString(), 'gb18030')],
  ])('a .csv in %s', async (_, bytes) => {
    expect(await valuesOf(bytes, '人选.csv')).toMatchObject({ name: '王伟', unit: '区财政局' });
  });

  it('a title, a note, section titles and a totals row around the data', async () => {
    const [headings = [], row = []] = book([nominee()]);
    const reply = await uploadTo(
      district,
      'cadres',
      await xlsx([
        ['区直部门单位第二批选派“第一书记”人选花名册'],
        ['填报单位:区委组织部    填报时间:2015年4月'],
        headings,
        ['一、区直单位'],
        row,
        ['合计', '1人'],
        ['注：以档案为准'],
      ]),
    );
    expect(reply.body).toMatchObject({ headingRow: 3, counts: { rows: 1, new: 1 }, problems: [] });
    expect((await rowsOf(district, reply)).map((one) => one.row)).toEqual([5]);
  });

  it('headings in another order and by other usual names', async () => {
    const [headings = [], row = []] = book([nominee()]) as string[][];
    const renamed = headings.map(
      (heading) =>
        ({
          姓名: '人员 姓名',
          出生年月: '出生日期',
          工作单位: '派出单位',
          身份证号码: '公民身份号码',
        })[heading] ?? heading,
    );
    expect(await valuesOf(await xlsx([renamed.reverse(), row.reverse()]))).toMatchObject({
      name: '王伟',
      unit: '区财政局',
      bornOn: '1980-05-06',
    });
  });

  it('the sheet with the register, wherever it stands in the workbook', async () => {
    const reply = await uploadTo(
      district,
      'cadres',
      await xlsx(book([nominee()]), { 说明: [['填表说明'], ['请用档案核对']] }),
    );
    expect(reply.body).toMatchObject({ sheet: 'Sheet1', counts: { new: 1 } });
  });

  it('full-width digits and spaces, and names padded to three characters', async () => {
    const idNumber = idNumberOf('1980-05-06');
    const wide = idNumber.replace(/\d/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
    const values = await valuesOf(
      await xlsx(
        book([nominee({ 身份证号码: idNumber }), nominee({ 姓名: '李  强' })]).map((row) =>
          row.map((cell) => (cell === idNumber ? `　${wide} ` : cell)),
        ),
      ),
    );
    expect(values.idNumber).toBe(`${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`);
  });

  it.each<[string, SheetCell]>([
    ['1997.07', '1997-07-01'],
    ['1997年7月', '1997-07-01'],
    ['1997-07', '1997-07-01'],
    ['199707', '1997-07-01'],
    ['1997/7/5', '1997-07-05'],
    ['19970705', '1997-07-05'],
    ['1997年7月5日', '1997-07-05'],
    ['１９９７．０７', '1997-07-01'],
  ])('a date written %s', async (written, read) => {
    const row = nominee({ 身份证号码: idNumberOf('1970-05-06'), 入党时间: written });
    expect((await valuesOf(await xlsx(book([row])))).joinedOn).toBe(read);
  });

  it('a real date of a workbook, and a serial number that was typed as text', async () => {
    const born = new Date(Date.UTC(1980, 4, 6));
    const row = nominee({ 出生年月: born, 入党时间: '37438' });
    expect(await valuesOf(await xlsx(book([row])))).toMatchObject({
      bornOn: '1980-05-06',
      joinedOn: '2002-07-01',
    });
  });

  it('the stored value of a formula, and says which cell holds an error', async () => {
    const computed = nominee({ 工作单位: { formula: 'A1', result: '区财政局' } });
    expect(await valuesOf(await xlsx(book([computed])))).toMatchObject({ unit: '区财政局' });
    const reply = await uploadNominees(district, nominee({ 现任职务: { error: '#N/A' } }));
    expect(reply.body.problems).toMatchObject([{ row: 2, column: '现任职务', code: 'cellError' }]);
  });

  it('text that begins like a formula, and keeps it text in what goes out again', async () => {
    const reply = await uploadNominees(district, nominee({ 工作单位: '=1+1', 备注: '@王' }));
    const [row] = await rowsOf(district, reply);
    expect(row?.values).toMatchObject({ unit: '=1+1', note: '@王' });
    const { raw } = await district.office
      .as('planner')
      .download(`/api/imports/${reply.body.id}/problems.xlsx`);
    const { sheets } = await parseWorkbook(raw, '问题.xlsx');
    const texts = sheets.flatMap((sheet) => sheet.rows.flat().map((cell) => cell.text));
    expect(texts).toContain('单位名册中没有“=1+1”。');
  });

  it('no ID number in a text, where nothing would mask it, nor in the name of the file', async () => {
    const number = idNumberOf('1981-05-06');
    const bytes = await xlsx(book([nominee({ 备注: `证号${number}`, 工作单位: `局${number}` })]));
    const reply = await uploadTo(district, 'cadres', bytes, { filename: `${number}.xlsx` });
    expect(codesOf(reply)).toEqual(['2 idNumberInText', '2 idNumberInText']);
    const rows = await rowsOf(district, reply);
    const audit = await district.office.db.prisma.auditEntry.findMany();
    expect(JSON.stringify([reply.body, rows, audit])).not.toContain(number.slice(0, 15));
    expect(reply.body.filename).toBe(`371399********${number.slice(-4)}.xlsx`);
  });

  it('a file whose kind only its headings tell', async () => {
    const reply = await district.office.as('planner').upload(
      '/api/imports',
      {},
      '单位.csv',
      csv([
        ['单位名称', '单位性质', '选派名额'],
        ['区水务局', '事业单位', 2],
      ]),
    );
    expect(reply.body).toMatchObject({ kind: 'units', filename: '单位.csv', counts: { new: 1 } });
  });
});
