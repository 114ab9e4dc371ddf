import { remember, remembered } from './remember.ts';
import { createStore, useStore } from './store.ts';

export type Language = 'zh' | 'en';

const language = createStore<Language>(remembered('language') === 'en' ? 'en' : 'zh');

export function currentLanguage(): Language {
  return language.get();
}

export function useLanguage(): Language {
  return useStore(language);
}

/** Tells the browser, for hyphenation and screen readers. */
export function markLanguage(): void {
  document.documentElement.lang = language.get() === 'zh' ? 'zh-CN' : 'en';
}

export function setLanguage(next: Language): void {
  remember('language', next);
  language.set(next);
  markLanguage();
}
