import { z } from 'zod';
import type { Word } from './words.ts';

/** The vocabulary of targets (三, T1–T3). */

export const measureKinds = ['amount', 'ratio', 'count', 'yesNo', 'rank', 'relative'] as const;
export const measureDirections = ['atLeast', 'atMost', 'above', 'below'] as const;
export const measurePeriods = ['once', 'yearly'] as const;
export const measureSources = ['report', 'judgement', 'projects'] as const;
export const villageFigures = [
  'operatingIncome',
  'netIncomePerHead',
  'infrastructureInvestment',
] as const;
export const judgedRanks = ['upper', 'middle', 'lower'] as const;
export const targetStates = ['reached', 'onCourse', 'behind', 'notReported', 'notDue'] as const;
export const targetStatuses = ['draft', 'submitted', 'returned', 'confirmed'] as const;
export const targetActs = ['submit', 'withdraw', 'confirm', 'return', 'reopen'] as const;

export const measureKindSchema = z.enum(measureKinds);
export const measureDirectionSchema = z.enum(measureDirections);
export const measurePeriodSchema = z.enum(measurePeriods);
export const measureSourceSchema = z.enum(measureSources);
export const villageFigureSchema = z.enum(villageFigures);
export const judgedRankSchema = z.enum(judgedRanks);
export const targetStateSchema = z.enum(targetStates);
export const targetStatusSchema = z.enum(targetStatuses);
export const targetActSchema = z.enum(targetActs);

export type MeasureKind = z.infer<typeof measureKindSchema>;
export type MeasureDirection = z.infer<typeof measureDirectionSchema>;
export type MeasurePeriod = z.infer<typeof measurePeriodSchema>;
export type MeasureSource = z.infer<typeof measureSourceSchema>;
export type VillageFigure = z.infer<typeof villageFigureSchema>;
export type JudgedRank = z.infer<typeof judgedRankSchema>;
export type TargetState = z.infer<typeof targetStateSchema>;
export type TargetStatus = z.infer<typeof targetStatusSchema>;
export type TargetAct = z.infer<typeof targetActSchema>;

export const measureKindWords = {
  amount: { zh: '数额', en: 'Amount' },
  ratio: { zh: '比率', en: 'Ratio' },
  count: { zh: '个数', en: 'Count' },
  yesNo: { zh: '是否', en: 'Yes or no' },
  rank: { zh: '评定等次', en: 'Judged rank' },
  relative: { zh: '与镇街平均比', en: 'Against the township’s mean' },
} as const satisfies Record<MeasureKind, Word>;

export const measureDirectionWords = {
  atLeast: { zh: '不低于', en: 'At least' },
  atMost: { zh: '不高于', en: 'At most' },
  above: { zh: '高于', en: 'Above' },
  below: { zh: '低于', en: 'Below' },
} as const satisfies Record<MeasureDirection, Word>;

export const measurePeriodWords = {
  once: { zh: '任期内', en: 'Within the term' },
  yearly: { zh: '每年', en: 'Each year' },
} as const satisfies Record<MeasurePeriod, Word>;

export const measureSourceWords = {
  report: { zh: '镇街报送', en: 'Reported by the township' },
  judgement: { zh: '选派办评定', en: 'Judged by the office' },
  projects: { zh: '由项目支出得出', en: 'From what projects have spent' },
} as const satisfies Record<MeasureSource, Word>;

export const judgedRankWords = {
  upper: { zh: '上游', en: 'Upper' },
  middle: { zh: '中等以上', en: 'Middle or above' },
  lower: { zh: '中等以下', en: 'Below the middle' },
} as const satisfies Record<JudgedRank, Word>;

export const targetStateWords = {
  reached: { zh: '已完成', en: 'Reached' },
  onCourse: { zh: '正常推进', en: 'On course' },
  behind: { zh: '滞后', en: 'Behind' },
  notReported: { zh: '未报送', en: 'Not reported' },
  notDue: { zh: '未到期', en: 'Not yet due' },
} as const satisfies Record<TargetState, Word>;

export const targetStatusWords = {
  draft: { zh: '填报中', en: 'Draft' },
  submitted: { zh: '待确认', en: 'Submitted' },
  returned: { zh: '已退回', en: 'Returned' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
} as const satisfies Record<TargetStatus, Word>;

export const targetActWords = {
  submit: { zh: '报送', en: 'Submit' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  confirm: { zh: '确认', en: 'Confirm' },
  return: { zh: '退回', en: 'Return' },
  reopen: { zh: '重新开放', en: 'Reopen' },
} as const satisfies Record<TargetAct, Word>;
