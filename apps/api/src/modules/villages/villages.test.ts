import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseWorkbook } from '../../lib/sheet/parse-workbook.ts';
import { day } from '../../testing.ts';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
  const cadre = await addCadre(district.office, district.units.区财政局, { name: '卢波军' });
  await addAssignment(district, cadre, district.villages.养马庄村);
});
afterAll(() => district.office.close());

const as = (username: string | null) => district.office.as(username);
const names = (reply: { body: { items: { name: string }[] } }) =>
  reply.body.items.map(({ name }) => name);
const inBatch = (filter: string) => `/api/villages?batchId=${district.batchId}&${filter}`;

describe('who sees which villages', () => {
  const all = ['养马庄村', '前杨墩村', '大尤家村', '友谊村'];
  test.each([
    ['planner', all],
    ['office', all],
    ['inspector', all],
    ['leader', all],
    ['officer', ['大尤家村', '友谊村']],
    ['head', ['大尤家村', '友谊村']],
    ['officer2', ['养马庄村', '前杨墩村']],
    ['liaison', ['养马庄村']],
    ['evaluator', []],
  ])('%s: %j, in the list, one by one and in the workbook', async (username, expected) => {
    const list = await as(username).get('/api/villages');
    expect([list.status, names(list)]).toEqual([200, expected]);
    expect(list.body.total).toBe(expected.length);
    for (const [name, id] of Object.entries(district.villages)) {
      const one = await as(username).get(`/api/villages/${id}`);
      expect([name, one.status]).toEqual([name, expected.includes(name) ? 200 : 404]);
    }
    const sheet = await as(username).get('/api/villages.xlsx');
    const { sheets } = await parseWorkbook(sheet.raw, 'a.xlsx');
    expect(sheets[0]?.rows.slice(3).map((row) => row[2]?.text)).toEqual(expected);
  });

  test.each([
    ['admin', 403],
    ['auditor', 403],
    [null, 401],
  ])('%s sees none at all', async (username, status) => {
    expect((await as(username).get('/api/villages')).status).toBe(status);
    const one = await as(username).get(`/api/villages/${district.villages.友谊村}`);
    expect(one.status).toBe(status);
  });
});

describe('finding villages', () => {
  test.each([
    ['友谊', ['友谊村']],
    ['youyi', ['友谊村']],
    ['YYC', ['友谊村']],
    ['ｙｙｃ', ['友谊村']],
    ['371312108201', ['大尤家村']],
    ['３７１３１２１０８２０１', ['大尤家村']],
    ['大 尤家', ['大尤家村']],
    ['村 yang', ['养马庄村', '前杨墩村']],
    ['%', []],
    ['_', []],
    ["'; drop table village; --", []],
  ])('by %s', async (q, expected) => {
    expect(names(await as('planner').get(`/api/villages?q=${encodeURIComponent(q)}`))).toEqual(
      expected,
    );
  });

  test('by township', async () => {
    const reply = await as('planner').get(`/api/villages?townshipIds=${district.townships.郑旺镇}`);
    expect(names(reply)).toEqual(['大尤家村', '友谊村']);
  });

  test('by what they are in the batch: 30,000 yuan is poor, a yuan-cent more is not', async () => {
    expect(names(await as('planner').get(inBatch('poor=true')))).toEqual(['大尤家村']);
    expect(names(await as('planner').get(inBatch('tiers=district')))).toEqual(['大尤家村']);
    expect(names(await as('planner').get(inBatch('tiers=township')))).toEqual([
      '养马庄村',
      '友谊村',
    ]);
    expect(names(await as('planner').get(inBatch('kinds=weakLax')))).toEqual([]);
  });

  test('a village without kind or known income has no tier yet', async () => {
    const { body } = await as('planner').get(inBatch(`q=${encodeURIComponent('前杨墩')}`));
    expect(body.items[0].batch).toMatchObject({ tier: null, poor: false, kinds: [] });
  });

  test('a village that nobody described to the batch is listed, its tier open', async () => {
    const { prisma } = district.office.db;
    const batch = await prisma.batch.create({
      data: {
        name: '第三批',
        date: toDate(day('2017-04-01')),
        startsOn: toDate(day('2017-06-01')),
        endsOn: toDate(day('2019-05-31')),
      },
    });
    const reply = await as('planner').get(`/api/villages?batchId=${batch.id}&poor=true`);
    expect(names(reply)).toEqual(['大尤家村']);
    expect(reply.body.items[0].batch).toMatchObject({ tier: null, kinds: [], version: 1 });
    expect(
      names(await as('planner').get(`/api/villages?batchId=${batch.id}&tiers=district`)),
    ).toEqual([]);
  });

  test('an unknown batch is not there', async () => {
    const unknown = district.villages.友谊村;
    expect((await as('planner').get(`/api/villages?batchId=${unknown}`)).status).toBe(404);
  });

  test('sorted by pinyin, by income with the unknown last, both ways', async () => {
    expect(names(await as('planner').get('/api/villages?sort=name'))).toEqual([
      '大尤家村',
      '前杨墩村',
      '养马庄村',
      '友谊村',
    ]);
    const up = await as('planner').get('/api/villages?sort=operatingIncome');
    expect(names(up)).toEqual(['大尤家村', '友谊村', '养马庄村', '前杨墩村']);
    const down = await as('planner').get('/api/villages?sort=-operatingIncome');
    expect(names(down).at(-1)).toBe('前杨墩村');
  });

  test('no village comes twice over the pages, whatever the order', async () => {
    for (const sort of ['township', '-households', 'name']) {
      const seen: string[] = [];
      for (const page of [1, 2, 3, 4]) {
        const reply = await as('planner').get(`/api/villages?sort=${sort}&pageSize=1&page=${page}`);
        expect(reply.body.total).toBe(4);
        seen.push(...names(reply));
      }
      expect(new Set(seen).size).toBe(4);
    }
  });

  test.each(['sort=code;drop', 'page=0', 'pageSize=201', 'poor=perhaps', 'kinds=rich'])(
    '%s is refused in words',
    async (query) => {
      const reply = await as('planner').get(`/api/villages?${query}`);
      expect([reply.status, reply.body.code]).toEqual([400, 'invalid']);
    },
  );
});

describe('one village', () => {
  test('shows who is there, its years and its batches', async () => {
    const id = district.villages.养马庄村;
    const { body } = await as('liaison').get(`/api/villages/${id}?batchId=${district.batchId}`);
    expect(body).toMatchObject({
      name: '养马庄村',
      townshipName: '朝阳街道',
      batch: { tier: 'township' },
      years: [{ year: 2014, operatingIncome: '52000.00', netIncomePerHead: null }],
      batches: [{ batchName: '第二批 2015–2017', kinds: [] }],
      assignments: [
        { cadreName: '卢波军', unitName: '区财政局', post: 'firstSecretary', state: 'inForce' },
      ],
    });
  });
});

test('the workbook has exactly what is filtered, and text that begins with = stays text', async () => {
  await district.office.db.prisma.village.update({
    where: { id: district.villages.友谊村 },
    data: { note: '=cmd|calc!A1' },
  });
  const query = `q=${encodeURIComponent('村')}&sort=-name&batchId=${district.batchId}`;
  const list = await as('planner').get(`/api/villages?${query}&pageSize=200`);
  const { raw, headers } = await as('planner').get(`/api/villages.xlsx?${query}`);
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain('村名册');
  const { sheets } = await parseWorkbook(raw, 'a.xlsx');
  const rows = sheets[0]?.rows.slice(3) ?? [];
  expect(rows.map((row) => row[2]?.text)).toEqual(names(list));
  expect(rows[0]?.at(-1)).toMatchObject({ text: '=cmd|calc!A1', kind: 'text' });
  expect(sheets[0]?.rows[2]?.map(({ text }) => text)).toContain('2014年村集体经营性收入（万元）');
});
