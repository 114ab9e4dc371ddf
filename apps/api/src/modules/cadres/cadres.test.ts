import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseWorkbook } from '../../lib/sheet/parse-workbook.ts';
import {
  addAssignment,
  addCadre,
  idNumberOf,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';

/** Who is where: 卢波军 of the finance office is posted in 郑旺镇. */
const people = [
  { name: '卢波军', unit: '区财政局', position: '股长', village: '大尤家村' },
  { name: '查云', unit: '区财政局', position: '=cmd|calc!A1', village: null },
  { name: '仇海', unit: '区水利局', position: '科员', village: null },
  { name: '解放', unit: '郑旺镇党委', position: '民政所长', village: '友谊村' },
  { name: '单雄', unit: '朝阳街道党工委', position: null, village: null },
] as const;

let district: SmallDistrict;
const ids = new Map<string, string>();
const idNumbers: string[] = [];
beforeAll(async () => {
  district = await startSmallDistrict();
  for (const { name, unit, position, village } of people) {
    const idNumber = idNumberOf('1980-05-06');
    idNumbers.push(idNumber);
    const given = { name, idNumber, position, homeAddress: '金雀山路1号', health: '健康' };
    const id = await addCadre(district.office, district.units[unit], given);
    ids.set(name, id);
    if (village) await addAssignment(district, id, district.villages[village]);
  }
});
afterAll(() => district.office.close());

const as = (username: string | null) => district.office.as(username);
const idOf = (name: string) => ids.get(name) ?? '';
const names = (reply: { body: { items: { name: string }[] } }) =>
  reply.body.items.map(({ name }) => name);
const find = async (query: string) => names(await as('planner').get(`/api/cadres?${query}`));

describe('who sees which people', () => {
  const all = ['卢波军', '仇海', '单雄', '解放', '查云'];
  test.each([
    ['planner', all],
    ['office', all],
    ['inspector', all],
    ['leader', all],
    ['officer', ['卢波军', '解放']],
    ['head', ['卢波军', '解放']],
    ['officer2', ['单雄']],
    ['liaison', ['卢波军', '查云']],
    ['evaluator', []],
  ])('%s: %j, in the list, one by one and in the workbook', async (username, expected) => {
    const list = await as(username).get('/api/cadres');
    expect(names(list)).toEqual(expected);
    for (const { name } of people) {
      const one = await as(username).get(`/api/cadres/${idOf(name)}`);
      expect([name, one.status]).toEqual([name, expected.includes(name) ? 200 : 404]);
    }
    const { raw } = await as(username).get('/api/cadres.xlsx');
    const { sheets } = await parseWorkbook(raw, 'a.xlsx');
    expect(sheets[0]?.rows.slice(3).map((row) => row[1]?.text)).toEqual(expected);
  });

  test.each([
    ['admin', 403],
    ['auditor', 403],
    [null, 401],
  ])('%s sees none at all', async (username, status) => {
    expect((await as(username).get('/api/cadres')).status).toBe(status);
    expect((await as(username).get(`/api/cadres/${idOf('查云')}`)).status).toBe(status);
    expect((await as(username).get('/api/cadres.xlsx')).status).toBe(status);
  });
});

describe('finding people', () => {
  test('in the order of their surnames as spoken: 仇 qiú, 单 shàn, 解 xiè, 查 zhā', async () => {
    expect(await find('sort=name')).toEqual(['卢波军', '仇海', '单雄', '解放', '查云']);
    expect(await find('sort=-name')).toEqual(['查云', '解放', '单雄', '仇海', '卢波军']);
  });

  test.each([
    ['查云', ['查云']],
    ['查  云', ['查云']],
    ['zhayun', ['查云']],
    ['ZY', ['查云']],
    ['ｚｙ', ['查云']],
    ['股长', ['卢波军']],
    ['%', []],
  ])('by %s', async (q, expected) => {
    expect(await find(`q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  test('by unit, township and what they are', async () => {
    expect(await find(`unitIds=${district.units.区财政局}`)).toEqual(['卢波军', '查云']);
    expect(await find(`townshipIds=${district.townships.郑旺镇}`)).toEqual(['解放']);
    expect(await find('ranks=section')).toEqual([]);
    expect(await find('ranks=section,deputySection&staffingTypes=administrative')).toHaveLength(5);
    expect(await find('specialities=industry')).toEqual([]);
  });

  test('with the nomination and the village in the batch asked for', async () => {
    const cadreId = idOf('卢波军');
    await district.office.db.prisma.nomination.create({
      data: {
        batchId: district.batchId,
        cadreId,
        unitId: district.units.区财政局,
        tier: 'district',
        category: 'sectionCadre',
      },
    });
    const batch = `batchId=${district.batchId}`;
    expect(await find(`${batch}&categories=sectionCadre`)).toEqual(['卢波军']);
    expect(await find(`${batch}&tiers=township`)).toEqual([]);
    const { body } = await as('planner').get(`/api/cadres/${cadreId}?${batch}`);
    expect(body).toMatchObject({
      category: 'sectionCadre',
      tier: 'district',
      villageName: '大尤家村',
    });
    const without = await as('planner').get(`/api/cadres/${cadreId}`);
    expect(without.body).toMatchObject({ category: null, villageName: null });
  });

  test('nobody comes twice over the pages, whatever the order', async () => {
    for (const sort of ['rank', '-joinedOn', 'unit', 'bornOn']) {
      const seen: string[] = [];
      for (const page of [1, 2, 3]) {
        seen.push(...(await find(`sort=${sort}&pageSize=2&page=${page}`)));
      }
      expect([sort, new Set(seen).size]).toEqual([sort, 5]);
    }
  });
});

describe('personal data', () => {
  test('never leaves unmasked: list, detail, workbook, search, problems', async () => {
    const replies = await Promise.all([
      as('planner').get('/api/cadres?pageSize=200'),
      as('planner').get(`/api/cadres/${idOf('查云')}`),
      as('planner').get('/api/search?q=zy'),
      as('planner').post('/api/cadres', {
        ...newBody(),
        idNumber: idNumbers[0],
      }),
    ]);
    const { raw } = await as('planner').get('/api/cadres.xlsx');
    const { sheets } = await parseWorkbook(raw, 'a.xlsx');
    const all = JSON.stringify([replies.map(({ body }) => body), sheets]);
    for (const idNumber of idNumbers) expect(all).not.toContain(idNumber);
    expect(all).not.toContain('金雀山路');
    expect(replies[1]?.body).toMatchObject({
      idNumberMask: expect.stringMatching(/^371399\*{8}\d{3}[\dX]$/),
      hasHomeAddress: true,
      hasHealth: true,
    });
  });

  test('is shown in full on a reason, and the log has the reason without the data', async () => {
    const url = `/api/cadres/${idOf('卢波军')}/reveal`;
    const stray = await as('planner').post(url, { reason: `核对档案 ${idNumbers[0]}` });
    expect(stray.body.errors).toMatchObject([{ path: 'reason', code: 'idNumberInText' }]);
    const { body } = await as('planner').post(url, { reason: '核对档案' });
    expect(body).toEqual({ idNumber: idNumbers[0], homeAddress: '金雀山路1号', health: '健康' });
    const entry = await district.office.db.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'cadre.reveal' },
      include: { changes: true },
    });
    expect(entry).toMatchObject({ userName: 'planner某', entityId: idOf('卢波军') });
    expect(JSON.stringify(entry)).toContain('核对档案');
    expect(JSON.stringify(entry)).not.toContain(idNumbers[0]);
  });

  test.each(['officer', 'liaison', 'leader', 'inspector', 'head'])(
    'not for %s',
    async (username) => {
      const url = `/api/cadres/${idOf('卢波军')}/reveal`;
      expect((await as(username).post(url, { reason: '核对档案' })).status).toBe(403);
    },
  );

  test('not without a reason', async () => {
    const url = `/api/cadres/${idOf('卢波军')}/reveal`;
    const reply = await as('planner').post(url, { reason: '看' });
    expect(reply.body.errors).toMatchObject([{ path: 'reason' }]);
  });

  function newBody() {
    return {
      name: '某人',
      unitId: district.units.区水利局,
      rank: 'clerk',
      staffingType: 'institution',
      speciality: 'general',
    };
  }
});

test('a text that begins with = stays text in the workbook', async () => {
  const { raw } = await as('planner').get('/api/cadres.xlsx?q=zy');
  const { sheets } = await parseWorkbook(raw, 'a.xlsx');
  const cells = sheets[0]?.rows[3] ?? [];
  expect(cells.find(({ text }) => text === '=cmd|calc!A1')).toMatchObject({ kind: 'text' });
});
