import type { Template } from './measures.ts';
import data from './templates.json' with { type: 'json' };

/** 四个好 and 四个新突破 as the notice has them (T1, T2): what a batch starts from. */
export const builtInTemplates = data as (Template & { name: string })[];
