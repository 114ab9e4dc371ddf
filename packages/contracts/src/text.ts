import { z } from 'zod';

/** A sentence for people, in both languages. */
export const textSchema = z.object({ zh: z.string(), en: z.string() });
export type Text = z.infer<typeof textSchema>;

export type Language = 'zh' | 'en';
