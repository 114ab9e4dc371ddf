import { expect, test } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh-cn.ts';

function leaves(value: object, path = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? leaves(inner, `${path}${key}.`)
      : [[path + key, inner] as [string, unknown]],
  );
}

test('both dictionaries have the same entries, of the same kind', () => {
  const kinds = (texts: object) => leaves(texts).map(([path, text]) => `${path} ${typeof text}`);
  expect(kinds(en).sort()).toEqual(kinds(zh).sort());
});

test('no entry is empty, and none of the English ones is Chinese', () => {
  for (const [path, text] of [...leaves(zh), ...leaves(en)]) expect(text, path).not.toBe('');
  const chinese = leaves(en).filter(
    ([, text]) => typeof text === 'string' && /\p{Script=Han}/u.test(text),
  );
  // The switch to the other language is written in it; documents are titled and numbered in Chinese.
  expect(chinese.map(([path]) => path).sort()).toEqual([
    'publication.documentHint',
    'publication.meetingHint',
    'publication.minutesHint',
    'signIn.languageSwitch',
    'workRules.bodyHint',
    'workRules.numberHint',
    'workRules.usualTitle',
  ]);
});

test('Chinese sentences have full-width punctuation', () => {
  const half = leaves(zh).filter(
    ([, text]) => typeof text === 'string' && /\p{Script=Han}[,;:?!]/u.test(text),
  );
  expect(half).toEqual([]);
});
