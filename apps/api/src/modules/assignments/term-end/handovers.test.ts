import { toDate } from '@xuanpai/database/dates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, type TestReply } from '../../../testing.ts';
import { accepted } from '../../../testing-plans.ts';
import { addCadre, type SmallDistrict, startSmallDistrict } from '../../../testing-registers.ts';

/** Two weeks before the end of the term: 甲某 and 丙某 of 区财政局, 乙某 of 区水利局 in 郑旺镇. */
let district: SmallDistrict;
const posts: Record<string, string> = {};

async function post(name: string, unitId: string, villageId: string) {
  const { office, batchId } = district;
  const cadreId = await addCadre(office, unitId, { name });
  const { id } = await office.db.prisma.assignment.create({
    data: {
      ...{ batchId, cadreId, villageId, tier: 'district', post: 'firstSecretary' },
      ...{ kind: 'appointed', startsOn: toDate(day('2015-06-01')) },
      ...{ endsOn: toDate(day('2017-05-31')), documentNumber: '河组发〔2015〕18号' },
    },
  });
  posts[name] = id;
}

beforeAll(async () => {
  district = await startSmallDistrict(day('2017-05-18'));
  const { units, villages } = district;
  await post('甲某', units.区财政局, villages.养马庄村);
  await post('乙某', units.区水利局, villages.大尤家村);
  await post('丙某', units.区财政局, villages.前杨墩村);
});
afterAll(() => district.office.close());

const as = (user: string) => district.office.as(user);
const faults = ({ body }: TestReply) =>
  body.errors.map(({ path, code }: { path: string; code: string }) => [path, code]);
const line = (text: string, done = true) => ({ text, done });
const of = (name: string, version = 0, takenBy: string | null = null) => ({
  ...{ assignmentId: posts[name], takenBy, version },
});
const send = (user: string, people: object[], more: object = {}) =>
  as(user).post('/api/term-ends/handovers', {
    ...{ items: [line('村务台账'), line('固定资产')], handedOn: '2017-05-17', people, ...more },
  });
const handed = async (query = '') => {
  const { items } = accepted(await as('planner').get(`/api/term-ends${query}`)).body;
  return new Map(
    items.map((one: { cadreName: string; handover: object }) => [one.cadreName, one.handover]),
  );
};

test('one problem keeps all from being handed over, and every problem is told at once', async () => {
  const begun = { items: [line('钥匙', false)], takenBy: null, handedOn: null, version: 0 };
  accepted(await as('liaison').post(`/api/term-ends/${posts.丙某}/handover`, begun));
  const over = { ...begun, handedOn: '2017-05-16' };
  accepted(await as('officer').post(`/api/term-ends/${posts.乙某}/handover`, over));
  const sent = await send('planner', [of('甲某'), of('乙某', 1), of('丙某')], {
    handedOn: '2017-05-19',
  });
  expect(sent.status).toBe(400);
  expect(faults(sent).sort()).toEqual(
    [
      [posts.乙某, 'handedOver'],
      [posts.丙某, 'changed'],
      ['handedOn', 'ahead'],
    ].sort(),
  );
  expect(faults(await send('planner', [of('甲某')], { handedOn: '2015-05-31' }))).toEqual([
    [posts.甲某, 'beforeStart'],
  ]);
  // Nor does anybody act on another's unit or township, those of their own among them.
  expect((await send('liaison', [of('甲某'), of('乙某', 1)])).status).toBe(404);
  expect((await send('officer', [of('甲某')])).status).toBe(404);
  expect((await send('office', [of('甲某')])).status).toBe(403);
  expect((await handed()).get('甲某')).toMatchObject({ version: 0, items: [] });
  expect([...(await handed('?handover=done')).keys()]).toEqual(['乙某']);
});

test('several are handed over at once; a list that is begun keeps its lines', async () => {
  const people = [of('甲某', 0, '杨书记'), of('丙某', 1)];
  // Twice at once: the one that comes second finds it done.
  const sent = await Promise.all([send('liaison', people), send('planner', people)]);
  expect(sent.map(({ status }) => status).sort()).toEqual([200, 400]);
  const [done] = sent.filter(({ status }) => status === 200);
  expect(done?.body).toEqual({ done: 2 });
  const kept = await handed();
  const both = [line('村务台账'), line('固定资产')];
  expect(kept.get('甲某')).toEqual({
    ...{ items: both, takenBy: '杨书记', handedOn: '2017-05-17', version: 1 },
  });
  expect(kept.get('丙某')).toMatchObject({ items: [line('钥匙', false), ...both], version: 2 });
  expect([...(await handed('?handover=open')).keys()]).toEqual([]);
  const log = await district.office.db.prisma.auditEntry.findMany({
    where: { action: 'termEnd.handover', entityId: posts.丙某 ?? '' },
  });
  expect(log).toHaveLength(2);
});
