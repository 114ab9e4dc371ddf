import { importKinds } from '@xuanpai/contracts/imports';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../lib/sheet/parse-workbook.ts';
import { idNumberOf, type SmallDistrict, startSmallDistrict } from '../../../testing-registers.ts';
import { commit, uploadTo } from '../testing-sheets.ts';
import { templateColumns } from './template-columns.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

async function download(kind: string) {
  const reply = await district.office.as('planner').download(`/api/import-templates/${kind}`);
  expect(reply.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(reply.raw as unknown as ArrayBuffer);
  return workbook;
}

const sheetOf = (workbook: ExcelJS.Workbook) => workbook.worksheets[0] as ExcelJS.Worksheet;

type Filled = Record<string, string | number | Date>;

/** Fills rows in below the headings, by heading. */
async function fill(kind: string, ...rows: Filled[]): Promise<Buffer> {
  const workbook = await download(kind);
  const sheet = sheetOf(workbook);
  const headings = (sheet.getRow(2).values as string[]).slice(1);
  for (const [at, row] of rows.entries()) {
    for (const [heading, value] of Object.entries(row)) {
      const column = headings.findIndex((one) => one.replace('*', '') === heading) + 1;
      expect(column, heading).toBeGreaterThan(0);
      sheet.getCell(at + 3, column).value = value;
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const idNumber = idNumberOf('1980-05-06');
const filled: Record<string, Filled[]> = {
  regions: [
    { 区划代码: '371312', 名称: '河东区', 级别: '区' },
    { 区划代码: '371312108000', 名称: '郑旺镇', 级别: '镇街', 上级代码: '371312' },
    { 区划代码: '371312108203', 名称: '大官庄村', 级别: '村', 上级代码: '371312108000' },
  ],
  villages: [
    {
      '镇街（园区）': '郑旺镇',
      村名: '大尤家村',
      区划代码: '371312108201',
      户数: 320,
      人口: 1100,
      党员数: 41,
      '2014年村集体经营性收入（万元）': 3.2,
      '2014年农民人均纯收入（元）': 11_200.5,
      '2014年基础设施投入（万元）': 20,
      主导产业: '大棚蔬菜',
      村类型: '软弱涣散村、相对后进村',
      市直选派: '否',
      备注: '无',
    },
  ],
  units: [
    {
      单位名称: '区水务局',
      单位性质: '事业单位',
      选派名额: 2,
      单位优势: '产业、资金项目',
      第一责任人: '王伟',
      联络员: '李丽',
      联系电话: '0539-8080808',
      上级主管单位: '市水利局',
      备注: '无',
    },
  ],
  cadres: [
    {
      姓名: '王伟',
      性别: Number(idNumber[16]) % 2 === 1 ? '男' : '女',
      民族: '汉族',
      出生年月: new Date(Date.UTC(1980, 4, 1)),
      身份证号码: idNumber,
      籍贯: '山东临沂',
      政治面貌: '中共党员',
      入党时间: new Date(Date.UTC(2002, 6, 1)),
      转正时间: new Date(Date.UTC(2003, 6, 1)),
      参加工作时间: new Date(Date.UTC(2003, 7, 15)),
      学历: '大学本科',
      派出单位: '区财政局',
      现任职务: '科员',
      职级: '副科级',
      编制性质: '行政',
      管理权限: '区管',
      选派类别: '科级干部',
      专业特长: '党建',
      家庭所在镇街: '郑旺镇',
      家庭住址: '郑旺镇大尤家村',
      健康状况: '健康',
      工作电话: '0539-8080808',
      备注: '无',
    },
  ],
};

/** Attendance has a blank sheet for each township and month instead. */
const kinds = importKinds.filter(
  (kind) =>
    kind !== 'attendance' &&
    kind !== 'targets' &&
    kind !== 'ballots' &&
    kind !== 'trainings' &&
    kind !== 'workExpenses',
);

describe.each(kinds)('the blank workbook of %s', (kind) => {
  it('imports as it was filled in, without a correction', async () => {
    const rows = filled[kind] ?? [];
    const headings = templateColumns(kind, '2015-04-24').map(({ heading }) => heading);
    expect(Object.keys(rows.at(-1) ?? {})).toEqual(headings);
    const reply = await uploadTo(district, kind, await fill(kind, ...rows));
    expect(reply.body).toMatchObject({ kind, problems: [], notices: [], headingRow: 2 });
    expect(reply.body.counts).toMatchObject({ rows: rows.length, wrong: 0 });
    const columns = reply.body.columns as { field: string | null }[];
    expect(columns.filter(({ field }) => field === null)).toEqual([]);
    expect(columns).toHaveLength(reply.body.fields.length);
    expect((await commit(district, reply)).status).toBe(200);
  });

  it('is recognised by its headings, and has no rows', async () => {
    const reply = await district.office.as('planner').download(`/api/import-templates/${kind}`);
    const empty = await uploadTo(district, '', reply.raw);
    expect(empty.body).toMatchObject({ kind, counts: { rows: 0 } });
  });

  it('marks what must be filled in and explains every column', async () => {
    const workbook = await download(kind);
    const columns = templateColumns(kind, '2015-04-24');
    const headings = (sheetOf(workbook).getRow(2).values as string[]).slice(1);
    expect(headings).toEqual(
      columns.map(({ heading, required }) => (required ? `${heading}*` : heading)),
    );
    const rows = workbook.getWorksheet('填写说明')?.getSheetValues() as string[][];
    const explained = rows.slice(5).map(([, heading, required]) => [heading, required]);
    expect(explained).toEqual(
      columns.map(({ heading, required }) => [heading, required ? '必填' : '可不填']),
    );
    expect(workbook.getWorksheet('下拉列表')?.state).toBe('hidden');
  });
});

describe('the cells of a blank workbook', () => {
  const ruleAt = (workbook: ExcelJS.Workbook, address: string) =>
    workbook.worksheets[0]?.getCell(address).dataValidation;

  it('offer the words and the names that the registers have now', async () => {
    const workbook = await download('cadres');
    const lists = workbook.getWorksheet('下拉列表') as ExcelJS.Worksheet;
    const choices = (address: string) => {
      const [, letter = '', last] = /!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(
        String(ruleAt(workbook, address)?.formulae[0]),
      ) ?? ['', 'A', '0'];
      return Array.from(
        { length: Number(last) },
        (_, at) => lists.getCell(`${letter}${at + 1}`).value,
      );
    };
    expect(choices('B3')).toEqual(['男', '女']);
    expect(choices('L3')).toEqual(
      expect.arrayContaining(['区财政局', '区水利局', '郑旺镇党委', '朝阳街道党工委']),
    );
    expect(choices('S3')).toEqual(['朝阳街道', '郑旺镇']);
  });

  it('keep an ID number as text and a date as a date, and say how to write them', async () => {
    const workbook = await download('cadres');
    const sheet = sheetOf(workbook);
    expect(sheet.getColumn('E').numFmt).toBe('@');
    expect(sheet.getColumn('D').numFmt).toBe('yyyy.mm');
    expect(ruleAt(workbook, 'E3')).toMatchObject({ type: 'textLength', formulae: [18] });
    expect(ruleAt(workbook, 'D4000')).toMatchObject({
      type: 'date',
      showInputMessage: true,
      prompt: expect.stringContaining('1980-5'),
    });
  });

  it('hold nothing of anybody', async () => {
    for (const kind of kinds) {
      const reply = await district.office.as('planner').download(`/api/import-templates/${kind}`);
      const { sheets } = await parseWorkbook(reply.raw, 'a.xlsx');
      expect(sheets[0]?.rows).toHaveLength(2);
    }
  });
});

describe('a blank workbook', () => {
  it('is for those who may import', async () => {
    for (const [person, status] of [
      ['officer', 403],
      ['leader', 403],
      [null, 401],
    ] as const) {
      const reply = await district.office.as(person).get('/api/import-templates/units');
      expect(reply.status).toBe(status);
    }
    expect((await district.office.as('planner').get('/api/import-templates/salaries')).status).toBe(
      400,
    );
  });
});
