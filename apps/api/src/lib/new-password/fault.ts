import type { Text } from '@xuanpai/contracts/text';
import { lengthFault } from '@xuanpai/domain/password';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { pinyin } from 'pinyin-pro';
import type { Deps } from '../deps.ts';
import { rows, sql } from '../sql.ts';
import { guessedWords } from './guessed-words.ts';

/**
 * Guesses, as a power of ten, that somebody needs who knows leaked passwords, keyboards, dates and the
 * person. A thousand million: centuries at the sign-in's throttle, years at a stolen hash's price.
 */
const leastGuesses = 9;

export interface Holder {
  username: string;
  name: string;
}

/** What is wrong with a new password of somebody, or null: its length, or that it is easily guessed. */
export async function passwordFault(
  { db }: Pick<Deps, 'db'>,
  password: string,
  holder: Holder,
): Promise<Text | null> {
  const fault = lengthFault(password);
  if (fault) return fault;
  const places = await rows<{ name: string }>(
    db.pool,
    sql`SELECT name FROM region WHERE level <> 'village' LIMIT 500`,
  );
  const near = [holder.name, ...places.map(({ name }) => name)].flatMap(spellings);
  judging ??= loadJudge();
  const judge = await judging;
  const { guessesLog10, sequence } = judge.check(password.normalize('NFKC'), [
    holder.username,
    ...near,
  ]);
  return guessesLog10 >= leastGuesses ? null : easyToGuess(sequence);
}

/** 王建国 also as wangjianguo, wangjg and wjg; 郑旺镇 also without its 镇. */
function spellings(name: string): string[] {
  const short = name.replace(/(?:镇|乡|街道|区|县|市)$/, '');
  const syllables = pinyin(short, { toneType: 'none', type: 'array' });
  const initials = syllables.map(([first = '']) => first);
  const [surname = ''] = syllables;
  return [name, short, syllables.join(''), surname + initials.slice(1).join(''), initials.join('')]
    .map((word) => word.toLowerCase())
    .filter(({ length }) => length > 1);
}

let judging: Promise<ZxcvbnFactory> | undefined;

/** Loaded when the first password is set: it takes some 15 MB. */
async function loadJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...dictionary, guessed: [...guessedWords] },
    graphs: adjacencyGraphs,
    // What is looked at of a long one; the rest could only make it better.
    maxLength: 64,
    // Each more doubles the time, which all requests wait for.
    l33tMaxSubstitutions: 16,
  });
}

type Found = ReturnType<ZxcvbnFactory['check']>['sequence'][number];

const causes: Record<string, Text> = {
  person: { zh: '用户名、姓名或地名', en: 'names of the user or of places' },
  dictionary: { zh: '常见口令或常用词', en: 'usual passwords or words' },
  spatial: { zh: '键盘上相邻的键', en: 'neighbouring keys' },
  repeat: { zh: '重复的字符', en: 'repeated characters' },
  sequence: { zh: '连续的数字或字母', en: 'rows of digits or letters' },
  date: { zh: '日期或年份', en: 'dates or years' },
};

function causeOf({ pattern, ...found }: Found): string {
  if ('dictionaryName' in found && found.dictionaryName === 'userInputs') return 'person';
  return pattern === 'regex' ? 'date' : pattern;
}

/** Says what was found by its kind; the password's own parts are not repeated. */
function easyToGuess(sequence: readonly Found[]): Text {
  const kinds = [...new Set(sequence.map(causeOf))].flatMap((kind) => causes[kind] ?? []);
  const zh = kinds.length > 0 ? `：主要是${kinds.map((kind) => kind.zh).join('、')}` : '';
  const en = kinds.length > 0 ? `: mostly ${kinds.map((kind) => kind.en).join(', ')}` : '';
  return {
    zh: `这个口令容易猜到${zh}。请换成一句别人想不到的短话，或加几个不相干的词。`,
    en: `This password is easy to guess${en}. Take a short sentence that nobody thinks of, or add unrelated words.`,
  };
}
