import { constants, deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { bomb, type RawPart, rawXlsx, zipOf } from './raw-workbook.ts';
import type { SheetRefusal } from './sheet-refused.ts';

/** For tests only: files that nobody uploads by accident, and why each is refused. */
export interface HostileFile {
  what: string;
  filename?: string;
  reason: SheetRefusal;
  /** Takes seconds: for the tests that may. */
  heavy?: true;
  bytes: () => Buffer;
}

/** A compound file (OLE2) whose directory names this stream. */
export function oldOffice(stream: string): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  const name = Buffer.from(`${stream}\0`, 'utf16le');
  name.copy(bytes, 1024);
  bytes.writeUInt16LE(name.length, 1024 + 64);
  return bytes;
}

const text = (column: string, row: number, value = '王') =>
  `<c r="${column}${row}" t="str"><v>${value}</v></c>`;
const row = (number: number | string, cells = '') => `<row r="${number}">${cells}</row>`;
const sheet = (rows: string) => rawXlsx({ sheets: { S: `<sheetData>${rows}</sheetData>` } });
const withPart = (name: string, part: RawPart) =>
  rawXlsx({
    sheets: { S: `<sheetData>${row(1, text('A', 1))}</sheetData>` },
    parts: { [name]: part },
  });

const headings = row(
  1,
  ['姓名', '身份证号码'].map((value, at) => text('AB'[at] ?? '', 1, value)).join(''),
);
const sheetPart = 'xl/worksheets/sheet1.xml';
const megabyte = 1024 * 1024;

/** The same compressed bytes under many names, as zip bombs of the better kind have them. */
function overlapping(names: number): Buffer {
  const one = `<worksheet>${' '.repeat(megabyte)}</worksheet>`;
  const bytes = zipOf({ [sheetPart]: one });
  const directory = bytes.indexOf('PK\x01\x02');
  const entry = bytes.subarray(directory, bytes.length - 22);
  const end = Buffer.from(bytes.subarray(bytes.length - 22));
  const sheets = Object.fromEntries(Array.from({ length: names }, (_, at) => [`S${at}`, '']));
  const usual = rawXlsx({ sheets });
  const start = usual.indexOf('PK\x01\x02');
  const kept = usual.subarray(start, usual.length - 22);
  const moved = Array.from({ length: names }, (_, at) => {
    const copy = Buffer.from(entry);
    const name = Buffer.from(`xl/worksheets/sheet${at + 1}.xml`);
    copy.writeUInt16LE(name.length, 28);
    copy.writeUInt32LE(start, 42);
    return Buffer.concat([copy.subarray(0, 46), name]);
  });
  const others = withoutSheets(kept);
  const entries = [...others, ...moved];
  const list = Buffer.concat(entries);
  const local = bytes.subarray(0, directory);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(start + local.length, 16);
  return Buffer.concat([usual.subarray(0, start), local, list, end]);
}

/** Megabytes of shared strings that hold nothing. */
function emptyStrings(megabytes: number) {
  const start = '<sst>   ';
  const { deflated, claimedSize } = bomb('<si   />', megabytes);
  const head = deflateRawSync(start, { finishFlush: constants.Z_FULL_FLUSH });
  return { deflated: Buffer.concat([head, deflated]), claimedSize: claimedSize + start.length };
}

function withoutSheets(directory: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < directory.length; ) {
    const length = 46 + directory.readUInt16LE(at + 28);
    const entry = directory.subarray(at, at + length);
    if (!entry.includes('xl/worksheets/')) entries.push(entry);
    at += length;
  }
  return entries;
}

function renamed(from: string, to: string, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1)) copy.write(to, at);
  return copy;
}

const macroType =
  '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
const doctype = (inner: string) => `<!DOCTYPE x [${inner}]><worksheet>&a;</worksheet>`;
const nested = ['<!ENTITY a "aaaaaaaaaa">', ...'bcdefghi'].map((name, at) =>
  at === 0 ? name : `<!ENTITY ${name} "${`&${'abcdefgh'[at - 1]};`.repeat(10)}">`,
);

export const hostileFiles: HostileFile[] = [
  {
    what: 'a picture',
    filename: '照片.xlsx',
    reason: 'notWorkbook',
    bytes: () => Buffer.from('\x89PNG\r\n'),
  },
  {
    what: 'a web page',
    filename: '人选.xls',
    reason: 'notWorkbook',
    bytes: () => Buffer.from('<html><table>'),
  },
  {
    what: 'a program called .csv',
    filename: '人选.csv',
    reason: 'notWorkbook',
    bytes: () => Buffer.from('MZ\0\0\x03\0'),
  },
  {
    what: 'a zip in a zip',
    reason: 'notWorkbook',
    bytes: () => zipOf({ 'a.zip': withPart('b', 'b').toString('latin1') }),
  },
  {
    what: 'a workbook with a password',
    reason: 'encrypted',
    bytes: () => oldOffice('EncryptedPackage'),
  },
  { what: 'an .xls', filename: '人选.xls', reason: 'oldXls', bytes: () => oldOffice('Workbook') },
  { what: 'an .xls called .xlsx', reason: 'oldXls', bytes: () => oldOffice('Book') },
  {
    what: 'a zip bomb of one part',
    reason: 'tooLarge',
    bytes: () => withPart(sheetPart, bomb(' ', 2000)),
  },
  {
    what: 'a zip bomb that says it is small',
    reason: 'truncated',
    bytes: () => withPart(sheetPart, { ...bomb(' ', 2000), claimedSize: 100 }),
  },
  {
    what: 'a zip bomb of many parts',
    heavy: true,
    reason: 'tooLarge',
    bytes: () =>
      zipOf(Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`xl/${at}.xml`, '']))),
  },
  {
    what: 'a zip bomb whose parts overlap',
    heavy: true,
    reason: 'tooLarge',
    bytes: () => overlapping(300),
  },
  {
    what: '1,048,576 empty rows',
    heavy: true,
    reason: 'noSheet',
    bytes: () =>
      withPart(
        sheetPart,
        `<worksheet><sheetData>${Array.from({ length: 1_048_576 }, (_, at) => `<row r="${at + 1}"/>`).join('')}</sheetData></worksheet>`,
      ),
  },
  {
    what: 'a cell below a million empty rows',
    reason: 'tooManyRows',
    bytes: () => sheet(headings + row(1_048_576, text('A', 1_048_576))),
  },
  {
    what: 'one cell at XFD1048576',
    reason: 'tooManyColumns',
    bytes: () => sheet(headings + row(1_048_576, text('XFD', 1_048_576))),
  },
  {
    what: '16,384 columns',
    reason: 'tooManyColumns',
    bytes: () => sheet(row(1, '<c t="str"><v>王</v></c>'.repeat(16_384))),
  },
  {
    what: 'an external entity',
    reason: 'doctype',
    bytes: () => withPart(sheetPart, doctype('<!ENTITY a SYSTEM "file:///etc/passwd">')),
  },
  {
    what: 'an external document type',
    reason: 'doctype',
    bytes: () =>
      withPart('xl/workbook.xml', '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><workbook/>'),
  },
  {
    what: 'nested entities',
    reason: 'doctype',
    bytes: () => withPart('xl/sharedStrings.xml', doctype(nested.join(''))),
  },
  {
    what: 'a macro book',
    filename: '人选.xlsm',
    reason: 'macros',
    bytes: () => withPart('xl/vbaProject.bin', 'x'),
  },
  {
    what: 'a macro book called .xlsx',
    reason: 'macros',
    bytes: () => withPart('xl/vbaProject.bin', 'x'),
  },
  {
    what: 'a macro book without its macros',
    reason: 'macros',
    bytes: () => withPart('[Content_Types].xml', macroType),
  },
  {
    what: 'sheets of Excel 4 macros',
    reason: 'macros',
    bytes: () => withPart('xl/macrosheets/sheet1.xml', 'x'),
  },
  {
    what: 'a binary workbook',
    filename: '人选.xlsb',
    reason: 'notWorkbook',
    bytes: () => zipOf({ 'xl/workbook.bin': 'x' }),
  },
  {
    what: 'a file that was cut off',
    reason: 'truncated',
    bytes: () => sheet(headings).subarray(0, 400),
  },
  {
    what: 'a part that lies outside',
    reason: 'truncated',
    bytes: () => withPart('../../etc/cron.d/x', 'x'),
  },
  {
    what: 'a part with a full path',
    reason: 'truncated',
    bytes: () => withPart('/etc/passwd', 'x'),
  },
  {
    what: 'two parts of one name',
    reason: 'truncated',
    bytes: () =>
      renamed(
        'xl/worksheets/sheet2.xml',
        sheetPart,
        rawXlsx({ sheets: { S: headings, T: headings } }),
      ),
  },
  {
    what: 'millions of shared strings',
    heavy: true,
    reason: 'tooLarge',
    bytes: () => withPart('xl/sharedStrings.xml', emptyStrings(60)),
  },
  {
    what: 'millions of cell formats',
    heavy: true,
    reason: 'tooLarge',
    bytes: () =>
      withPart(
        'xl/styles.xml',
        `<styleSheet><cellXfs>${'<xf numFmtId="164"/>'.repeat(2_000_000)}</cellXfs></styleSheet>`,
      ),
  },
  { what: 'a negative row', reason: 'truncated', bytes: () => sheet(row(-5, text('A', 1))) },
  {
    what: 'a row beyond all numbers',
    reason: 'tooManyRows',
    bytes: () => sheet(headings + row('99999999999', text('A', 1))),
  },
  {
    what: 'rows out of their order',
    reason: 'truncated',
    bytes: () => sheet(headings + row(3, text('A', 3)) + row(2, text('A', 2))),
  },
  {
    what: 'a row that stands twice',
    reason: 'truncated',
    bytes: () => sheet(headings + row(2, text('A', 2)) + row(2, text('A', 2))),
  },
  {
    what: 'a cell nowhere',
    reason: 'truncated',
    bytes: () => sheet(headings + row(2, '<c r="?!"><v>1</v></c>')),
  },
  {
    what: 'a cell at the end of the alphabet',
    reason: 'tooManyColumns',
    bytes: () => sheet(headings + row(2, '<c r="ZZZZZZZZZ2"><v>1</v></c>')),
  },
  {
    what: 'control characters in XML',
    reason: 'truncated',
    bytes: () => sheet(row(1, text('A', 1, '\x01\x02'))),
  },
  {
    what: 'broken GB18030',
    filename: '人选.csv',
    reason: 'badText',
    bytes: () =>
      Buffer.concat([
        iconv.encode('姓名,身份证号码\n王', 'gb18030'),
        Buffer.from([0xff, 0x2c, 0x31]),
      ]),
  },
  {
    what: 'a line of 40 MB',
    filename: '人选.csv',
    heavy: true,
    reason: 'tooLarge',
    bytes: () =>
      Buffer.concat([Buffer.from('姓名,身份证号码\n'), Buffer.alloc(40 * megabyte, 'a')]),
  },
  {
    what: 'a line of commas',
    filename: '人选.csv',
    heavy: true,
    reason: 'tooLarge',
    bytes: () =>
      Buffer.concat([Buffer.from('姓名,身份证号码\n'), Buffer.alloc(40 * megabyte, ',')]),
  },
  {
    what: 'a quote that never ends',
    filename: '人选.csv',
    heavy: true,
    reason: 'tooLarge',
    bytes: () =>
      Buffer.concat([Buffer.from('姓名,身份证号码\n"'), Buffer.alloc(40 * megabyte, 'a\n')]),
  },
  {
    what: 'the same in UTF-16',
    filename: '人选.csv',
    heavy: true,
    reason: 'tooLarge',
    bytes: () =>
      Buffer.concat([
        Buffer.from('\ufeff姓名,身份证号码\n"', 'utf16le'),
        Buffer.alloc(40 * megabyte, Buffer.from('a\n', 'utf16le')),
      ]),
  },
  {
    what: 'text with NUL bytes',
    filename: '人选.csv',
    reason: 'notWorkbook',
    bytes: () => Buffer.from('姓名,身份证号码\n王\0伟,1'),
  },
];
