import ExcelJS from 'exceljs';
import type { TestReply } from '../../testing.ts';
import { idNumberOf, type SmallDistrict } from '../../testing-registers.ts';

/** For tests only: workbooks as offices make them. */
export type SheetCell =
  | string
  | number
  | Date
  | { formula: string; result: string }
  | { error: '#N/A' }
  | null;

export function csv(rows: readonly (readonly (string | number)[])[]): Buffer {
  return Buffer.from(rows.map((row) => row.join(',')).join('\n'));
}

export async function xlsx(
  rows: readonly (readonly SheetCell[])[],
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>> = {},
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, content] of Object.entries({ ...sheets, Sheet1: rows })) {
    const sheet = workbook.addWorksheet(name);
    for (const row of content) sheet.addRow(row.map((cell) => cell ?? undefined));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A row of a nominees' book by the usual headings. */
export type Nominee = Record<string, SheetCell>;

export function nominee(given: Nominee = {}): Nominee {
  const idNumber = String(given.身份证号码 ?? idNumberOf('1980-05-06'));
  return {
    姓名: '王伟',
    性别: Number(idNumber[16]) % 2 === 1 ? '男' : '女',
    出生年月: `${idNumber.slice(6, 10)}.${idNumber.slice(10, 12)}`,
    身份证号码: idNumber,
    入党时间: '2002.07',
    工作单位: '区财政局',
    现任职务: '科员',
    职级: '副科级',
    编制性质: '行政',
    选派类别: '科级干部',
    专业特长: '党建',
    ...given,
  };
}

/** Headings and rows, ready for `csv` or `xlsx`. */
export function book(rows: readonly Nominee[]): SheetCell[][] {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))];
}

/** Uploads as the planner, to the district's batch unless told otherwise. */
export function uploadTo(
  { office, batchId }: SmallDistrict,
  kind: string,
  bytes: Uint8Array,
  { filename = 'book.xlsx', batch = true }: { filename?: string; batch?: boolean } = {},
): Promise<TestReply> {
  const fields = batch ? { kind, batchId } : { kind };
  return office.as('planner').upload('/api/imports', fields, filename, bytes);
}

/** A nominees' book as .xlsx, uploaded. */
export async function uploadNominees(
  district: SmallDistrict,
  ...rows: readonly Nominee[]
): Promise<TestReply> {
  return uploadTo(district, 'cadres', await xlsx(book(rows)));
}

export function codesOf(reply: TestReply): string[] {
  const { problems } = reply.body as { problems: { row: number; code: string }[] };
  return problems.map(({ row, code }) => `${row} ${code}`);
}

export async function rowsOf({ office }: SmallDistrict, reply: TestReply) {
  const { body } = await office.as('planner').get(`/api/imports/${reply.body.id}/rows`);
  return (body as { items: ImportedRow[] }).items;
}

interface ImportedRow {
  row: number;
  state: string;
  values: Record<string, string>;
  changes: { field: string; was: string; is: string }[];
  edited: string[];
}

export function commit({ office }: SmallDistrict, reply: TestReply): Promise<TestReply> {
  return office.as('planner').post(`/api/imports/${reply.body.id}/commit`);
}
