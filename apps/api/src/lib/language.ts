import type { Language } from '@xuanpai/contracts/text';

/** What the reader wants by `Accept-Language`: Chinese, unless English is wanted more. */
export function languageOf(header: string | undefined): Language {
  const weights = { zh: 0, en: 0 };
  for (const part of (header ?? '').split(',')) {
    const [, tag = '', weight = '1'] = /^\s*(zh|en)\b[^;]*(?:;\s*q=([\d.]+))?/i.exec(part) ?? [];
    const language = tag.toLowerCase();
    if (language === 'zh' || language === 'en') {
      weights[language] = Math.max(weights[language], Number(weight));
    }
  }
  return weights.en > weights.zh ? 'en' : 'zh';
}
