import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { declaredEndpoints } from '../access/declared.ts';
import { documentOf, namesIn } from './document.ts';
import { notPersonal, personalFields, soundsPersonal } from './fields.ts';

const endpoints = await declaredEndpoints();
const names = new Set(
  endpoints.flatMap(({ body, query, reply }) => [
    ...namesIn(body, 'input'),
    ...namesIn(query, 'input'),
    ...namesIn(reply, 'output'),
  ]),
);
const listed = personalFields.flatMap((field) => field.names);

test('a field that sounds personal is on the page, or said not to be', () => {
  const unsaid = [...names].filter(
    (name) => soundsPersonal.test(name) && !listed.includes(name) && !notPersonal.has(name),
  );
  expect(unsaid).toEqual([]);
});

test('nothing is listed that no endpoint has', () => {
  expect([...listed, ...notPersonal].filter((name) => !names.has(name))).toEqual([]);
});

test('docs/personal-data.md is the table as it is', async () => {
  const docs = resolve(import.meta.dirname, '../../../../docs');
  const access = readFileSync(resolve(docs, 'access.md'), 'utf8');
  const page = resolve(docs, 'personal-data.md');
  await expect(documentOf(endpoints, access)).toMatchFileSnapshot(page);
});
