import { z } from 'zod';
import type { EvaluationStep } from './evaluation-words.ts';
import type { Word } from './words.ts';

/** E6, E7: from the entry of a grade to the file: lists and their words. */

export const evaluationStepWords = {
  ownReport: { zh: '个人述职', en: 'Own report' },
  visit: { zh: '到村考核', en: 'Visit' },
  opinions: { zh: '镇街和单位意见', en: 'Opinions of township and unit' },
  discipline: { zh: '纪检意见', en: 'Opinion of discipline inspection' },
  proposal: { zh: '提出等次', en: 'Proposal' },
  meeting: { zh: '会议研究', en: 'Meeting' },
  publicNotice: { zh: '优秀公示', en: 'Public notice' },
  decision: { zh: '确定等次', en: 'Decision' },
  told: { zh: '告知签字', en: 'Told and signed' },
  form: { zh: '年度考核登记表', en: 'Evaluation form' },
  file: { zh: '归入档案', en: 'File' },
} as const satisfies Record<EvaluationStep, Word>;

/** What is written down of a person on the way; a correction is a further record. */
export const recordKinds = [
  'ownReport',
  'townshipOpinion',
  'unitOpinion',
  'committeeOpinion',
  'discipline',
  'check',
  'return',
  'meeting',
  'form',
  'file',
] as const;
export const recordKindSchema = z.enum(recordKinds);
export type RecordKind = z.infer<typeof recordKindSchema>;

export const recordKindWords = {
  ownReport: { zh: '个人述职', en: 'Own report' },
  townshipOpinion: { zh: '镇街党（工）委意见', en: 'Township’s opinion' },
  unitOpinion: { zh: '派出单位意见', en: 'Sending unit’s opinion' },
  committeeOpinion: { zh: '派出单位党（工）委意见', en: 'Sending Party committee’s opinion' },
  discipline: { zh: '纪检机关意见', en: 'Discipline inspection’s opinion' },
  check: { zh: '审核', en: 'Checked' },
  return: { zh: '退回', en: 'Returned' },
  meeting: { zh: '会议研究', en: 'Meeting' },
  form: { zh: '填制登记表', en: 'Form filled in' },
  file: { zh: '归入档案', en: 'Put on file' },
} as const satisfies Record<RecordKind, Word>;

/** What somebody may do on the way; who and when is in domain/evaluation/steps. */
export const stepActs = [
  'ownReport',
  'townshipOpinion',
  'unitOpinion',
  'committeeOpinion',
  'discipline',
  'check',
  'return',
  'meeting',
  'notice',
  'decide',
  'tell',
  'form',
  'file',
  'feedback',
  'ask',
] as const;
export const stepActSchema = z.enum(stepActs);
export type StepAct = z.infer<typeof stepActSchema>;

/** E5: what the person said on being told. */
export const signatureManners = ['agreed', 'objected', 'refused'] as const;
export const signatureMannerSchema = z.enum(signatureManners);
export type SignatureManner = z.infer<typeof signatureMannerSchema>;

export const signatureMannerWords = {
  agreed: { zh: '同意', en: 'Agreed' },
  objected: { zh: '有异议', en: 'Objected' },
  refused: { zh: '拒签', en: 'Refused to sign' },
} as const satisfies Record<SignatureManner, Word>;

/** E5: to whom a grade is fed back. */
export const feedbackRecipients = ['unit', 'superior', 'organisation'] as const;
export const feedbackRecipientSchema = z.enum(feedbackRecipients);
export type FeedbackRecipient = z.infer<typeof feedbackRecipientSchema>;

export const feedbackRecipientWords = {
  unit: { zh: '派出单位', en: 'Sending unit' },
  superior: { zh: '上级主管部门', en: 'The unit’s superior' },
  organisation: { zh: '区委组织部', en: 'District organisation department' },
} as const satisfies Record<FeedbackRecipient, Word>;

/** E7. */
export const gradeCaseKinds = ['review', 'appeal', 'objection'] as const;
export const gradeCaseKindSchema = z.enum(gradeCaseKinds);
export type GradeCaseKind = z.infer<typeof gradeCaseKindSchema>;

export const gradeCaseKindWords = {
  review: { zh: '复核', en: 'Review' },
  appeal: { zh: '申诉', en: 'Appeal' },
  objection: { zh: '异议', en: 'Objection' },
} as const satisfies Record<GradeCaseKind, Word>;

export const gradeCaseResults = ['kept', 'changed', 'withdrawn'] as const;
export const gradeCaseResultSchema = z.enum(gradeCaseResults);
export type GradeCaseResult = z.infer<typeof gradeCaseResultSchema>;

export const gradeCaseResultWords = {
  kept: { zh: '维持', en: 'Kept' },
  changed: { zh: '改变等次', en: 'Changed' },
  withdrawn: { zh: '本人撤回', en: 'Withdrawn' },
} as const satisfies Record<GradeCaseResult, Word>;

/** Where a grade comes from: the decision, or what followed. */
export const gradeSources = ['decision', ...gradeCaseKinds] as const;
export const gradeSourceSchema = z.enum(gradeSources);
export type GradeSource = z.infer<typeof gradeSourceSchema>;

export const gradeSourceWords = {
  decision: { zh: '决定', en: 'Decision' },
  ...gradeCaseKindWords,
} as const satisfies Record<GradeSource, Word>;

/** What became of an objection to a public notice. */
export const noticeAnswers = ['unfounded', 'upheld'] as const;
export const noticeAnswerSchema = z.enum(noticeAnswers);
export type NoticeAnswer = z.infer<typeof noticeAnswerSchema>;

export const noticeAnswerWords = {
  unfounded: { zh: '不成立', en: 'Unfounded' },
  upheld: { zh: '成立', en: 'Upheld' },
} as const satisfies Record<NoticeAnswer, Word>;

/** What stands on a grade and is made again when it changes. */
export const followUps = ['told', 'form', 'file', 'feedback', 'letters', 'benefits'] as const;
export const followUpSchema = z.enum(followUps);
export type FollowUp = z.infer<typeof followUpSchema>;

export const followUpWords = {
  told: { zh: '告知签字', en: 'Telling and signature' },
  form: { zh: '登记表', en: 'Form' },
  file: { zh: '归档', en: 'File' },
  feedback: { zh: '反馈', en: 'Feedback' },
  letters: { zh: '文书', en: 'Letters' },
  benefits: { zh: '政策待遇', en: 'Benefits' },
} as const satisfies Record<FollowUp, Word>;
