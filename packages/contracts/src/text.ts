/** A sentence for people, in both languages. */
export interface Text {
  zh: string;
  en: string;
}

export type Language = 'zh' | 'en';
