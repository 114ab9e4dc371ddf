import type { ImportColumn } from './import-column.ts';

export type DayField = `d${number}`;
export type AttendanceField = 'name' | 'village' | 'unit' | DayField;

/** 1 to 31; not every month has them all. */
export const dayNumbers: readonly number[] = Array.from({ length: 31 }, (_, at) => at + 1);

export const dayField = (day: number): DayField => `d${day}`;

/** The columns of the office's monthly sheet: who, where, and a column for each day. */
export const attendanceColumns: readonly ImportColumn<AttendanceField>[] = [
  {
    field: 'village',
    label: { zh: '村', en: 'Village' },
    headings: [
      ...['村', '村名', '任职村', '所在村', '驻村', '派驻村', '选派村', '村名称', '行政村'],
      ...['村居', '村（社区）', '村(居)', '任职村（社区）', '帮扶村', '所驻村'],
    ],
  },
  {
    field: 'name',
    label: { zh: '姓名', en: 'Name' },
    headings: [
      ...['姓名', '人员姓名', '干部姓名', '选派干部', '驻村干部', '选派干部姓名', '第一书记'],
      ...['第一书记姓名', '任职干部', '人员', '名字', '考勤人员'],
    ],
    required: true,
  },
  {
    field: 'unit',
    label: { zh: '派出单位', en: 'Unit' },
    headings: ['派出单位', '单位', '工作单位', '选派单位', '所在单位', '原单位', '单位名称'],
  },
  ...dayNumbers.map((day) => ({
    field: dayField(day),
    label: { zh: `${day}日`, en: `Day ${day}` },
    headings: [String(day)],
  })),
];
