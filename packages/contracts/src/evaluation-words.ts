import { z } from 'zod';
import type { Word } from './words.ts';

/** 考核 (四（三）): the lists of evaluations and their words; rules E1 to E9. */

/** E1: each year (district cadres), and at the end of the term (both tiers). */
export const evaluationKinds = ['annual', 'term'] as const;
export const evaluationKindSchema = z.enum(evaluationKinds);
export type EvaluationKind = z.infer<typeof evaluationKindSchema>;

/** Prepared, under way, closed. */
export const roundStatuses = ['draft', 'open', 'closed'] as const;
export const roundStatusSchema = z.enum(roundStatuses);
export type RoundStatus = z.infer<typeof roundStatusSchema>;

export const roundStatusWords = {
  draft: { zh: '准备', en: 'In preparation' },
  open: { zh: '进行中', en: 'Under way' },
  closed: { zh: '已办结', en: 'Closed' },
} as const satisfies Record<RoundStatus, Word>;

/** E3: evaluated in the round, assessed by the sending unit (too short in post), or not at all. */
export const evaluationStandings = ['evaluated', 'byUnit', 'leftOut'] as const;
export const evaluationStandingSchema = z.enum(evaluationStandings);
export type EvaluationStanding = z.infer<typeof evaluationStandingSchema>;

export const evaluationStandingWords = {
  evaluated: { zh: '参加考核', en: 'Evaluated' },
  byUnit: { zh: '由派出单位考核', en: 'Assessed by the sending unit' },
  leftOut: { zh: '不在本次考核范围', en: 'Not in this round' },
} as const satisfies Record<EvaluationStanding, Word>;

/** E3: which four grades, by the staffing type. */
export const gradeSets = ['civilServant', 'institution'] as const;
export const gradeSetSchema = z.enum(gradeSets);
export type GradeSet = z.infer<typeof gradeSetSchema>;

export const grades = [
  'excellent',
  'competent',
  'basicallyCompetent',
  'incompetent',
  'qualified',
  'basicallyQualified',
  'unqualified',
  'undetermined',
  'notAssessed',
] as const;
export const gradeSchema = z.enum(grades);
export type Grade = z.infer<typeof gradeSchema>;

export const gradeWords = {
  excellent: { zh: '优秀', en: 'Excellent' },
  competent: { zh: '称职', en: 'Competent' },
  basicallyCompetent: { zh: '基本称职', en: 'Basically competent' },
  incompetent: { zh: '不称职', en: 'Not competent' },
  qualified: { zh: '合格', en: 'Qualified' },
  basicallyQualified: { zh: '基本合格', en: 'Basically qualified' },
  unqualified: { zh: '不合格', en: 'Not qualified' },
  undetermined: { zh: '不确定等次', en: 'Grade not determined' },
  notAssessed: { zh: '不参加考核', en: 'Not assessed' },
} as const satisfies Record<Grade, Word>;

/** E6, in their order; a round may leave some out. */
export const evaluationSteps = [
  'ownReport',
  'visit',
  'opinions',
  'discipline',
  'proposal',
  'meeting',
  'publicNotice',
  'decision',
  'told',
  'form',
  'file',
] as const;
export const evaluationStepSchema = z.enum(evaluationSteps);
export type EvaluationStep = z.infer<typeof evaluationStepSchema>;

/** How far one person is: what is entered, proposed, checked by another, decided. */
export const evaluationStates = ['entering', 'proposed', 'checked', 'decided'] as const;
export const evaluationStateSchema = z.enum(evaluationStates);
export type EvaluationState = z.infer<typeof evaluationStateSchema>;

export const evaluationStateWords = {
  entering: { zh: '录入中', en: 'Being entered' },
  proposed: { zh: '已提建议', en: 'Proposed' },
  checked: { zh: '已审核', en: 'Checked' },
  decided: { zh: '已决定', en: 'Decided' },
} as const satisfies Record<EvaluationState, Word>;

/** E2: who votes and speaks, by group; never by name. */
export const voterGroups = [
  'villageCommittees',
  'partyMembers',
  'representatives',
  'townshipCadres',
] as const;
export const voterGroupSchema = z.enum(voterGroups);
export type VoterGroup = z.infer<typeof voterGroupSchema>;

export const voterGroupWords = {
  villageCommittees: { zh: '村“两委”成员', en: 'Village committees' },
  partyMembers: { zh: '党员', en: 'Party members' },
  representatives: { zh: '村民代表', en: 'Villagers’ representatives' },
  townshipCadres: { zh: '镇街干部', en: 'Township cadres' },
} as const satisfies Record<VoterGroup, Word>;

/** E8: the own unit, kin, own interest step back; a home village is a warning. */
export const tieKinds = ['unit', 'relative', 'interest', 'home'] as const;
export const tieKindSchema = z.enum(tieKinds);
export type TieKind = z.infer<typeof tieKindSchema>;

export const tieKindWords = {
  unit: { zh: '本单位', en: 'Own unit' },
  relative: { zh: '亲属', en: 'Kin' },
  interest: { zh: '本人利害关系', en: 'Own interest' },
  home: { zh: '家在本村', en: 'Home village' },
} as const satisfies Record<TieKind, Word>;

/** What is on a person's record in the period, with its document. */
export const honourKinds = ['commendation', 'discipline'] as const;
export const honourKindSchema = z.enum(honourKinds);
export type HonourKind = z.infer<typeof honourKindSchema>;

export const honourKindWords = {
  commendation: { zh: '表彰奖励', en: 'Commendation' },
  discipline: { zh: '违纪违法、处分处理', en: 'Disciplinary matter' },
} as const satisfies Record<HonourKind, Word>;

/** E9: what a score is made of, where a batch adopted weights. */
export const scoreParts = ['visit', 'ballots', 'results', 'attendance'] as const;
export const scorePartSchema = z.enum(scoreParts);
export type ScorePart = z.infer<typeof scorePartSchema>;

export const scoreOfPartWords = {
  visit: { zh: '座谈', en: 'Visit' },
  ballots: { zh: '测评', en: 'Ballots' },
  results: { zh: '实绩', en: 'Results' },
  attendance: { zh: '考勤', en: 'Attendance' },
} as const satisfies Record<ScorePart, Word>;
