import type { SheetRow } from '@xuanpai/contracts/attendance';
import { day, startTestApp, type TestApp, type TestReply } from '../../testing.ts';

/** For tests only: 郑旺镇's June 2015, nothing logged, and sheets of it as the office makes them. */
export class MonthOfZhengwang {
  readonly office: TestApp;
  path = '';
  rows: SheetRow[] = [];

  private constructor(office: TestApp) {
    this.office = office;
  }

  static async start(): Promise<MonthOfZhengwang> {
    return new MonthOfZhengwang(await startTestApp('issued', day('2015-06-29')));
  }

  /** As nobody had written or explained anything. */
  async clear(): Promise<void> {
    const { prisma } = this.office.db;
    await prisma.signMapping.deleteMany();
    await prisma.attendanceRow.deleteMany();
    await prisma.attendanceSheet.deleteMany();
    const { id } = await prisma.region.findFirstOrThrow({ where: { name: '郑旺镇' } });
    this.path = `/api/attendance/months/${id}/2015-06`;
    this.rows = (await this.office.as('officer').get(this.path)).body.rows;
  }

  ofTier(tier: SheetRow['tier']): SheetRow | undefined {
    return this.rows.find((row) => row.tier === tier);
  }

  upload(bytes: Uint8Array, username = 'officer', fields = { kind: 'attendance' }) {
    return this.office.as(username).upload('/api/imports', fields, '考勤.xlsx', bytes);
  }

  commit(reply: TestReply): Promise<TestReply> {
    return this.office.as('officer').post(`/api/imports/${reply.body.id}/commit`);
  }

  async staged(reply: TestReply) {
    return (await this.office.as('officer').get(`/api/imports/${reply.body.id}/rows`)).body.items;
  }

  /** What stands in somebody's cells, by day. */
  async cells(row: SheetRow | undefined) {
    const { body } = await this.office.as('officer').get(this.path);
    const found = body.rows.find(
      ({ assignmentId }: SheetRow) => assignmentId === row?.assignmentId,
    );
    return found.days;
  }
}

export const days = Array.from({ length: 30 }, (_, at) => at + 1);
export const title = '郑旺镇选派干部2015年6月在村工作考勤表';

type Marks = Record<number, string | number>;
export type Line = (string | number | null)[];

/** Title, headings, weekdays, the lines, legend and signatures. */
export function headed(lines: Line[], given = title): Line[] {
  return [
    [given],
    ['填报单位：郑旺镇党委（公章）'],
    ['序号', '村', '姓名', ...days.map((one) => `${one}日`), '在村天数', '本人签字'],
    [null, null, null, ...days.map(() => '三')],
    ...lines,
    ['√在村 △半天 外因村外出 训培训 机机关 事事假'],
    [null, '村党组织：', null, null, '组织委员：'],
  ];
}

export function line(row: SheetRow | undefined, marks: Marks, name = row?.cadreName): Line {
  return [1, row?.villageName ?? '', name ?? '', ...days.map((one) => marks[one] ?? null)];
}
