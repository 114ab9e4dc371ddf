import type { Language } from '../lib/language.ts';
import { useLanguage } from '../lib/language.ts';
import { signIn as en } from './en/sign-in.ts';
import type { Texts } from './texts.ts';
import { signIn as zh } from './zh/sign-in.ts';

const texts: Record<Language, Texts<typeof zh>> = { zh, en };

/** The texts before signing in: the only ones that the first page loads. */
export function useSignInText(): Texts<typeof zh> {
  return texts[useLanguage()];
}
