import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from './parse-workbook.ts';
import { bomb, rawXlsx, zipOf } from './raw-workbook.ts';
import { sheetLimits } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';

async function refusal(bytes: Uint8Array, filename = 'a.xlsx', limits = sheetLimits) {
  const error = await parseWorkbook(bytes, filename, limits).then(
    () => new Error('was read'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof SheetRefused)) throw error;
  return { code: error.code, ...error.details };
}

function rows(xml: string): Buffer {
  return rawXlsx({ sheets: { S: `<sheetData>${xml}</sheetData>` } });
}

function compoundFile(...streams: string[]): Buffer {
  const directory = streams.map((name) => {
    const entry = Buffer.alloc(128);
    const encoded = Buffer.from(`${name}\0`, 'utf16le');
    encoded.copy(entry);
    entry.writeUInt16LE(encoded.length, 64);
    return entry;
  });
  const header = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  return Buffer.concat([header, ...directory]);
}

describe('files that are no workbook', () => {
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'a.xlsx'],
    ['nothing', Buffer.alloc(0), 'a.xlsx'],
    ['a web page called .xls', Buffer.from('<html><table>'), 'a.xls'],
    ['binary called .csv', Buffer.from([1, 0, 2, 0]), 'a.csv'],
    ['another Office file', zipOf({ 'word/document.xml': '<document/>' }), 'a.xlsx'],
    ['a workbook that isn’t XML', zipOf({ 'xl/workbook.bin': 'x' }), 'a.xlsb'],
    ['a Word file of before 2007', compoundFile('Root Entry', 'WordDocument'), 'a.doc'],
  ])('are refused: %s', async (_, bytes, filename) => {
    expect(await refusal(bytes, filename)).toMatchObject({ code: 'notWorkbook' });
  });

  it('are told apart when they are old or encrypted', async () => {
    expect(await refusal(compoundFile('Root Entry', 'Workbook'))).toEqual({ code: 'oldXls' });
    expect(await refusal(compoundFile('Root Entry', 'EncryptedPackage'))).toEqual({
      code: 'encrypted',
    });
  });

  it('are refused with macros, under whatever name', async () => {
    const sheets = { S: '<sheetData/>' };
    expect(await refusal(rawXlsx({ sheets, parts: { 'xl/vbaProject.bin': 'x' } }))).toEqual({
      code: 'macros',
    });
    const types =
      '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(await refusal(rawXlsx({ sheets, parts: { '[Content_Types].xml': types } }))).toEqual({
      code: 'macros',
    });
  });

  it('are refused without a visible cell', async () => {
    expect(await refusal(rows('<row r="1"><c r="A1" s="3"/></row>'))).toEqual({ code: 'noSheet' });
    expect(await refusal(rawXlsx({}))).toEqual({ code: 'noSheet' });
  });
});

describe('damaged workbooks', () => {
  it('are refused wherever they are cut off', async () => {
    const workbook = new ExcelJS.Workbook();
    for (let row = 0; row < 200; row += 1) workbook.addWorksheet(`S${row}`).addRow([row]);
    const whole = Buffer.from(await workbook.xlsx.writeBuffer());
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      expect(await refusal(whole.subarray(0, whole.length * part))).toMatchObject({
        code: 'truncated',
      });
    }
  });

  it.each([
    ['XML that ends early', '<row><c><v>1</v></c>'],
    ['a string that doesn’t exist', '<row><c t="s"><v>7</v></c></row>'],
    ['a row without number', '<row r="x"><c><v>1</v></c></row>'],
    ['an entity of its own', '<row><c><v>&bomb;</v></c></row>'],
    ['XML too deep', '<a>'.repeat(200)],
  ])('are refused: %s', async (_, xml) => {
    expect(await refusal(rows(xml))).toMatchObject({ code: 'truncated' });
  });

  it('are refused when a byte was changed', async () => {
    const bytes = rows('<row r="1"><c r="A1"><v>1</v></c></row>');
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect(await refusal(bytes)).toMatchObject({ code: 'truncated' });
  });
});

describe('hostile workbooks', () => {
  it('are refused when they unpack to more than 256 MB', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': bomb(' ', 300) };
    const bytes = rawXlsx({ sheets: { S: '' }, parts });
    expect(bytes.length).toBeLessThan(400_000);
    expect(await refusal(bytes)).toEqual({
      code: 'tooLarge',
      limit: 256 * 1024 * 1024,
      unit: 'bytes',
    });
  });

  it('are counted byte by byte, over all parts, when they say they are small', async () => {
    const small = { ...sheetLimits, inflatedBytes: 2 * 1024 * 1024 };
    const liar = { ...bomb(' ', 8), claimedSize: 100 };
    const parts = { 'xl/sharedStrings.xml': liar };
    expect(await refusal(rawXlsx({ sheets: { S: '' }, parts }), 'a.xlsx', small)).toMatchObject({
      code: 'truncated',
    });
    const text = `<sheetData><row><c t="str"><v>${'x'.repeat(60_000)}</v></c></row></sheetData>`;
    const sheets = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`S${at}`, text]));
    expect(await refusal(rawXlsx({ sheets }), 'a.xlsx', small)).toMatchObject({ code: 'tooLarge' });
  });

  it.each([
    ['tooManyColumns', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['tooManyColumns', '<row r="1"><c r="IW1"><v>1</v></c></row>'],
    ['tooManyRows', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'],
    ['tooManyRows', '<row r="200001"><c r="A200001"><v>1</v></c></row>'],
    [
      'emptyRows',
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1003"><c r="A1003"><v>1</v></c></row>',
    ],
  ])('are refused for %s: %s', async (code, xml) => {
    expect(await refusal(rows(xml))).toMatchObject({ code, sheet: 'S' });
  });

  it('may go up to the limits', async () => {
    const xml =
      '<row r="1"><c r="A1"><v>1</v></c><c r="IV1"><v>2</v></c></row><row r="1002"><c r="A1002"><v>1</v></c></row>';
    const { sheets } = await parseWorkbook(rows(xml), 'a.xlsx');
    expect(sheets[0]?.rowNumbers).toEqual([1, 1002]);
    expect(sheets[0]?.rows[0]).toHaveLength(256);
  });

  it('are refused for too many cells, merged ones and those left empty included', async () => {
    const few = { ...sheetLimits, cells: 1000 };
    const wide = Array.from(
      { length: 10 },
      (_, at) => `<row r="${at + 1}"><c r="IV${at + 1}"><v>1</v></c></row>`,
    );
    expect(await refusal(rows(wide.join('')), 'a.xlsx', few)).toMatchObject({
      code: 'tooLarge',
      unit: 'cells',
    });
    const narrow = Array.from(
      { length: 60 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    const merges = `<mergeCells>${'<mergeCell ref="A1:A60"/>'.repeat(20)}</mergeCells>`;
    const bytes = rawXlsx({ sheets: { S: `<sheetData>${narrow.join('')}</sheetData>${merges}` } });
    expect(await refusal(bytes, 'a.xlsx', few)).toMatchObject({ code: 'tooLarge', unit: 'cells' });
  });

  it('are refused for a cell that is a book', async () => {
    const text = 'x'.repeat(100_001);
    expect(await refusal(rows(`<row><c t="str"><v>${text}</v></c></row>`))).toMatchObject({
      code: 'tooLarge',
      unit: 'characters',
    });
  });

  it.each([
    ['text', '<si><t>', 'x', '</t></si>'],
    ['entities', '<si><t>', '&amp;', '</t></si>'],
    ['a name', '<si a', 'x', '/>'],
    ['a comment', '<!--', 'x', '-->'],
  ])('are refused for megabytes of %s without a tag', async (_, before, unit, after) => {
    const strings = before + unit.repeat(3_000_000) + after;
    expect(await refusal(rawXlsx({ sheets: { S: '' }, strings }))).toMatchObject({
      code: 'tooLarge',
      limit: 2 * 1024 * 1024,
    });
  });

  it.each(['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'])(
    'are refused for a document type in %s',
    async (part) => {
      const xml = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>';
      expect(await refusal(rawXlsx({ sheets: { S: '' }, parts: { [part]: xml } }))).toEqual({
        code: 'doctype',
      });
    },
  );

  it('are refused when a sheet points outside', async () => {
    const relations =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>';
    const parts = { 'xl/_rels/workbook.xml.rels': relations };
    expect(await refusal(rawXlsx({ sheets: { S: '' }, parts }))).toMatchObject({
      code: 'truncated',
    });
  });
});
