import type { NewWish } from '@xuanpai/contracts/plan-wishes';
import type { Plan } from '@xuanpai/contracts/plans';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { accepted, approve, onlyPlan, readPlan } from '../../../testing-plans.ts';

type Draft = NewWish extends infer One
  ? One extends NewWish
    ? Omit<One, 'reason'>
    : never
  : never;

let office: TestApp;
let plan: Plan;
beforeAll(async () => {
  office = await startTestApp('planned');
  plan = await onlyPlan(office);
}, 300_000);
afterAll(() => office.close());
beforeEach(async () => {
  await office.db.prisma.planWish.deleteMany();
  plan = await readPlan(office, plan.id);
});

const path = () => `/api/plans/${plan.id}/wishes`;
const list = async (query = '') =>
  accepted(await office.as('leader').get(`${path()}${query}`)).body;
async function add(wishes: Draft[], more: { version?: number; reason?: string } = {}) {
  const { version = plan.version, reason = '熟悉该村情况' } = more;
  const body = { wishes: wishes.map((wish) => ({ reason, ...wish })), version };
  const reply = await office.as('planner').post(path(), body);
  plan = await readPlan(office, plan.id);
  return reply;
}
/** The n-th filled place of the district tier. */
function seat(at: number) {
  const places = plan.places.filter(({ tier, cadreId }) => tier === 'district' && cadreId);
  const place = places[at];
  return {
    placeId: place?.id ?? '',
    cadreId: place?.cadreId ?? '',
    villageId: place?.villageId ?? '',
  };
}
const solve = () => office.as('planner').post(`/api/plans/${plan.id}/solve`, { prove: false });

describe('a wish', () => {
  test('has a reason, who set it, and says whether the plan keeps it', async () => {
    const { placeId, cadreId, villageId } = seat(0);
    const { status, body } = await add([
      { kind: 'pin', placeId, cadreId },
      { kind: 'banVillage', cadreId: seat(1).cadreId, villageId: seat(1).villageId },
    ]);
    expect(status).toBe(201);
    expect(body.planVersion).toBe(plan.version);
    expect(body.items).toMatchObject([
      { kind: 'pin', villageId, reason: '熟悉该村情况', setByName: '王晓东', kept: true },
      { kind: 'banVillage', kept: false, state: 'inForce', endsOn: null, version: 1 },
    ]);
    expect(body.items[0].text).toMatch(/^.+锁定在.+村第一书记岗位$|^.+锁定在.+书记岗位$/);
    expect(await list()).toMatchObject({ total: 2, contradictions: [], planVersion: plan.version });
    expect((await list('?kinds=pin')).total).toBe(1);
    expect((await list(`?q=${encodeURIComponent('熟悉')}`)).total).toBe(2);
    expect(plan.places.find(({ id }) => id === placeId)?.pinned).toBe(true);
    expect(plan.findings.map(({ code }) => code)).toContain('banned');
  });

  test('counts up to its end and no longer', async () => {
    const { cadreId, villageId } = seat(0);
    await add([{ kind: 'banVillage', cadreId, villageId, endsOn: '2015-05-31' as never }]);
    expect((await list()).items[0].state).toBe('inForce');
    await office.db.prisma.planWish.updateMany({ data: { endsOn: new Date('2015-04-01') } });
    expect((await list()).items[0]).toMatchObject({ state: 'expired', kept: null });
    expect((await readPlan(office, plan.id)).findings.map(({ code }) => code)).not.toContain(
      'banned',
    );
    // One that is over makes room for the same again.
    expect((await add([{ kind: 'banVillage', cadreId, villageId }])).status).toBe(201);
    expect((await list()).total).toBe(1);
  });

  test('goes as a workbook, and is changed and removed in the version seen', async () => {
    const { placeId, cadreId } = seat(2);
    const { body } = await add([{ kind: 'pin', placeId, cadreId }]);
    const one = `${path()}/${body.items[0].id}`;
    const planner = office.as('planner');
    const changed = await planner.patch(one, {
      reason: '老书记推荐',
      endsOn: '2015-12-31',
      version: 1,
    });
    expect(changed.body.items).toMatchObject([
      { reason: '老书记推荐', endsOn: '2015-12-31', version: 2 },
    ]);
    expect((await planner.patch(one, { reason: '又变', version: 1 })).body).toMatchObject({
      status: 409,
      changes: [{ path: 'endsOn' }, { path: 'reason' }],
    });
    expect((await planner.patch(one, { endsOn: '2015-01-01', version: 2 })).status).toBe(400);
    const file = await office.as('leader').download(`${path()}.xlsx`);
    expect(file.raw.subarray(0, 2).toString()).toBe('PK');
    expect((await planner.delete(`${one}?version=1`)).status).toBe(409);
    expect((await planner.delete(`${one}?version=2`)).status).toBe(204);
    expect((await planner.delete(`${one}?version=2`)).status).toBe(404);
    expect((await readPlan(office, plan.id)).version).toBe(plan.version + 2);
  });

  test('needs the version that was seen, people and villages of the plan, and is asked once', async () => {
    const { placeId, cadreId } = seat(3);
    expect((await add([{ kind: 'pin', placeId, cadreId }], { version: 999 })).status).toBe(409);
    const nobody = '00000000-0000-7000-8000-000000000000';
    const { body } = await add([
      { kind: 'pin', placeId: nobody, cadreId: nobody },
      { kind: 'together', cadreId, otherCadreId: cadreId },
      { kind: 'prefer', cadreId },
    ]);
    expect(body.status).toBe(400);
    expect(body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'unknownCadre',
      'unknownPlace',
      'oneself',
      'oneOf',
    ]);
    await add([{ kind: 'pin', placeId, cadreId }]);
    const again = await add([{ kind: 'pin', placeId, cadreId: seat(4).cadreId }]);
    expect(again.body.errors).toMatchObject([{ path: 'wishes.0', code: 'askedAlready' }]);
  });
});

test('an approval stands when a wish is set, and is void where the plan breaks it', async () => {
  await approve(office, plan);
  const { placeId, cadreId } = seat(1);
  await add([{ kind: 'pin', placeId, cadreId }]);
  expect(plan).toMatchObject({ status: 'approved', documentNumber: '河组发〔2015〕18号' });
  await add([{ kind: 'prefer', cadreId, villageId: seat(9).villageId }]);
  expect(plan.status).toBe('approved');
  await add([{ kind: 'banVillage', cadreId: seat(4).cadreId, villageId: seat(4).villageId }]);
  expect(plan).toMatchObject({ status: 'draft', documentNumber: null });
});

describe('contradictions', () => {
  test('a pin of somebody not eligible says the rule with its basis', async () => {
    const { cadreId } = seat(9);
    const joinedOn = new Date('2014-12-01');
    const { prisma } = office.db;
    const before = await prisma.cadre.findUniqueOrThrow({ where: { id: cadreId } });
    await prisma.cadre.update({
      where: { id: cadreId },
      data: { joinedOn, fullMemberOn: null },
    });
    await add([{ kind: 'pin', placeId: seat(0).placeId, cadreId }]);
    expect((await solve()).body.errors).toMatchObject([
      {
        code: 'pinForbidden',
        basis: { kind: 'notice' },
        message: expect.stringContaining('不能排入'),
      },
    ]);
    await prisma.cadre.update({
      where: { id: cadreId },
      data: { joinedOn: before.joinedOn, fullMemberOn: before.fullMemberOn },
    });
  });

  test('are named with their wishes, and nothing is solved until they are gone', async () => {
    const [one, other] = [seat(0), seat(5)];
    const { body } = await add([
      { kind: 'pin', placeId: one.placeId, cadreId: one.cadreId },
      { kind: 'banVillage', cadreId: one.cadreId, villageId: one.villageId },
      { kind: 'together', cadreId: other.cadreId, otherCadreId: seat(8).cadreId },
      { kind: 'apart', cadreId: seat(8).cadreId, otherCadreId: other.cadreId },
    ]);
    const [pin, ban, together, apart] = body.items.map(({ id }: { id: string }) => id);
    expect(body.contradictions).toMatchObject([
      {
        code: 'pinForbidden',
        wishIds: [pin, ban],
        message: expect.stringContaining('但不能去：已要求'),
      },
      { code: 'togetherAndApart', wishIds: [together, apart] },
    ]);
    const refused = await solve();
    expect(refused.body).toMatchObject({
      status: 422,
      detail: '意愿与锁定有2处矛盾，没有方案能都做到。',
      errors: [
        { path: 'wishes', code: 'pinForbidden', message: body.contradictions[0].message },
        { path: 'wishes', code: 'togetherAndApart' },
      ],
    });
    await office.db.prisma.planWish.deleteMany({ where: { id: { in: [ban, apart] } } });
    expect((await solve()).status).toBe(202);
  });
});
