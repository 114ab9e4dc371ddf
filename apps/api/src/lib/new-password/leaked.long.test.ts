import { dictionary } from '@zxcvbn-ts/language-common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import { passwordFault } from './fault.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
});
afterAll(() => office.close());

/** The passwords that leaked most often, elsewhere; most frequent first. */
const leaked = dictionary['passwords-common'].map(String);

test('no leaked password that is long enough counts', async () => {
  const long = leaked.filter(({ length }) => length >= 10);
  expect(long.length).toBeGreaterThan(1500);
  expect(await taken(long)).toEqual([]);
});

test('nor do the first three thousand of those that are shorter, with an ending that people add', async () => {
  const short = leaked.filter(({ length }) => length >= 7 && length < 10).slice(0, 3000);
  expect(await taken(short.map((word) => `${word}${word.length < 8 ? '123' : '2015'}`))).toEqual(
    [],
  );
});

const holder = { username: 'wjg1984', name: '王建国' };

async function taken(passwords: readonly string[]): Promise<string[]> {
  const good: string[] = [];
  for (const password of passwords)
    if ((await passwordFault(office.deps, password, holder)) === null) good.push(password);
  return good;
}
