import { holdsIdNumber } from '@xuanpai/domain/office/id-number';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseWorkbook } from '../../lib/sheet/parse-workbook.ts';
import { startTestApp, type TestApp } from '../../testing.ts';

/** The register of the sample district: 255 people as the office's own workbooks have them. */
let office: TestApp;
let batchId: string;
beforeAll(async () => {
  office = await startTestApp('demo');
  batchId = (await office.as('planner').get('/api/batches')).body.items[0].id;
});
afterAll(() => office.close());

interface Row {
  id: string;
  name: string;
}
const all = async (sort: string): Promise<Row[]> => {
  const found: Row[] = [];
  for (let page = 1; page <= 13; page += 1) {
    const query = `sort=${sort}&page=${page}&pageSize=20&batchId=${batchId}`;
    found.push(...(await office.as('planner').get(`/api/cadres?${query}`)).body.items);
  }
  return found;
};

test.each(['name', '-name', 'unit', 'rank', '-bornOn', 'joinedOn'])(
  'nobody comes twice or is lost over 13 pages by %s',
  async (sort) => {
    const found = await all(sort);
    expect(found).toHaveLength(255);
    expect(new Set(found.map(({ id }) => id)).size).toBe(255);
  },
);

test('names stand in the order of their pinyin', async () => {
  const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
  const names = (await all('name')).map(({ name }) => name.charAt(0));
  const surnames = names.filter((surname, at) => surname !== names[at - 1]);
  const expected = [...surnames].sort(collator.compare);
  // Surnames that are read otherwise than the character stand elsewhere: only those differ.
  const elsewhere = surnames.filter((surname) => !'仇单解查曾'.includes(surname));
  expect(elsewhere).toEqual(expected.filter((surname) => !'仇单解查曾'.includes(surname)));
});

test('the workbook has what the filter leaves, and no ID number in full', async () => {
  const query = `batchId=${batchId}&categories=leadingBody&sort=unit`;
  const list = await office.as('planner').get(`/api/cadres?${query}&pageSize=200`);
  const { raw } = await office.as('planner').get(`/api/cadres.xlsx?${query}`);
  const { sheets } = await parseWorkbook(raw, 'a.xlsx');
  const rows = sheets[0]?.rows.slice(3) ?? [];
  expect(rows.map((row) => row[1]?.text)).toEqual(list.body.items.map(({ name }: Row) => name));
  expect(rows.length).toBe(29);
  expect(holdsIdNumber(JSON.stringify([list.body, sheets]))).toBe(false);
});

test('the 32 poor villages and the 72 of the district are found', async () => {
  const count = async (query: string) =>
    (await office.as('leader').get(`/api/villages?batchId=${batchId}&${query}`)).body.total;
  expect(await count('poor=true')).toBe(32);
  expect(await count('tiers=district')).toBe(72);
  expect(await count('tiers=township')).toBe(111);
  expect(await count('tiers=city')).toBe(6);
});

test('友谊村 exists twice and is told apart by its township', async () => {
  const { body } = await office.as('planner').get('/api/search?q=youyicun');
  expect(new Set(body.items.map(({ detail }: { detail: string }) => detail)).size).toBe(2);
});
