import { z } from 'zod';
import type { Word } from './words.ts';

/** 政策待遇 (四（四）) and 工作经费: the lists of benefits and their words; rules B1 to B5. */

/** B2: what two years in a row earn. */
export const benefitLevels = ['none', 'competent', 'excellent'] as const;
export const benefitLevelSchema = z.enum(benefitLevels);
export type BenefitLevel = z.infer<typeof benefitLevelSchema>;

export const benefitLevelWords = {
  none: { zh: '未达到', en: 'Not earned' },
  competent: { zh: '连续称职（合格）以上', en: 'Competent or better in a row' },
  excellent: { zh: '连续优秀', en: 'Excellent in a row' },
} as const satisfies Record<BenefitLevel, Word>;

/** How a year's grade counts for B2. */
export const yearCounts = ['excellent', 'competent', 'breaks', 'skipped', 'open'] as const;
export const yearCountSchema = z.enum(yearCounts);
export type YearCount = z.infer<typeof yearCountSchema>;

/** Why a year counts as it does. */
export const yearGrounds = [
  'graded',
  'below',
  'undetermined',
  'notAssessed',
  'leftOut',
  'unitNotRecorded',
  'noGradeYet',
  'firstPart',
  'lastPart',
  'missing',
] as const;
export const yearGroundSchema = z.enum(yearGrounds);
export type YearGround = z.infer<typeof yearGroundSchema>;

export const yearGroundWords = {
  graded: { zh: '计入', en: 'Counts' },
  below: { zh: '未达称职（合格），中断', en: 'Below competent: breaks the row' },
  undetermined: { zh: '不确定等次', en: 'Grade not determined' },
  notAssessed: { zh: '不参加考核，中断', en: 'Not assessed: breaks the row' },
  leftOut: { zh: '不在考核范围，中断', en: 'Not in the round: breaks the row' },
  unitNotRecorded: {
    zh: '派出单位所评等次不计，中断',
    en: 'The unit’s grade isn’t recorded: breaks the row',
  },
  noGradeYet: { zh: '等次尚未决定', en: 'Not decided yet' },
  firstPart: { zh: '首年不满一年，不计', en: 'First part of a year: not counted' },
  lastPart: { zh: '末年并入期满考核', en: 'Belongs to the end-of-term evaluation' },
  missing: { zh: '没有年度考核，中断', en: 'No evaluation: breaks the row' },
} as const satisfies Record<YearGround, Word>;

/** How a cadre stands: nothing earned, to be used, used, used on a ground that is gone. */
export const benefitStandings = ['none', 'open', 'used', 'groundLost'] as const;
export const benefitStandingSchema = z.enum(benefitStandings);
export type BenefitStanding = z.infer<typeof benefitStandingSchema>;

export const benefitStandingWords = {
  none: { zh: '未达到', en: 'Not earned' },
  open: { zh: '可享受', en: 'May be used' },
  used: { zh: '已享受', en: 'Used' },
  groundLost: { zh: '依据已变，待处理', en: 'Ground gone: to be dealt with' },
} as const satisfies Record<BenefitStanding, Word>;

export const competitionResults = ['pending', 'appointed', 'notAppointed'] as const;
export const competitionResultSchema = z.enum(competitionResults);
export type CompetitionResult = z.infer<typeof competitionResultSchema>;

export const competitionResultWords = {
  pending: { zh: '结果未定', en: 'Not known yet' },
  appointed: { zh: '竞争上岗成功', en: 'Appointed' },
  notAppointed: { zh: '未上岗', en: 'Not appointed' },
} as const satisfies Record<CompetitionResult, Word>;

/** B4: never to a personal account. */
export const payeeKinds = ['village', 'township', 'unit'] as const;
export const payeeKindSchema = z.enum(payeeKinds);
export type PayeeKind = z.infer<typeof payeeKindSchema>;

export const payeeKindWords = {
  village: { zh: '村集体账户', en: 'The village’s account' },
  township: { zh: '镇街财政账户', en: 'The township’s account' },
  unit: { zh: '单位账户据实列支', en: 'The unit’s account, against vouchers' },
} as const satisfies Record<PayeeKind, Word>;

export const expensePurposes = ['travel', 'office', 'training', 'villagers', 'other'] as const;
export const expensePurposeSchema = z.enum(expensePurposes);
export type ExpensePurpose = z.infer<typeof expensePurposeSchema>;

export const expensePurposeWords = {
  travel: { zh: '交通食宿', en: 'Travel and board' },
  office: { zh: '办公', en: 'Office' },
  training: { zh: '培训学习', en: 'Training' },
  villagers: { zh: '走访慰问', en: 'Calls on villagers' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<ExpensePurpose, Word>;
