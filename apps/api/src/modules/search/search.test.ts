import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCadre, type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
  const { office, units } = district;
  for (const [name, unitId] of [
    ['查友谊', units.区财政局],
    ['友谊', units.区水利局],
    ['王友谊', units.郑旺镇党委],
    ['仇和', units.朝阳街道党工委],
  ] as const) {
    await addCadre(office, unitId, { name, position: '科员' });
  }
});
afterAll(() => district.office.close());

const find = async (username: string, q: string) => {
  const reply = await district.office.as(username).get(`/api/search?q=${encodeURIComponent(q)}`);
  expect(reply.status).toBe(200);
  return reply.body.items as { kind: string; name: string; detail: string }[];
};
const names = async (username: string, q: string) =>
  (await find(username, q)).map(({ name }) => name);

test('people, villages and units are found together, the whole name first', async () => {
  expect(await names('planner', '友谊')).toEqual(['友谊', '友谊村', '查友谊', '王友谊']);
  expect(await names('planner', '区财政局')).toEqual(['区财政局']);
});

test('surnames are found by the way they are spoken, and by initials', async () => {
  expect(await names('planner', 'zhayouyi')).toEqual(['查友谊']);
  expect(await names('planner', 'qiuhe')).toEqual(['仇和']);
  expect(await names('planner', 'QH')).toContain('仇和');
});

test('a line says whose person it is, and in which township the village lies', async () => {
  expect(await find('planner', '友谊村')).toMatchObject([{ kind: 'village', detail: '郑旺镇' }]);
  expect(await find('planner', '仇和')).toMatchObject([{ detail: '朝阳街道党工委 科员' }]);
});

test.each([
  ['officer', ['友谊村', '王友谊']],
  ['officer2', []],
  ['liaison', ['查友谊']],
  ['evaluator', []],
  ['admin', []],
  ['auditor', []],
])('%s finds only what is within reach', async (username, expected) => {
  expect(await names(username, '友谊')).toEqual(expected);
});

test('twenty at most; nobody signed in finds nothing', async () => {
  for (let at = 0; at < 25; at += 1) {
    await addCadre(district.office, district.units.区水利局, { name: `李建${at}` });
  }
  expect(await find('planner', '李建')).toHaveLength(20);
  expect((await district.office.as(null).get('/api/search?q=a')).status).toBe(401);
});
