import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { csvField } from './csv-field.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { type OfficeSheet, writeSheet } from './write-sheet.ts';

const sheet: OfficeSheet = {
  sheetName: '第一书记/花名册',
  title: '第二批选派“第一书记”花名册',
  note: '填报单位：区委组织部    填报时间：2015年4月',
  columns: [
    { heading: '序号', kind: 'number' },
    { heading: '姓名', kind: 'text', width: 10 },
    { heading: '身份证号码', kind: 'text' },
    { heading: '出生年月', kind: 'month' },
    { heading: '任职日期', kind: 'date' },
    { heading: '工作经费（元）', kind: 'money' },
    { heading: '村集体收入（万元）', kind: 'moneyTenThousand' },
  ],
  rows: [
    [1, '王伟', '371399197312240033', '1973-12-24', '2015-06-01', '6000.00', '9000.00'],
    [2, '=HYPERLINK("http://x")', '', null, '不详', null, '30000.00'],
  ],
  totals: ['合计', null, null, null, null, '6000.00', null],
  footnote: '注：收入以年报为准。',
};

async function written(...sheets: OfficeSheet[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeSheet(...sheets);
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
}

async function firstSheet(): Promise<ExcelJS.Worksheet> {
  const [first] = (await written(sheet)).worksheets;
  if (first === undefined) throw new Error('no sheet');
  return first;
}

describe('sheets in office form', () => {
  it('come back as they were written', async () => {
    const { sheets } = await parseWorkbook(await writeSheet(sheet), 'a.xlsx');
    expect(sheets[0]?.name).toBe('第一书记 花名册');
    expect(sheets[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['第二批选派“第一书记”花名册'],
      ['填报单位：区委组织部    填报时间：2015年4月'],
      sheet.columns.map((column) => column.heading),
      ['1', '王伟', '371399197312240033', '1973.12', '2015-06-01', '6000', '0.9'],
      ['2', '=HYPERLINK("http://x")', '', '', '不详', '', '3'],
      ['合计', '', '', '', '', '6000'],
      ['注：收入以年报为准。'],
    ]);
  });

  it('have a merged title, borders, frozen and repeated headings, and fit A4', async () => {
    const worksheet = await firstSheet();
    expect(worksheet.getCell('G1').master.address).toBe('A1');
    expect(worksheet.getCell('A1').style).toMatchObject({
      font: { bold: true },
      alignment: { horizontal: 'center' },
    });
    expect(worksheet.getCell('B3').border.bottom?.style).toBe('thin');
    expect(worksheet.getCell('G5').border.left?.style).toBe('thin');
    expect(worksheet.getCell('A6').font.bold).toBe(true);
    expect(worksheet.views).toMatchObject([{ state: 'frozen', ySplit: 3 }]);
    expect(worksheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
  });

  it('take A3 where they are too wide to be read on A4', async () => {
    const wide = { ...sheet, columns: sheet.columns.map((column) => ({ ...column, width: 40 })) };
    expect((await written(wide)).worksheets[0]?.pageSetup.paperSize).toBe(8);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'keep %j as text',
    async (text) => {
      const workbook = await written({ ...sheet, rows: [[1, text, text, text, text, text, text]] });
      workbook.worksheets[0]?.getRow(4).eachCell((cell, column) => {
        if (column === 1) return;
        expect(cell.type).toBe(ExcelJS.ValueType.String);
        expect(cell.numFmt).toBe('@');
      });
    },
  );

  it('keep long numbers as text and dates as dates', async () => {
    const worksheet = await firstSheet();
    expect(worksheet.getCell('C4')).toMatchObject({ value: '371399197312240033', numFmt: '@' });
    expect(worksheet.getCell('E4').value).toEqual(new Date(Date.UTC(2015, 5, 1)));
    expect(worksheet.getCell('F4')).toMatchObject({ value: 6000, numFmt: '#,##0.00' });
  });

  it('may be several in a workbook, of the same name', async () => {
    const long = { ...sheet, sheetName: '相'.repeat(40) };
    const names = (
      await written(sheet, sheet, long, long, { ...sheet, sheetName: "'" })
    ).worksheets.map((worksheet) => worksheet.name);
    expect(names.slice(0, 2)).toEqual(['第一书记 花名册', '第一书记 花名册 (2)']);
    expect(new Set(names).size).toBe(5);
    expect(names.every((name) => name.length > 0 && name.length <= 31)).toBe(true);
  });
});

describe('CSV fields', () => {
  it.each([
    ['王伟', '王伟'],
    ['a,"b"', '"a,""b"""'],
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['@x,y', '"\'@x,y"'],
    ['-5.5', '-5.5'],
    [-5.5, '-5.5'],
    [null, ''],
  ])('%j is written %s', (value, field) => {
    expect(csvField(value)).toBe(field);
  });
});
