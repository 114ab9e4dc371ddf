import { z } from 'zod';
import type { Word } from './words.ts';

export const exampleKinds = ['point', 'case'] as const;
export const exampleKindSchema = z.enum(exampleKinds);
export type ExampleKind = z.infer<typeof exampleKindSchema>;

export const exampleKindWords = {
  point: { zh: '示范点', en: 'Demonstration point' },
  case: { zh: '典型案例', en: 'Exemplary case' },
} as const satisfies Record<ExampleKind, Word>;

export const exampleStates = ['draft', 'submitted', 'returned', 'released', 'withdrawn'] as const;
export const exampleStateSchema = z.enum(exampleStates);
export type ExampleState = z.infer<typeof exampleStateSchema>;

export const exampleStateWords = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已报送', en: 'Submitted' },
  returned: { zh: '已退回', en: 'Returned' },
  released: { zh: '已发布', en: 'Released' },
  withdrawn: { zh: '已撤下', en: 'Withdrawn' },
} as const satisfies Record<ExampleState, Word>;
