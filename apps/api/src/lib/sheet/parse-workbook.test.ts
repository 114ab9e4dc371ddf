import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from './parse-workbook.ts';
import { rawXlsx } from './raw-workbook.ts';

async function excel(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('花名册'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function onlySheet(bytes: Uint8Array) {
  const workbook = await parseWorkbook(bytes, '花名册.xlsx');
  const [sheet] = workbook.sheets;
  if (sheet === undefined || workbook.sheets.length > 1) throw new Error('not one sheet');
  return sheet;
}

async function firstRow(cells: string, around: Parameters<typeof rawXlsx>[0] = {}) {
  const rows = `<sheetData><row>${cells}</row></sheetData>`;
  const { rows: read } = await onlySheet(rawXlsx({ ...around, sheets: { S: rows } }));
  return read[0];
}

describe('cells', () => {
  it('keep text as it was typed, and where it stands', async () => {
    const bytes = await excel((sheet) => {
      sheet.getCell('A1').value = '第二批选派“第一书记”人选花名册';
      sheet.mergeCells('A1:D1');
      sheet.getCell('B4').value = '王  伟';
      sheet.getCell('C4').value = '１９７７年７月\n（38岁）';
      sheet.getCell('D4').value = '371399197312240033';
    });
    const sheet = await onlySheet(bytes);
    expect(sheet).toEqual({
      name: '花名册',
      rows: [
        [{ text: '第二批选派“第一书记”人选花名册', kind: 'text' }],
        [
          { text: '', kind: 'empty' },
          { text: '王  伟', kind: 'text' },
          { text: '１９７７年７月\n（38岁）', kind: 'text' },
          { text: '371399197312240033', kind: 'text' },
        ],
      ],
      rowNumbers: [1, 4],
    });
  });

  it('give real dates as ISO, months without day', async () => {
    const bytes = await excel((sheet) => {
      const formats = [
        'yyyy-mm-dd',
        'yyyy"年"m"月"d"日"',
        '[$-804]yyyy"年"m"月";@',
        'mmm-yy',
        'm/d/yy h:mm',
      ];
      for (const [at, numFmt] of formats.entries()) {
        const cell = sheet.getCell(1, at + 1);
        cell.value = new Date(Date.UTC(1977, 6, at === 3 ? 5 : 1));
        cell.numFmt = numFmt;
      }
    });
    const [row] = (await onlySheet(bytes)).rows;
    expect(row?.map((cell) => [cell.kind, cell.text])).toEqual([
      ['date', '1977-07-01'],
      ['date', '1977-07-01'],
      ['date', '1977-07'],
      ['date', '1977-07-05'],
      ['date', '1977-07-01'],
    ]);
    expect(row?.[0]?.value).toBe(28_307);
  });

  it('count dates from 1904 where the workbook does, and know the formats of the Chinese version', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="57"/><xf numFmtId="31"/></cellXfs>';
    const cells = '<c s="1"><v>26845</v></c><c s="2"><v>26849</v></c><c><v>26849</v></c>';
    const workbookProperties = '<workbookPr date1904="1"/>';
    const row = await firstRow(cells, { styles, workbookProperties });
    expect(row?.map((cell) => cell.text)).toEqual(['1977-07', '1977-07-05', '26849']);
    const bytes = rawXlsx({
      workbookProperties,
      sheets: { S: `<sheetData><row>${cells}</row></sheetData>` },
    });
    expect(await parseWorkbook(bytes, 'a.xlsx')).toMatchObject({ dateSystem: 1904 });
  });

  it('give numbers in plain decimal, with the zeros that the format shows', async () => {
    const styles = `<numFmts><numFmt numFmtId="180" formatCode="0.00_ "/><numFmt numFmtId="181" formatCode="000"/>
      <numFmt numFmtId="182" formatCode="0.00_);[Red]\\(0.00\\)"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="180"/><xf numFmtId="181"/><xf numFmtId="2"/><xf numFmtId="182"/></cellXfs>`;
    const written = [
      '<c><v>18.800000000000001</v></c>',
      '<c><v>1.0000000000000001E-5</v></c>',
      '<c><v>3.7139919731224E+17</v></c>',
      '<c s="1"><v>1977.1</v></c>',
      '<c s="2"><v>7</v></c>',
      '<c s="3"><v>33.333333333333336</v></c>',
      '<c s="4"><v>-0.5</v></c>',
      '<c><v>371312004202</v></c>',
    ];
    const row = await firstRow(written.join(''), { styles });
    expect(row?.map((cell) => cell.text)).toEqual([
      '18.8',
      '0.00001',
      '371399197312240000',
      '1977.10',
      '007',
      '33.3333333333333',
      '-0.50',
      '371312004202',
    ]);
    expect(row?.every((cell) => cell.kind === 'number')).toBe(true);
  });

  it('take the stored value of formulas, and say when there is none', async () => {
    const cells = [
      '<c><f>SUM(A2:A9)</f><v>35.2</v></c>',
      '<c t="str"><f>A2&amp;B2</f><v>王伟</v></c>',
      '<c><f>1+1</f></c>',
      '<c t="str"><f>""</f><v></v></c>',
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c t="b"><v>1</v></c>',
    ];
    expect(await firstRow(cells.join(''))).toEqual([
      { text: '35.2', kind: 'number', value: 35.2 },
      { text: '王伟', kind: 'text' },
      { text: '#CALC!', kind: 'error' },
      { text: '', kind: 'empty' },
      { text: '#DIV/0!', kind: 'error' },
      { text: 'TRUE', kind: 'boolean', value: 1 },
    ]);
  });

  it('put rich and inline text together, without reading aids', async () => {
    const strings =
      '<si><r><t>河</t></r><r><rPr><b/></rPr><t xml:space="preserve">东 </t></r><rPh sb="0" eb="1"><t>HE</t></rPh></si>';
    const cells = '<c t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t>a_x000D_&lt;b</t></is></c>';
    const row = await firstRow(cells, { strings });
    expect(row?.map((cell) => cell.text)).toEqual(['河东 ', '', '', 'a\r<b']);
  });

  it('leave an escape alone that stands for no character that can be kept', async () => {
    const cells = '<c t="inlineStr"><is><t>区_x0000_局_xD800_</t></is></c>';
    expect((await firstRow(cells))?.[0]?.text).toBe('区_x0000_局_xD800_');
  });

  it('repeat a township that is merged down over its villages', async () => {
    const bytes = await excel((sheet) => {
      sheet.addRows([
        ['镇街', '村'],
        ['相公街道', '南寺村'],
        [null, '相公一村'],
        [null, '相公二村'],
        ['郑旺镇', '新庄村'],
      ]);
      sheet.mergeCells('A2:A4');
    });
    const { rows } = await onlySheet(bytes);
    expect(rows.map((row) => row[0]?.text)).toEqual([
      '镇街',
      '相公街道',
      '相公街道',
      '相公街道',
      '郑旺镇',
    ]);
    expect(rows.map((row) => row[0]?.merged)).toEqual([
      undefined,
      undefined,
      true,
      true,
      undefined,
    ]);
  });

  it('are read whatever prefix the XML uses', async () => {
    const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
      <x:sheetData><x:row r="2"><x:c r="B2"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const sheet = await onlySheet(rawXlsx({ sheets: { S: xml } }));
    expect(sheet.rows).toEqual([
      [
        { text: '', kind: 'empty' },
        { text: '3', kind: 'number', value: 3 },
      ],
    ]);
    expect(sheet.rowNumbers).toEqual([2]);
  });
});

describe('sheets', () => {
  it('are all given, in order, but for hidden and empty ones', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('说明').addRow(['填表说明']);
    workbook.addWorksheet('代码', { state: 'hidden' }).addRow(['行政']);
    workbook.addWorksheet('空');
    workbook.addWorksheet('花名册').addRow(['姓名']);
    const read = await parseWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()), 'a.xlsx');
    expect(read.sheets.map((sheet) => sheet.name)).toEqual(['说明', '花名册']);
  });

  it('may have styles to the bottom and to the right, where nothing stands', async () => {
    const styled = Array.from(
      { length: 5000 },
      (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="1"/><c r="XFD${at + 2}" s="1"/></row>`,
    );
    const rows = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${styled.join('')}</sheetData>`;
    expect((await onlySheet(rawXlsx({ sheets: { S: rows } }))).rowNumbers).toEqual([1]);
  });
});
