import { z } from 'zod';
import type { Word } from './words.ts';

/** What a day, or half of one, was (M6, in its order). Empty is 未填 and no mark. */
export const marks = [
  'village',
  'errand',
  'training',
  'office',
  'homeUnit',
  'rest',
  'personalLeave',
  'sickLeave',
  'annualLeave',
  'marriageLeave',
  'maternityLeave',
  'paternityLeave',
  'bereavementLeave',
  'familyLeave',
  'injuryLeave',
  'unaccounted',
  'absent',
] as const;
export const markSchema = z.enum(marks);
export type Mark = z.infer<typeof markSchema>;

export const leaveKinds = [
  'personalLeave',
  'sickLeave',
  'annualLeave',
  'marriageLeave',
  'maternityLeave',
  'paternityLeave',
  'bereavementLeave',
  'familyLeave',
  'injuryLeave',
] as const satisfies readonly Mark[];
export const leaveKindSchema = z.enum(leaveKinds);
export type LeaveKind = z.infer<typeof leaveKindSchema>;

interface MarkWord extends Word {
  /** As it stands in a cell, one character. */
  sign: string;
  /** The key that types it. */
  key: string;
}

/** `usual`: what offices write in their workbooks instead. */
export const markWords = {
  village: {
    zh: '在村',
    en: 'In the village',
    sign: '√',
    key: 'V',
    usual: ['✓', '✔', '☑', '勾', '出勤', '到岗', '驻村', '在岗', '村', 'v', '1'],
  },
  errand: {
    zh: '因村外出',
    en: 'Away for the village',
    sign: '外',
    key: 'W',
    usual: ['外出', '公差', '公出', '出差', '差', '因公外出', '⊙'],
  },
  training: { zh: '培训', en: 'Training', sign: '训', key: 'P', usual: ['学习', '培', '学'] },
  office: {
    zh: '机关',
    en: 'At the office',
    sign: '机',
    key: 'J',
    usual: ['镇机关', '在机关', '机关工作', '办', '坐班'],
  },
  homeUnit: {
    zh: '回原单位',
    en: 'Back at the home unit',
    sign: '回',
    key: 'H',
    usual: ['原单位', '单位', '回单位'],
  },
  rest: {
    zh: '休息日',
    en: 'Rest day',
    sign: '休',
    key: 'X',
    usual: ['公休', '休息', '周末', '节', '假日', '节假日', '双休'],
  },
  personalLeave: { zh: '事假', en: 'Personal leave', sign: '事', key: 'S', usual: ['○'] },
  sickLeave: { zh: '病假', en: 'Sick leave', sign: '病', key: 'B', usual: ['＋', '+'] },
  annualLeave: {
    zh: '年休假',
    en: 'Annual leave',
    sign: '年',
    key: 'N',
    usual: ['年假', '年休', '公休假', '带薪假', '带薪年休假'],
  },
  marriageLeave: { zh: '婚假', en: 'Marriage leave', sign: '婚', key: 'U' },
  maternityLeave: { zh: '产假', en: 'Maternity leave', sign: '产', key: 'C' },
  paternityLeave: {
    zh: '陪产假',
    en: 'Paternity leave',
    sign: '陪',
    key: 'E',
    usual: ['护理假', '护', '陪护假', '陪护'],
  },
  bereavementLeave: { zh: '丧假', en: 'Bereavement leave', sign: '丧', key: 'Q' },
  familyLeave: { zh: '探亲假', en: 'Home leave', sign: '探', key: 'T', usual: ['探亲'] },
  injuryLeave: {
    zh: '工伤',
    en: 'Work injury',
    sign: '伤',
    key: 'G',
    usual: ['工伤假', '公伤'],
  },
  unaccounted: {
    zh: '未到岗',
    en: 'Not there, reason open',
    sign: '未',
    key: 'D',
    usual: ['缺', '缺勤', '缺岗', '空岗'],
  },
  absent: { zh: '旷工', en: 'Absent', sign: '旷', key: '', usual: ['×', '✗', '✕', 'x', '旷'] },
} as const satisfies Record<Mark, MarkWord>;

/** Half a day in the village, the other half not said: the sign △ of paper sheets. */
export const halfSign = '△';
export const halfKey = 'A';

/**
 * A cell: `village` for the whole day, `village/office` for its halves, and `none` for a half that
 * isn't said (`village/none` is △).
 */
export const cellSchema = z
  .string()
  .regex(/^[a-zA-Z]+(\/[a-zA-Z]+)?$/)
  .refine((text) => halvesOf(text) !== null)
  .brand<'Cell'>();
export type Cell = z.infer<typeof cellSchema>;

export type Half = Mark | 'none';

/** The two halves of a cell's text; null where it is none. */
export function halvesOf(text: string): readonly [Half, Half] | null {
  const parts = text.split('/');
  const [first, second = first] = parts;
  if (parts.length > 2 || !isHalf(first) || !isHalf(second)) return null;
  // A whole day is written once, and at least half of it says something.
  if (first === second && (parts.length === 2 || first === 'none')) return null;
  return [first, second];
}

const halves: ReadonlySet<string> = new Set<string>([...marks, 'none']);

function isHalf(text: string | undefined): text is Half {
  return text !== undefined && halves.has(text);
}

/** The cell of two halves; null when both are `none`. */
export function cellOf(first: Half, second: Half = first): Cell | null {
  if (first === second) return first === 'none' ? null : (first as string as Cell);
  return `${first}/${second}` as Cell;
}
