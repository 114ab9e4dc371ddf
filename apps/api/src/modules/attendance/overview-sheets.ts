import type { DistrictRow, Month, SheetStatus } from '@xuanpai/contracts/attendance';
import type { Cell } from '@xuanpai/contracts/attendance-marks';
import { postWords, tierWords } from '@xuanpai/contracts/words';
import { signOf } from '@xuanpai/domain/attendance/read-marks';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type OfficeSheet, writeSheet } from '../../lib/sheet/write-sheet.ts';
import { readDistrictMonth, readMonths } from './months.ts';

const statusWords: Record<SheetStatus, string> = {
  draft: '草稿',
  signed: '已签字',
  submitted: '已报送',
  returned: '已退回',
  confirmed: '已确认',
};
const lateWords = { no: '', submit: '逾期未报送', confirm: '逾期未确认' } as const;

/** 各镇街某月考勤的情况, one line a township. */
export async function monthsSheet(deps: Deps, actor: Actor, month: Month): Promise<FileReply> {
  const { items, submitBy, confirmBy } = await readMonths(deps, actor, month);
  const sum = (of: (item: (typeof items)[number]) => number) =>
    items.reduce((total, item) => total + of(item), 0);
  const bytes = await writeSheet({
    sheetName: '各镇街考勤',
    title: `${written(month)}在村工作考勤报送情况`,
    note: `报送截止：${submitBy}    确认截止：${confirmBy}`,
    columns: [
      { heading: '序号', kind: 'number', width: 6 },
      { heading: '镇街（园区）', kind: 'text', width: 16 },
      { heading: '状态', kind: 'text', width: 10 },
      { heading: '干部（名）', kind: 'number', width: 8 },
      { heading: '未填（格）', kind: 'number', width: 8 },
      { heading: '天数不足（名）', kind: 'number', width: 10 },
      { heading: '其中未写原因', kind: 'number', width: 10 },
      { heading: '矛盾（处）', kind: 'number', width: 8 },
      { heading: '异议（名）', kind: 'number', width: 8 },
      { heading: '申请更正', kind: 'text', width: 8 },
      { heading: '报送时间', kind: 'date', width: 12 },
      { heading: '确认时间', kind: 'date', width: 12 },
      { heading: '逾期', kind: 'text', width: 12 },
    ],
    rows: items.map((item, at) => [
      at + 1,
      item.townshipName,
      statusWords[item.status],
      item.cadres,
      item.unfilled,
      item.short,
      item.shortWithoutReason,
      item.contradictions,
      item.objections,
      item.correctionAsked ? '是' : '',
      dayOf(item.submittedAt),
      item.status === 'confirmed' ? dayOf(item.confirmedAt) : null,
      lateWords[item.late],
    ]),
    totals: [
      '',
      '合计',
      '',
      sum(({ cadres }) => cadres),
      sum(({ unfilled }) => unfilled),
      sum(({ short }) => short),
      sum(({ shortWithoutReason }) => shortWithoutReason),
      sum(({ contradictions }) => contradictions),
      sum(({ objections }) => objections),
      ...['', '', '', ''],
    ],
    print: { landscape: true },
  });
  return { filename: `考勤报送情况 ${month}.xlsx`, type: xlsx, bytes };
}

/** 全区一个月的考勤, a row a post, in the order of the townships and their villages. */
export async function districtSheet(deps: Deps, month: Month): Promise<FileReply> {
  const { days, townships, rows } = await readDistrictMonth(deps, month);
  const names = new Map(townships.map(({ id, name }) => [id, name]));
  const sheet: OfficeSheet = {
    sheetName: '全区考勤',
    title: `${written(month)}在村工作考勤（全区）`,
    note: `共${rows.length}行    √在村 △半天 外因村外出 训培训 机机关 回原单位 休休息 事病年婚产陪丧探伤为请假 未未到岗 旷旷工`,
    columns: [
      { heading: '序号', kind: 'number', width: 5 },
      { heading: '镇街（园区）', kind: 'text', width: 11 },
      { heading: '村', kind: 'text', width: 13 },
      { heading: '姓名', kind: 'text', width: 8 },
      { heading: '派出单位', kind: 'text', width: 16 },
      { heading: '层级', kind: 'text', width: 6 },
      { heading: '职务', kind: 'text', width: 9 },
      ...days.map(({ day }) => ({
        heading: String(Number(day.slice(8))),
        kind: 'text' as const,
        width: 4,
      })),
      { heading: '在村', kind: 'number', width: 6 },
      { heading: '应到', kind: 'number', width: 6 },
      { heading: '差额', kind: 'number', width: 6 },
      { heading: '原因', kind: 'text', width: 14 },
    ],
    rows: rows.map((row, at) => [
      at + 1,
      names.get(row.townshipId) ?? '',
      row.villageName,
      row.cadreName,
      row.unitName,
      tierWords[row.tier].zh,
      postWords[row.post].zh,
      ...days.map(({ day }) => signOn(row, day)),
      row.inVillage,
      row.required,
      row.short,
      row.shortReason ?? '',
    ]),
    print: { landscape: true, repeatHeadings: true },
  };
  return { filename: `全区考勤 ${month}.xlsx`, type: xlsx, bytes: await writeSheet(sheet) };
}

/** A stroke where the post wasn't held. */
function signOn({ days, firstDay, lastDay }: DistrictRow, day: string): string {
  if (day < firstDay || day > lastDay) return '—';
  return signOf((days[day] as Cell | undefined) ?? null);
}

/** By the server's clock, as the office reads it. */
function dayOf(instant: string | null): string | null {
  if (instant === null) return null;
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function written(month: Month): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}
