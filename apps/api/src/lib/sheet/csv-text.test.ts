import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from './parse-workbook.ts';
import { sheetLimits } from './sheet-limits.ts';

async function texts(bytes: Uint8Array, filename = '花名册.csv'): Promise<string[][]> {
  const { sheets } = await parseWorkbook(bytes, filename);
  return sheets[0]?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
}

const text = '姓名,出生年月,备注\r\n王  伟,1977.07,"两行\n一格, ""引号"""\r\n';
const expected = [
  ['姓名', '出生年月', '备注'],
  ['王  伟', '1977.07', '两行\n一格, "引号"'],
];

describe('delimited text', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('is read in %s', async (_, bytes) => {
    expect(await texts(bytes)).toEqual(expected);
  });

  it('keeps rare characters of GB18030', async () => {
    expect(await texts(iconv.encode('姓名\n𠮷䶮㙓\n', 'gb18030'))).toEqual([['姓名'], ['𠮷䶮㙓']]);
  });

  it.each([
    ['semicolon', '姓名;单位\n王伟;农业局,区'],
    ['tab', '姓名\t单位\n王伟\t农业局,区'],
    ['a first line that says it', 'sep=;\n姓名;单位\n王伟;农业局,区'],
  ])('is read with %s', async (_, written) => {
    expect(await texts(Buffer.from(written))).toEqual([
      ['姓名', '单位'],
      ['王伟', '农业局,区'],
    ]);
  });

  it('names the sheet after the file and counts rows as workbook programs do', async () => {
    const bytes = Buffer.from('花名册,\n\n"姓\n名",\n,,\n王伟,\n');
    const { sheets } = await parseWorkbook(bytes, '区直.名单.csv');
    expect(sheets[0]).toMatchObject({ name: '区直.名单', rowNumbers: [1, 3, 5] });
  });

  it('tells numbers from text that only looks like them', async () => {
    const bytes = Buffer.from('12,1977.10,0.9,-3,007,371399197312240033,="012",1e5,+5');
    const { sheets } = await parseWorkbook(bytes, 'a.csv');
    expect(sheets[0]?.rows[0]?.map((cell) => [cell.kind, cell.text])).toEqual([
      ['number', '12'],
      ['number', '1977.10'],
      ['number', '0.9'],
      ['number', '-3'],
      ['text', '007'],
      ['text', '371399197312240033'],
      ['text', '012'],
      ['text', '1e5'],
      ['text', '+5'],
    ]);
  });

  it('keeps the limits', async () => {
    const wide = Buffer.from(`a${','.repeat(256)}b`);
    await expect(parseWorkbook(wide, 'a.csv')).rejects.toMatchObject({ code: 'tooManyColumns' });
    const gap = Buffer.from(`a${'\n'.repeat(1002)}b`);
    await expect(parseWorkbook(gap, 'a.csv')).rejects.toMatchObject({ code: 'emptyRows' });
    const limits = { ...sheetLimits, rows: 2 };
    await expect(parseWorkbook(Buffer.from('a\nb\nc'), 'a.csv', limits)).rejects.toMatchObject({
      code: 'tooManyRows',
      details: { row: 3 },
    });
    await expect(parseWorkbook(Buffer.from('a,"b'), 'a.csv')).rejects.toMatchObject({
      code: 'truncated',
    });
    await expect(parseWorkbook(Buffer.from('\n,\n'), 'a.csv')).rejects.toMatchObject({
      code: 'noSheet',
    });
  });
});
