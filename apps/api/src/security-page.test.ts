import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(resolve(root, 'docs/security.md'), 'utf8');

/** Requirements of ASVS 5.0 at levels 1 and 2: how many each section has; they are numbered from 1. */
const sections = [
  ...['1.1:2', '1.2:9', '1.3:11', '1.4:3', '1.5:2', '2.1:3', '2.2:3', '2.3:4', '2.4:1', '3.2:2'],
  ...['3.3:4', '3.4:6', '3.5:5', '3.7:2', '4.1:3', '4.2:1', '4.3:2', '4.4:4', '5.1:1', '5.2:3'],
  ...['5.3:2', '5.4:3', '6.1:3', '6.2:12', '6.3:4', '6.4:4', '6.5:5', '6.6:3', '6.8:4', '7.1:3'],
  ...['7.2:4', '7.3:2', '7.4:5', '7.5:2', '7.6:2', '8.1:2', '8.2:3', '8.3:1', '8.4:1', '9.1:3'],
  ...['9.2:4', '10.1:2', '10.2:2', '10.3:4', '10.4:11', '10.5:5', '10.6:2', '10.7:3', '11.1:2'],
  ...['11.2:3', '11.3:3', '11.4:4', '11.5:1', '11.6:1', '12.1:3', '12.2:2', '12.3:4', '13.1:1'],
  ...['13.2:5', '13.3:2', '13.4:5', '14.1:2', '14.2:4', '14.3:3', '15.1:3', '15.2:3', '15.3:7'],
  ...['16.1:1', '16.2:5', '16.3:4', '16.4:3', '16.5:3', '17.1:1', '17.2:4', '17.3:2'],
];
const numbers = sections.flatMap((text) => {
  const [section, count] = text.split(':');
  return Array.from({ length: Number(count) }, (_, at) => `${section}.${at + 1}`);
});

interface Judged {
  number: string;
  judgement: string;
  by: string;
}

const judged: Judged[] = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| .+ \| (.+) \| (.+) \|$/gm)].map(
  ([, number = '', judgement = '', by = '']) => ({ number, judgement, by }),
);

/** Of the names in code style those that are paths: addresses begin with a slash. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`([^`\s]+\.\w+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !path.startsWith('/'));

test('each requirement is judged once', () => {
  expect(numbers).toHaveLength(253);
  expect(judged.map(({ number }) => number)).toEqual(numbers);
});

test('what is met says by what, what is not says why', () => {
  for (const { number, judgement, by } of judged) {
    expect(['met', 'n/a', '**open**'], number).toContain(judgement);
    const shown = pathsIn(by).length > 0 || /this page|as above|^none$/.test(by);
    if (judgement === 'met') expect(shown || by.length > 20, number).toBe(true);
    else expect(by.length, number).toBeGreaterThan(3);
  }
});

test('the page counts as the tables do', () => {
  const of = (wanted: string) => judged.filter(({ judgement }) => judgement === wanted).length;
  expect(page).toContain(
    `Of 253: ${of('met')} met, ${of('n/a')} not applicable, ${of('**open**')} open.`,
  );
});

test('every file that the page names is there', () => {
  const named = pathsIn(page);
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
});
