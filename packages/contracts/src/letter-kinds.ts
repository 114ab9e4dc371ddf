import { z } from 'zod';
import type { Word } from './words.ts';

/** Letters that the organisation department makes of what is issued. */
export const letterKinds = [
  'unitNotice',
  'townshipNotice',
  'introduction',
  'membership',
  'membershipReturn',
  'annex',
] as const;
export const letterKindSchema = z.enum(letterKinds);
export type LetterKind = z.infer<typeof letterKindSchema>;

export const letterKindWords = {
  unitNotice: { zh: '任职通知（派出单位）', en: 'Notice to a unit' },
  townshipNotice: { zh: '任职通知（镇街）', en: 'Notice to a township' },
  introduction: { zh: '介绍信', en: 'Letter of introduction' },
  membership: { zh: '党员组织关系介绍信', en: 'Introduction of Party membership' },
  membershipReturn: { zh: '党员组织关系转回介绍信', en: 'Return of Party membership' },
  annex: { zh: '名册附件', en: 'Annex: the whole list' },
} as const satisfies Record<LetterKind, Word>;

/** Where a value comes from, and so where it is filled in. */
export const letterSources = ['cadre', 'unit', 'township', 'assignment', 'membership'] as const;
export const letterSourceSchema = z.enum(letterSources);
export type LetterSource = z.infer<typeof letterSourceSchema>;

/** Which kinds say that a membership moves, and which way. */
export function membershipDirectionOf(kind: LetterKind): 'out' | 'back' | null {
  if (kind === 'membership') return 'out';
  return kind === 'membershipReturn' ? 'back' : null;
}
