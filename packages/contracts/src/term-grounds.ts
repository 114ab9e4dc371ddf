import { z } from 'zod';
import type { Word } from './words.ts';

/** What speaks for or against somebody at the end of the term (五（四）, S4). */
export const termGrounds = [
  'termExcellent',
  'termNotExcellent',
  'noTermGrade',
  'bindingMissed',
  'bindingReached',
  'findingsOpen',
] as const;
export const termGroundSchema = z.enum(termGrounds);
export type TermGround = z.infer<typeof termGroundSchema>;

export const termGroundWords = {
  termExcellent: { zh: '期满考核优秀', en: 'Excellent at the end of the term' },
  termNotExcellent: { zh: '期满考核不是优秀', en: 'Not excellent at the end of the term' },
  noTermGrade: { zh: '期满考核尚未决定', en: 'No grade at the end of the term yet' },
  bindingMissed: { zh: '约束性目标未完成', en: 'Binding targets aren’t reached' },
  bindingReached: { zh: '约束性目标没有未完成的', en: 'No binding target is missed' },
  findingsOpen: { zh: '督查问题未销号', en: 'Findings are open' },
} as const satisfies Record<TermGround, Word>;
