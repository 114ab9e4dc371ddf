import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseWorkbook } from '../../lib/sheet/parse-workbook.ts';
import { addCadre, type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const as = (username: string | null) => district.office.as(username);
const names = (reply: { body: { items: { name: string }[] } }) =>
  reply.body.items.map(({ name }) => name);
const lastEntry = () =>
  district.office.db.prisma.auditEntry.findFirstOrThrow({
    orderBy: { seq: 'desc' },
    include: { changes: true },
  });
let last = 0;
const added = async (given: object = {}) => {
  last += 1;
  const body = { name: `区第${last}局`, kind: 'partyGovernment', ...given };
  const reply = await as('planner').post('/api/units', body);
  expect(reply.status).toBe(201);
  return reply.body;
};

describe('who sees which units', () => {
  const all = ['朝阳街道党工委', '区财政局', '区水利局', '郑旺镇党委'];
  test.each([
    ['planner', all],
    ['office', all],
    ['inspector', all],
    ['leader', all],
    ['officer', ['郑旺镇党委']],
    ['head', ['郑旺镇党委']],
    ['officer2', ['朝阳街道党工委']],
    ['liaison', ['区财政局']],
  ])('%s: %j, in the list, one by one and in the workbook', async (username, expected) => {
    const list = await as(username).get('/api/units');
    expect(names(list)).toEqual(expected);
    for (const [name, id] of Object.entries(district.units)) {
      const one = await as(username).get(`/api/units/${id}`);
      expect([name, one.status]).toEqual([name, expected.includes(name) ? 200 : 404]);
    }
    const { raw } = await as(username).get('/api/units.xlsx');
    const { sheets } = await parseWorkbook(raw, 'a.xlsx');
    expect(sheets[0]?.rows.slice(3).map((row) => row[1]?.text)).toEqual(expected);
  });

  test.each(['evaluator', 'admin', 'auditor'])('%s sees none', async (username) => {
    expect((await as(username).get('/api/units')).status).toBe(403);
  });
});

describe('finding units', () => {
  test('by name, initials, township, and what is missing', async () => {
    const find = async (query: string) => names(await as('planner').get(`/api/units?${query}`));
    expect(await find('q=qczj')).toEqual(['区财政局']);
    expect(await find(`townshipIds=${district.townships.郑旺镇}`)).toEqual(['郑旺镇党委']);
    expect(await find('kinds=townshipOffice&sort=-name')).toEqual(['郑旺镇党委', '朝阳街道党工委']);
    expect(await find('contacts=complete')).toEqual([]);
    expect(await find('contacts=missing&kinds=partyGovernment')).toEqual(['区财政局', '区水利局']);
  });

  test('sorted by the people they have', async () => {
    await addCadre(district.office, district.units.区水利局);
    const reply = await as('planner').get('/api/units?sort=-cadres&pageSize=1');
    expect(reply.body.items[0]).toMatchObject({ name: '区水利局', cadres: 1, nominees: 0 });
  });
});

describe('a unit is registered', () => {
  test('by the planner, with quota and strengths', async () => {
    const unit = await added({ quota: 2, strengths: ['industry', 'industry'], note: ' ' });
    expect(unit).toMatchObject({ quota: 2, strengths: ['industry'], note: null, version: 1 });
    expect(await lastEntry()).toMatchObject({ action: 'unit.create', entityId: unit.id });
  });

  test('not under a name that is taken, not in a township that has its office', async () => {
    const reply = await as('planner').post('/api/units', {
      name: ' 郑旺镇党委 ',
      kind: 'townshipOffice',
      townshipId: district.townships.郑旺镇,
    });
    expect(reply.status).toBe(409);
    expect(reply.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'name',
      'townshipId',
    ]);
  });

  test('a township’s office needs its township, other units have none', async () => {
    const without = await as('planner').post('/api/units', {
      name: '某镇党委',
      kind: 'townshipOffice',
    });
    expect(without.body.errors).toMatchObject([{ path: 'townshipId', code: 'townshipMissing' }]);
    const townshipId = district.townships.郑旺镇;
    const more = { name: '某局', kind: 'institution', townshipId };
    expect((await as('planner').post('/api/units', more)).status).toBe(400);
  });

  test.each(['office', 'officer', 'liaison', 'leader'])('not by %s', async (username) => {
    const reply = await as(username).post('/api/units', { name: '某局', kind: 'institution' });
    expect(reply.status).toBe(403);
  });
});

describe('a unit is changed', () => {
  test('by its liaison: the contacts, and the log masks the number', async () => {
    const id = district.units.区财政局;
    const before = (await as('liaison').get(`/api/units/${id}`)).body;
    const reply = await as('liaison').patch(`/api/units/${id}`, {
      responsiblePerson: '刘  军',
      contactName: '冯明',
      contactPhone: '19900000001',
      version: before.version,
    });
    expect(reply.body).toMatchObject({
      responsiblePerson: '刘军',
      contactPhone: '19900000001',
      version: before.version + 1,
    });
    const entry = await lastEntry();
    expect(entry.changes[0]?.after).toMatchObject({ contactPhone: '*******0001' });
  });

  test.each([
    ['liaison', '区财政局', { quota: 9 }],
    ['liaison', '区财政局', { name: '区财政和税务局', contactName: '冯明' }],
    ['officer', '郑旺镇党委', { strengths: ['industry'] }],
  ] as const)('%s of %s may not change %j', async (username, name, change) => {
    const id = district.units[name];
    const { version } = (await as(username).get(`/api/units/${id}`)).body;
    const reply = await as(username).patch(`/api/units/${id}`, { ...change, version });
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
    const [first] = Object.keys(change);
    expect(reply.body.errors[0]).toMatchObject({ path: first, code: 'plannerOnly' });
  });

  test.each([
    ['liaison', '区水利局'],
    ['officer', '朝阳街道党工委'],
    ['officer', '区财政局'],
  ] as const)('%s doesn’t reach %s', async (username, name) => {
    const change = { contactName: '某人', version: 1 };
    const reply = await as(username).patch(`/api/units/${district.units[name]}`, change);
    expect(reply.status).toBe(404);
  });

  test('by the planner, but not into another’s name or a township office', async () => {
    const { id } = await added();
    const change = { name: '区财政局', kind: 'townshipOffice', version: 1 };
    const reply = await as('planner').patch(`/api/units/${id}`, change);
    expect(
      reply.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code]),
    ).toEqual([
      ['name', 'taken'],
      ['kind', 'kindFixed'],
    ]);
    const good = await as('planner').patch(`/api/units/${id}`, { quota: 3, version: 1 });
    expect(good.body).toMatchObject({ quota: 3, version: 2 });
  });

  test('on a stale page: refused, with what changed', async () => {
    const { id } = await added();
    await as('planner').patch(`/api/units/${id}`, { quota: 3, version: 1 });
    const stale = await as('planner').patch(`/api/units/${id}`, { quota: 4, version: 1 });
    expect(stale.status).toBe(409);
    expect(stale.body.changes).toMatchObject([{ path: 'quota', was: null, is: '3' }]);
  });
});

describe('a unit is deleted', () => {
  test('when nothing hangs on it', async () => {
    const { id } = await added();
    expect((await as('planner').delete(`/api/units/${id}?version=1`)).status).toBe(204);
    expect((await as('planner').get(`/api/units/${id}`)).status).toBe(404);
  });

  test('not while it has people, nominations and accounts: it says so', async () => {
    const { office, units, batchId } = district;
    const cadreId = await addCadre(office, units.区财政局, { name: '康刚波' });
    await office.db.prisma.nomination.create({
      data: { batchId, cadreId, unitId: units.区财政局, tier: 'district', category: 'youngCadre' },
    });
    const { version } = (await as('planner').get(`/api/units/${units.区财政局}`)).body;
    const reply = await as('planner').delete(`/api/units/${units.区财政局}?version=${version}`);
    expect([reply.status, reply.body.code]).toEqual([409, 'wouldOrphan']);
    expect(reply.body.detail).toBe(
      '“区财政局”还有1名干部（康刚波）、1份提名（第二批 2015–2017）、1个用户账号（liaison某），不能删除。',
    );
  });

  test('not by its liaison', async () => {
    const reply = await as('liaison').delete(`/api/units/${district.units.区财政局}?version=1`);
    expect(reply.status).toBe(403);
  });
});
