import type { Language } from '../lib/language.ts';
import { currentLanguage } from '../lib/language.ts';
import { createStore, useStore } from '../lib/store.ts';
import type { Dictionary } from './zh-cn.ts';

const loaders: Record<Language, () => Promise<Dictionary>> = {
  zh: () => import('./zh-cn.ts').then((module) => module.zh),
  en: () => import('./en.ts').then((module) => module.en),
};

const dictionary = createStore<Dictionary | null>(null);

/** Loads the words of the page's language; the shell waits for it. */
export async function loadDictionary(): Promise<void> {
  const language = currentLanguage();
  const loaded = await loaders[language]();
  if (language === currentLanguage()) dictionary.set(loaded);
}

/** All texts of the pages behind the sign-in: `const text = useText()`, `text.villages.title(189)`. */
export function useText(): Dictionary {
  const loaded = useStore(dictionary);
  if (loaded === null) throw new Error('The dictionary is not loaded yet');
  return loaded;
}
