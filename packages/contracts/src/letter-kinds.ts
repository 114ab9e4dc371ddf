import { z } from 'zod';
import type { Word } from './words.ts';

/** Letters of posts that are issued. */
export const postLetterKinds = [
  'unitNotice',
  'townshipNotice',
  'introduction',
  'membership',
  'membershipReturn',
  'annex',
] as const;
export type PostLetterKind = (typeof postLetterKinds)[number];

/** Letters and forms of a round of evaluation, about grades that are decided (E4, E5). */
export const roundLetterKinds = [
  'annualForm',
  'gradeNotice',
  'feedbackUnit',
  'feedbackSuperior',
  'feedbackOrganisation',
  'quotaStatement',
] as const;
export const roundLetterKindSchema = z.enum(roundLetterKinds);
export type RoundLetterKind = z.infer<typeof roundLetterKindSchema>;

/** Letters that the organisation department makes. */
export const letterKinds = [...postLetterKinds, ...roundLetterKinds] as const;
export const letterKindSchema = z.enum(letterKinds);
export type LetterKind = z.infer<typeof letterKindSchema>;

export const letterKindWords = {
  unitNotice: { zh: '任职通知（派出单位）', en: 'Notice to a unit' },
  townshipNotice: { zh: '任职通知（镇街）', en: 'Notice to a township' },
  introduction: { zh: '介绍信', en: 'Letter of introduction' },
  membership: { zh: '党员组织关系介绍信', en: 'Introduction of Party membership' },
  membershipReturn: { zh: '党员组织关系转回介绍信', en: 'Return of Party membership' },
  annex: { zh: '名册附件', en: 'Annex: the whole list' },
  annualForm: { zh: '考核登记表', en: 'Evaluation form' },
  gradeNotice: { zh: '考核结果告知书', en: 'Notice of a grade' },
  feedbackUnit: { zh: '考核结果反馈（派出单位）', en: 'Feedback to a unit' },
  feedbackSuperior: { zh: '考核结果反馈（上级主管部门）', en: 'Feedback to a unit’s superior' },
  feedbackOrganisation: {
    zh: '考核结果反馈（区委组织部）',
    en: 'Feedback to the organisation department',
  },
  quotaStatement: { zh: '优秀等次单列说明', en: 'Statement: outside the unit’s quota' },
} as const satisfies Record<LetterKind, Word>;

/** Where a value comes from, and so where it is filled in. */
export const letterSources = ['cadre', 'unit', 'township', 'assignment', 'membership'] as const;
export const letterSourceSchema = z.enum(letterSources);
export type LetterSource = z.infer<typeof letterSourceSchema>;

export function isRoundLetter(kind: LetterKind): kind is RoundLetterKind {
  return (roundLetterKinds as readonly LetterKind[]).includes(kind);
}

/** Whose letters of a kind are to make and to void: of posts the department's, about grades the office's too. */
export function makesLetters(kind: LetterKind) {
  return isRoundLetter(kind) ? 'letters.grades' : 'letters.posts';
}

/** Which kinds say that a membership moves, and which way. */
export function membershipDirectionOf(kind: LetterKind): 'out' | 'back' | null {
  if (kind === 'membership') return 'out';
  return kind === 'membershipReturn' ? 'back' : null;
}
