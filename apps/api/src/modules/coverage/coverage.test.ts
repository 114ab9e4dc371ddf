import type { BatchVillage, Coverage } from '@xuanpai/contracts/coverage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';

let office: TestApp;
let url: string;
let coverage: Coverage;
let villages: BatchVillage[];
beforeAll(async () => {
  office = await startTestApp('demo');
  const { body } = await office.as('planner').get('/api/batches');
  url = `/api/batches/${body.items[0].id}`;
  coverage = (await office.as('planner').get(`${url}/coverage`)).body;
  villages = (await office.as('planner').get(`${url}/villages`)).body.items;
});
afterAll(() => office.close());

describe('the sample district', () => {
  test('189 of 189 villages are covered: 72 by the district, 111 by townships, 6 by the city', () => {
    expect(coverage).toMatchObject({
      villages: 189,
      covered: 189,
      byTier: { city: 6, district: 72, township: 111 },
      places: 255,
      missing: [],
      on: null,
    });
  });

  test('each village counts once for its leading reason; 32 are poor', () => {
    const counts = coverage.byReason.map(({ tier, reason, villages, alsoPoor }) => [
      tier,
      reason,
      villages,
      alsoPoor,
    ]);
    expect(counts).toEqual([
      ['district', 'communityBuilding', 20, 0],
      ['district', 'modelSecretary', 14, 0],
      ['district', 'weakLax', 17, 11],
      ['district', 'poor', 21, 0],
      ['township', 'lagging', 19, 0],
      ['township', 'others', 92, 0],
      ['city', 'cityDispatched', 6, 0],
    ]);
    expect(coverage).toMatchObject({ poorVillages: 32, poorLimit: '30000.00' });
  });

  test('by township: villages, tiers, places, leading body against lagging villages', () => {
    const rows = coverage.byTownship.map((one) => {
      const { name, byTier, places, leadingBody, lagging } = one;
      return `${name} ${one.covered}/${one.villages} ${byTier.district}+${byTier.township}+${byTier.city} ${places} ${leadingBody}/${lagging}`;
    });
    expect(rows).toEqual([
      '相公街道 31/31 12+18+1 42 5/4',
      '太平街道 7/7 1+6+0 8 3/2',
      '汤头街道 51/51 19+30+2 68 5/4',
      '凤凰岭街道 6/6 2+3+1 7 2/1',
      '芝麻墩街道 7/7 2+4+1 8 2/1',
      '梅家埠街道 21/21 10+11+0 31 2/1',
      '朝阳街道 21/21 8+12+1 28 2/1',
      '汤河镇 8/8 2+6+0 10 2/1',
      '八湖镇 9/9 4+5+0 13 1/0',
      '郑旺镇 28/28 12+16+0 40 5/4',
    ]);
  });

  test('people against places: 4 short for the district, 5 for three townships, by name', () => {
    const short = coverage.people.filter((group) => group.short > 0);
    expect(
      short.map(({ name, places, placeable, short }) => [name, places, placeable, short]),
    ).toEqual([
      ['区直', 144, 140, 4],
      ['朝阳街道', 12, 10, 2],
      ['汤河镇', 6, 5, 1],
      ['郑旺镇', 16, 14, 2],
    ]);
    expect(
      short
        .at(-1)
        ?.setAside.map(({ name }) => name)
        .sort(),
    ).toEqual(['史凯斌', '叶丽强'].sort());
  });

  test('all figures of the notice agree', () => {
    expect(coverage.stated.map(({ is, stated }) => [is, stated])).toEqual([
      [189, 189],
      [72, 72],
      [73, 73],
      [144, 144],
      [111, 111],
      [255, 255],
    ]);
  });

  test('two villages of one name stay two', () => {
    expect(villages.filter(({ name }) => name === '友谊村')).toHaveLength(2);
  });
});

test('before anybody is posted, only the city’s villages are covered on a day', async () => {
  const { body } = await office.as('leader').get(`${url}/coverage?on=2016-03-01`);
  expect(body).toMatchObject({ on: '2016-03-01', villages: 189, covered: 6 });
  expect(body.missing).toHaveLength(183);
  expect(body.missing[0].why).toContain('第一书记');
});

test('the workbook has the townships with their total, and all villages', async () => {
  const file = await office.as('planner').download(`${url}/coverage.xlsx`);
  expect(file.status).toBe(200);
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.raw as unknown as ArrayBuffer);
  const [townships, byVillage] = workbook.worksheets;
  const last = townships?.getRow(townships.rowCount).values as unknown[];
  expect(last.slice(1)).toEqual(['合计', 189, 72, 111, 6, 189, 255, 29, 19]);
  expect(byVillage?.rowCount).toBe(3 + 189);
});

describe('a tier set by hand', () => {
  const chosen = () => {
    const village = villages.find(({ tier, kinds }) => tier === 'township' && kinds.length === 0);
    if (!village) throw new Error('no such village');
    return village;
  };
  const patch = (village: BatchVillage, body: object, as = 'planner') =>
    office.as(as).patch(`${url}/villages/${village.villageId}`, {
      version: village.version,
      reason: '区委常委会研究,与市里对接',
      ...body,
    });

  test('goes before the proposal, with its reason, and can be taken back', async () => {
    const set = await patch(chosen(), { tier: 'district' });
    expect(set.body).toMatchObject({
      tier: 'district',
      proposedTier: 'township',
      places: 2,
      overrideReason: '区委常委会研究,与市里对接',
    });
    expect(set.body.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'override',
      'others',
    ]);
    const after = await office.as('planner').get(`${url}/coverage`);
    expect(after.body).toMatchObject({ byTier: { district: 73, township: 110 }, places: 256 });
    const back = await patch(set.body, { tier: null });
    expect(back.body).toMatchObject({ tier: 'township', overrideReason: null });
    const entries = await office.db.prisma.auditEntry.count({
      where: { action: 'coverage.override', entityId: chosen().villageId },
    });
    expect(entries).toBe(2);
  });

  test('a stale version is refused and says what changed', async () => {
    const stale = await patch(chosen(), { tier: 'district' });
    expect(stale.status).toBe(409);
    expect(stale.body.changes.map(({ path }: { path: string }) => path)).toContain('tierOverride');
  });

  test('of two who set it at once the second is refused', async () => {
    const village = villages.findLast(({ tier }) => tier === 'township');
    if (!village) throw new Error('no such village');
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => patch(village, { tier: 'district' })),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409, 409, 409]);
    const set = replies.find(({ status }) => status === 200)?.body;
    expect((await patch(set, { tier: null })).status).toBe(200);
  });

  test('kinds may be corrected, and the proposal follows', async () => {
    const [village] = villages.filter(({ kinds }) => kinds.includes('weakLax'));
    if (!village) throw new Error('no such village');
    const corrected = await patch(village, { kinds: ['lagging'], cityDispatched: false });
    expect(corrected.body).toMatchObject({ kinds: ['lagging'] });
    expect((await patch(corrected.body, { kinds: ['weakLax'] })).body).toMatchObject({
      tier: 'district',
    });
  });

  test('needs a reason, and a planner', async () => {
    expect((await patch(chosen(), { tier: 'district', reason: '' })).status).toBe(400);
    expect((await patch(chosen(), { tier: 'district' }, 'office')).status).toBe(403);
    const unknown = { ...chosen(), villageId: '01900000-0000-7000-8000-000000000000' };
    expect((await patch(unknown, { tier: 'district' })).status).toBe(404);
  });
});

test('a village that nobody described to the batch lacks a tier, and is named', async () => {
  const { townshipId } = villages[0] as BatchVillage;
  const made = await office.as('planner').post('/api/villages', {
    code: '371312004999',
    name: '新设村',
    townshipId,
  });
  expect(made.status).toBe(201);
  const { body } = await office.as('planner').get(`${url}/coverage`);
  expect(body).toMatchObject({ villages: 190, covered: 189 });
  expect(body.missing).toMatchObject([{ name: '新设村' }]);
  const described = await office.as('planner').patch(`${url}/villages/${made.body.id}`, {
    kinds: ['weakLax'],
    reason: '区民政局确认',
    version: 1,
  });
  expect(described.body).toMatchObject({ tier: 'district', version: 2 });
  expect((await office.as('planner').get(`${url}/coverage`)).body.covered).toBe(190);
});

test('townships and units don’t see the district’s coverage', async () => {
  for (const name of ['officer', 'head', 'liaison', 'admin', 'auditor']) {
    expect((await office.as(name).get(`${url}/coverage`)).status).toBe(403);
    expect((await office.as(name).get(`${url}/villages`)).status).toBe(403);
    expect((await office.as(name).get(`${url}/coverage.xlsx`)).status).toBe(403);
  }
  const unknown = '/api/batches/01900000-0000-7000-8000-000000000000';
  expect((await office.as('planner').get(`${unknown}/coverage`)).status).toBe(404);
  expect((await office.as('inspector').get(`${url}/coverage`)).status).toBe(200);
});
