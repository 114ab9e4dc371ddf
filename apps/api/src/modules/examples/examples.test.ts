import type { ExampleDetail } from '@xuanpai/contracts/examples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knewAt } from '../../testing-editions.ts';
import { accepted } from '../../testing-plans.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { addPerson } from '../../testing-sign-in.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
  await addPerson(district.office, 'planner2', { roles: [{ role: 'planner' }] });
});
afterAll(() => district.office.close());

const as = (who: string) => district.office.as(who);
const draft = async (more: object = {}, by = 'officer'): Promise<ExampleDetail> => {
  const { batchId, townships } = district;
  const body = { kind: 'case', title: '一棵黄桃富一村', text: '引进黄桃。', villageId: null };
  const at = { batchId, townshipId: townships.郑旺镇 };
  return accepted(await as(by).post('/api/examples', { ...body, ...at, ...more })).body;
};
const submit = ({ id, version }: ExampleDetail, by = 'officer', recall = false) =>
  as(by).post(`/api/examples/${id}/submit`, { version, recall });
const review = ({ id, version }: ExampleDetail, act: string, by = 'planner', reason?: string) =>
  as(by).post(`/api/examples/${id}/review`, { act, version, ...(reason ? { reason } : {}) });
const seenBy = async ({ id }: ExampleDetail) => {
  const who = [
    'planner',
    'office',
    'officer',
    'officer2',
    'head',
    'inspector',
    'liaison',
    'leader',
  ];
  const found: string[] = [];
  for (const one of who) {
    if ((await as(one).get(`/api/examples/${id}`)).status === 200) found.push(one);
  }
  return found;
};

test('a township writes, the district releases, everybody reads; taken back, only its writers', async () => {
  const first = await draft({ villageId: district.villages.大尤家村 });
  expect(first).toMatchObject({
    state: 'draft',
    villageName: '大尤家村',
    acts: ['write', 'submit'],
  });
  const writers = ['planner', 'office', 'officer', 'head'];
  expect(await seenBy(first)).toEqual(writers);
  const submitted = accepted(await submit(first)).body;
  expect(submitted).toMatchObject({ state: 'submitted', acts: ['recall'] });
  expect((await as('leader').get('/api/examples')).body).toMatchObject({ total: 0, submitted: 0 });
  expect((await as('planner').get('/api/examples')).body).toMatchObject({ total: 1, submitted: 1 });
  const returned = accepted(await review(submitted, 'return', 'planner', '请补充数据')).body;
  expect(returned).toMatchObject({ state: 'returned', reason: '请补充数据' });
  const { version } = returned;
  const url = `/api/examples/${first.id}`;
  const changed = accepted(
    await as('officer').patch(url, { text: '年增收12万元。', version }),
  ).body;
  const again = accepted(await submit(changed)).body;
  const released = accepted(await review(again, 'release', 'office')).body;
  expect(released).toMatchObject({ state: 'released', reason: null });
  expect(await seenBy(released)).toEqual([
    ...['planner', 'office', 'officer', 'officer2', 'head', 'inspector', 'liaison', 'leader'],
  ]);
  expect((await as('officer').patch(url, { text: '改', version: released.version })).status).toBe(
    409,
  );
  expect((await as('officer').delete(`${url}?version=${released.version}`)).status).toBe(409);
  const withdrawn = accepted(await review(released, 'withdraw', 'planner', '情况有变')).body;
  expect(await seenBy(withdrawn)).toEqual(writers);
});

test('who writes or submits doesn’t review, and a stale version is told', async () => {
  const own = accepted(await submit(await draft({ townshipId: null }, 'planner'), 'planner')).body;
  const refused = await review(own, 'release', 'planner');
  expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'ownWork']);
  expect((await review({ ...own, version: 1 }, 'release', 'planner2')).body.code).toBe(
    'staleVersion',
  );
  expect((await review(own, 'release', 'planner2')).body.state).toBe('released');
  const other = await draft({ townshipId: null }, 'planner');
  const byOther = accepted(await submit(other, 'planner2')).body;
  for (const who of ['planner', 'planner2']) {
    expect((await review(byOther, 'release', who)).body.errors[0].code, who).toBe('ownWork');
  }
  expect((await submit(byOther, 'planner', true)).body.state).toBe('draft');
});

test('a township writes of its own villages and in its own name', async () => {
  const { batchId, townships, villages } = district;
  const body = { kind: 'point', title: '示范', text: '一', batchId };
  for (const more of [
    { townshipId: townships.郑旺镇, villageId: villages.养马庄村 },
    { townshipId: townships.朝阳街道, villageId: null },
    { townshipId: null, villageId: null },
  ]) {
    expect((await as('officer').post('/api/examples', { ...body, ...more })).status).toBe(404);
  }
  const draftOf = await draft();
  const url = `/api/examples/${draftOf.id}`;
  // The district reads what a township drafts, and leaves the writing to it.
  expect((await as('planner').patch(url, { title: '改题', version: 1 })).status).toBe(404);
  expect((await as('officer2').patch(url, { title: '改题', version: 1 })).status).toBe(404);
  expect((await as('officer').delete(`${url}?version=1`)).status).toBe(204);
  expect((await as('officer').get(url)).status).toBe(404);
});

test('a word in title or text finds it, of whatever length', async () => {
  const { id } = await draft({
    title: '跨村联建',
    text: `开头。${'流转土地'.repeat(200)}冷库、Ａ级`,
  });
  const find = async (q: string) =>
    (await as('officer').get(`/api/examples?q=${encodeURIComponent(q)}`)).body.items.map(
      (one: { id: string }) => one.id,
    );
  for (const q of ['联建', '库', '冷库', 'a级', '跨村 土地'])
    expect(await find(q), q).toEqual([id]);
  for (const q of ['冷 链', '土豆', '%']) expect(await find(q), q).toEqual([]);
});

test('an example reads on a past day as it did, and what was taken back isn’t read by way of it', async () => {
  const { office } = district;
  const drafted = await draft({ title: '二月的案例', text: '引进黄桃五十亩。' });
  const returned = accepted(
    await review(accepted(await submit(drafted)).body, 'return', 'planner', '补充'),
  ).body;
  const url = `/api/examples/${drafted.id}`;
  const { version } = returned;
  const changed = accepted(
    await as('officer').patch(url, { text: '引进黄桃一百亩。', version }),
  ).body;
  const released = accepted(await review(accepted(await submit(changed)).body, 'release')).body;
  await knewAt(office, 'example', drafted.id, [
    ...['2015-02-01 09:00+08', '2015-02-03 09:00+08', '2015-02-05 09:00+08', '2015-02-07 09:00+08'],
    ...['2015-02-08 09:00+08', '2015-02-10 09:00+08'],
  ]);
  const on = (who: string, at: string) => as(who).get(`${url}?on=${at}`);
  expect((await on('officer', '2015-02-02')).status).toBe(404);
  expect((await on('officer', '2015-02-06')).body).toMatchObject({
    ...{ state: 'returned', text: '引进黄桃五十亩。', acts: [] },
  });
  expect((await on('officer', '2015-02-07')).body.text).toBe('引进黄桃一百亩。');
  expect((await on('leader', '2015-02-09')).status).toBe(404);
  expect((await on('leader', '2015-02-10')).body.state).toBe('released');
  const titles = async (at: string) =>
    (await as('leader').get(`/api/examples?on=${at}`)).body.items.map(
      ({ title }: { title: string }) => title,
    );
  expect(await titles('2015-02-09')).not.toContain('二月的案例');
  expect(await titles('2015-02-10')).toContain('二月的案例');
  accepted(await review(released, 'withdraw', 'planner', '情况有变'));
  expect((await on('leader', '2015-02-10')).status).toBe(404);
});
