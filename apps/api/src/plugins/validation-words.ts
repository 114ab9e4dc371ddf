import type { Text } from '@xuanpai/contracts/text';
import { z } from 'zod';

type Issue = z.core.$ZodIssue;

const fallback = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** What is wrong with a value, in words for who typed it. */
export function wordsOf(issue: Issue): Text {
  if (isMissing(issue)) return { zh: '请填写这一项。', en: 'Please fill this in.' };
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? { zh: '格式不对。', en: 'This has the wrong form.' };
    case 'too_small':
      return bound(issue.origin, 'least', Number(issue.minimum));
    case 'too_big':
      return bound(issue.origin, 'most', Number(issue.maximum));
    case 'invalid_format':
      return formats[issue.format] ?? { zh: '格式不对。', en: 'This has the wrong form.' };
    case 'invalid_value': {
      const values = issue.values.map(String);
      return {
        zh: `只能是：${values.join('、')}。`,
        en: `This can only be: ${values.join(', ')}.`,
      };
    }
    case 'unrecognized_keys':
      return { zh: '没有这一项。', en: 'There is no such field.' };
    default:
      return { zh: textOf(fallback.zh, issue), en: textOf(fallback.en, issue) };
  }
}

function isMissing(issue: Issue) {
  if (issue.code === 'invalid_type') return issue.input === undefined;
  return issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1;
}

const kinds: Partial<Record<string, Text>> = {
  number: { zh: '请填数字。', en: 'Please give a number.' },
  int: { zh: '请填整数。', en: 'Please give a whole number.' },
  string: { zh: '请填文字。', en: 'Please give text.' },
  boolean: { zh: '只能是“是”或“否”。', en: 'This can only be yes or no.' },
  array: { zh: '应为一个列表。', en: 'This should be a list.' },
  object: { zh: '应为一组内容。', en: 'This should be a set of fields.' },
};

const formats: Partial<Record<string, Text>> = {
  date: {
    zh: '日期应像 2015-06-01，且确有这一天。',
    en: 'A date looks like 2015-06-01, and exists.',
  },
  uuid: { zh: '编号格式不对。', en: 'This is no identifier.' },
  url: { zh: '网址格式不对。', en: 'This is no address.' },
};

function bound(origin: string, side: 'least' | 'most', value: number): Text {
  const [zh, en] = side === 'least' ? ['至少', 'at least'] : ['最多', 'at most'];
  switch (origin) {
    case 'string':
      return { zh: `${zh}${value}个字符。`, en: `This has ${en} ${value} characters.` };
    case 'array':
      return { zh: `${zh}${value}项。`, en: `This has ${en} ${value} entries.` };
    default: {
      const compared = side === 'least' ? '不能小于' : '不能大于';
      return { zh: `${compared}${value}。`, en: `This is ${en} ${value}.` };
    }
  }
}

function textOf(locale: typeof fallback.en, issue: Issue): string {
  const message = locale(issue as z.core.$ZodRawIssue);
  return typeof message === 'string' ? message : (message?.message ?? '');
}
