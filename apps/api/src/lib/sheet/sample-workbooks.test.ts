import { readFile } from 'node:fs/promises';
import { findHeadingRow } from '@xuanpai/domain/office/headings';
import { checkIdNumber } from '@xuanpai/domain/office/id-number';
import { headingUnit, parseMoney } from '@xuanpai/domain/office/money';
import { parseOfficeDate } from '@xuanpai/domain/office/office-date';
import { rowKind } from '@xuanpai/domain/office/rows';
import { describe, expect, it } from 'vitest';
import type { Cell } from './cells.ts';
import { parseWorkbook } from './parse-workbook.ts';

const samples = new URL('../../../../../prisma/seed/hedong/', import.meta.url);

const columns = [
  { field: 'name', headings: ['姓名', '村名', '单位名称'] },
  { field: 'idNumber', headings: ['身份证号码'] },
  { field: 'birthDate', headings: ['出生年月'] },
  { field: 'joinedPartyOn', headings: ['入党时间'] },
  { field: 'income', headings: ['村集体经营性收入'] },
  { field: 'regionCode', headings: ['区划代码'] },
  { field: 'unitKind', headings: ['单位性质'] },
] as const;

type Field = (typeof columns)[number]['field'];

async function records(file: string) {
  const workbook = await parseWorkbook(await readFile(new URL(file, samples)), file);
  const rows = workbook.sheets[0]?.rows ?? [];
  const texts = rows.map((row) => row.map((cell) => cell.text));
  const heading = findHeadingRow(texts.slice(0, 15), columns);
  if (heading === null) throw new Error(`no headings in ${file}`);
  const data = rows.slice(heading.dataStart).filter((row) => {
    return (
      rowKind(
        row.map((cell) => cell.text),
        heading,
      ) === 'data'
    );
  });
  const at = (field: Field) => heading.fields.indexOf(field);
  return { heading, data, column: (field: Field) => data.map((row) => row[at(field)]) };
}

function textOf(cell: Cell | undefined): string {
  return cell?.text ?? '';
}

describe('the workbooks of the district', () => {
  it('list 144 and 111 cadres, with 255 valid ID numbers that agree with the birth dates', async () => {
    const district = await records('district-nominees.xlsx');
    const township = await records('township-nominees.xlsx');
    expect([district.data.length, township.data.length]).toEqual([144, 111]);
    for (const { column } of [district, township]) {
      const births = column('birthDate');
      for (const [at, cell] of column('idNumber').entries()) {
        const check = checkIdNumber(textOf(cell));
        const birth = parseOfficeDate(births[at] ?? '');
        expect(check.ok && birth.ok && check.birthDate.slice(0, 7)).toBe(
          birth.ok && birth.date.slice(0, 7),
        );
      }
    }
  });

  it('list 189 villages with codes and incomes in 万元', async () => {
    const { data, column, heading } = await records('village-register.xlsx');
    expect(data).toHaveLength(189);
    expect(column('regionCode').every((cell) => /^\d{12}$/.test(textOf(cell)))).toBe(true);
    const income = heading.headings[heading.fields.indexOf('income')] ?? '';
    expect(headingUnit(income)).toEqual({ unit: 'tenThousandYuan', year: 2014 });
    const [first] = column('income').map((cell) => parseMoney(cell ?? '', 'tenThousandYuan'));
    expect(first).toEqual({ ok: true, fen: 900_000 });
  });

  it('list 73 units', async () => {
    expect((await records('unit-register.xlsx')).data).toHaveLength(73);
  });
});
