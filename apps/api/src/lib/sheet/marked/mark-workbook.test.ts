import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { parseWorkbook } from '../parse-workbook.ts';
import { rawXlsx } from '../raw-workbook.ts';
import { sheetLimits } from '../sheet-limits.ts';
import { WorkbookPackage } from '../workbook-package.ts';
import { markWorkbook } from './mark-workbook.ts';
import type { CellMark, MarkOrder } from './marks.ts';

function order(marks: CellMark[], sheet = 'Sheet1'): MarkOrder {
  const columns = [
    { heading: '位置', width: 12 },
    { heading: '问题', width: 40 },
  ];
  const rows = marks.map(({ row, note }) => [`第${row}行`, note]);
  return { sheet, marks, list: { name: '导入问题', columns, rows }, author: '选派' };
}

const problem = (row: number, column: number, note = '不对'): CellMark => ({
  row,
  column,
  kind: 'problem',
  note,
});

async function read(bytes: Buffer) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

async function officeBook() {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  sheet.columns = [{ width: 33 }, { width: 12 }, { width: 20 }];
  sheet.addRow(['人选花名册']);
  sheet.mergeCells('A1:C1');
  sheet.addRow(['姓名', '出生年月', '身份证号码']);
  sheet.addRow(['王伟', new Date(Date.UTC(1980, 4, 6)), '371399198005060019']);
  sheet.addRow(['李丽', 1977.1, '371399198005060027']);
  sheet.getCell('B3').numFmt = 'yyyy"年"m"月"';
  sheet.getCell('B3').font = { bold: true, name: '楷体' };
  sheet.getCell('B4').numFmt = '0.00';
  sheet.getCell('C3').numFmt = '@';
  sheet.getCell('A4').note = '请核实';
  sheet.getCell('A3').note = '已核实';
  const other = workbook.addWorksheet('说明');
  other.addRow(['不要动']);
  other.getCell('A1').note = '另一张表的批注';
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('a marked workbook', () => {
  it('is the person’s own, with fills and notes at the bad cells', async () => {
    const marks = [
      problem(3, 2, '与身份证号不一致'),
      { ...problem(3, 1), kind: 'notice' as const },
    ];
    const marked = await read(await markWorkbook(await officeBook(), order(marks), sheetLimits));
    const sheet = marked.getWorksheet('Sheet1');
    const cell = sheet?.getCell('B3');
    expect(cell?.value).toEqual(new Date(Date.UTC(1980, 4, 6)));
    expect(cell?.numFmt).toBe('yyyy"年"m"月"');
    expect(cell?.font).toMatchObject({ bold: true, name: '楷体' });
    expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(cell?.note).toMatchObject({ texts: [{ text: '与身份证号不一致' }] });
    expect(sheet?.getCell('A3').fill).toMatchObject({ fgColor: { argb: 'FFFFEB9C' } });
    expect(sheet?.getCell('A3').note).toMatchObject({ texts: [{ text: '不对\n\n已核实' }] });
    expect(sheet?.getCell('A4').note).toMatchObject({ texts: [{ text: '请核实' }] });
    expect(sheet?.getCell('B4')).toMatchObject({ value: 1977.1, numFmt: '0.00' });
    expect(sheet?.getCell('C4').fill).toBeUndefined();
    expect(sheet?.getColumn(1).width).toBe(33);
    expect(sheet?.getCell('C1').master.address).toBe('A1');
    expect(marked.getWorksheet('说明')?.getCell('A1').value).toBe('不要动');
    expect(marked.getWorksheet('说明')?.getCell('A1').note).toMatchObject({
      texts: [{ text: '另一张表的批注' }],
    });
  });

  it('lists everything on a sheet behind the others, under a name that is free', async () => {
    const bytes = await markWorkbook(await officeBook(), order([problem(3, 2)]), sheetLimits);
    const { sheets } = await parseWorkbook(bytes, 'a.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['Sheet1', '说明', '导入问题']);
    expect(sheets[2]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['位置', '问题'],
      ['第3行', '不对'],
    ]);
    const again = await markWorkbook(bytes, order([problem(3, 2, '又不对')]), sheetLimits);
    const names = (await parseWorkbook(again, 'a.xlsx')).sheets.map(({ name }) => name);
    expect(names).toEqual(['Sheet1', '说明', '导入问题', '导入问题 (2)']);
    const lists = (await parseWorkbook(again, 'a.xlsx')).sheets.slice(2);
    expect(lists.map(({ rows }) => rows[1]?.[1]?.text)).toEqual(['不对', '又不对']);
    const twice = (await read(again)).getWorksheet('Sheet1')?.getCell('B3');
    expect(twice?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
  });

  it('marks cells that were left blank, and merged ones where they show', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row><c><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>';
    const marks = [
      problem(1, 2, 'leer'),
      problem(2, 1, 'merged'),
      problem(1, 1, 'first'),
      problem(2, 9),
    ];
    const source = rawXlsx({ sheets: { S: xml } });
    const sheet = (
      await read(await markWorkbook(source, order(marks, 'S'), sheetLimits))
    ).getWorksheet('S');
    expect(sheet?.getCell('A1').note).toMatchObject({ texts: [{ text: 'merged\nfirst' }] });
    expect(sheet?.getCell('B1').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(sheet?.getCell('I2').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(sheet?.getCell('C1').value).toBe(2);
  });

  it('writes reasons as text, whatever they begin with', async () => {
    const note = "=cmd|' /C calc'!A0 <b>&\"";
    const bytes = await markWorkbook(await officeBook(), order([problem(3, 2, note)]), sheetLimits);
    const cell = (await read(bytes)).getWorksheet('导入问题')?.getCell('B2');
    expect(cell?.value).toBe(note);
    expect(cell?.type).toBe(ExcelJS.ValueType.String);
    expect(cell?.numFmt).toBe('@');
  });
});

describe('what leads out of the workbook', () => {
  const relations = (list: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const sheet =
    '<sheetData><row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c><c r="B1"><f>SUM(A1:A1)</f><v>7</v></c>' +
    '<c r="C1" t="str"><f>HYPERLINK("http://evil.test","x")</f><v>x</v></c></row>' +
    '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">cmd|\'/c calc\'!A0</f><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c></row></sheetData>' +
    '<hyperlinks><hyperlink ref="A1" xmlns:r="r" r:id="rId1"/></hyperlinks>' +
    '<oleObjects><oleObject progId="Package" xmlns:r="r" r:id="rId2"/></oleObjects>';
  const source = rawXlsx({
    sheets: { S: sheet },
    workbookProperties: '',
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        '<Relationship Id="rId1" Type="x/hyperlink" Target="http://evil.test" TargetMode="External"/>' +
          '<Relationship Id="rId2" Type="x/oleObject" Target="../embeddings/o.bin"/>',
      ),
      'xl/embeddings/o.bin': 'MZ evil',
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      'xl/connections.xml': '<connections/>',
      'docProps/app.xml': '<x>evil</x>',
    },
  });

  it('isn’t copied: links, objects, formulas on other files or programs; their values are', async () => {
    const bytes = await markWorkbook(source, order([problem(1, 1)], 'S'), sheetLimits);
    const zip = await fromBufferPromise(bytes);
    const files = [];
    for await (const { fileName } of zip.eachEntry()) files.push(fileName);
    expect(files.join()).not.toMatch(/embed|external|connections|docProps|vba/i);
    const parts = await WorkbookPackage.open(bytes, sheetLimits);
    const sheetXml = Readable.from(parts.bytesOf('xl/worksheets/sheet1.xml'));
    const xml = await text(sheetXml);
    expect(xml).not.toMatch(/hyperlink|HYPERLINK|oleObject|\[1\]|cmd/);
    expect(xml).toContain('<f>SUM(A1:A1)</f>');
    expect(xml).toContain('<c r="A3"><v>2</v></c>');
    const { sheets } = await parseWorkbook(bytes, 'a.xlsx');
    expect(sheets[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['7', '7', 'x'],
      ['1'],
      ['2'],
    ]);
  });
});
