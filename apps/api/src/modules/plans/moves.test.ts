import type { MoveOutcome } from '@xuanpai/contracts/plan-moves';
import type { Plan } from '@xuanpai/contracts/plans';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import { onlyPlan, pin, readPlan } from '../../testing-plans.ts';

let office: TestApp;
let plan: Plan;
beforeAll(async () => {
  office = await startTestApp('planned');
});
afterAll(() => office.close());

const seat = (tier: string, post: string, skip = 0) => {
  const place = plan.places.filter((one) => one.tier === tier && one.post === post)[skip];
  if (!place) throw new Error('no such place');
  return place;
};
const exchange = (
  a = seat('district', 'deputySecretary'),
  b = seat('district', 'deputySecretary', 1),
) => [
  { placeId: a.id, cadreId: b.cadreId },
  { placeId: b.id, cadreId: a.cadreId },
];

async function move(moves: object[], options: { dryRun?: boolean; version?: number } = {}) {
  const path = `/api/plans/${plan.id}/moves${options.dryRun ? '?dryRun=1' : ''}`;
  return office.as('planner').post(path, { moves, version: options.version ?? plan.version });
}

async function reload() {
  plan = await onlyPlan(office);
}

beforeAll(reload);

describe('an exchange by hand', () => {
  test('a dry run says what it would change, and changes nothing', async () => {
    const { body, status } = await move(exchange(), { dryRun: true });
    const outcome: MoveOutcome = body;
    expect(status).toBe(200);
    expect(outcome.change).toBeLessThanOrEqual(0);
    expect(outcome.before).toBe(plan.score);
    expect(outcome.villages.length).toBeGreaterThan(0);
    expect(await readPlan(office, plan.id)).toEqual(plan);
  });

  test('is made, counted, and undone by the moves that the answer gives', async () => {
    const { body } = await move(exchange());
    const edited = await readPlan(office, plan.id);
    expect(edited.score).toBeCloseTo(body.after, 6);
    expect(edited.version).toBe(body.version);
    await move(body.inverse, { version: body.version });
    const undone = await readPlan(office, plan.id);
    expect(undone.places).toEqual(plan.places);
    expect(undone.score).toBe(plan.score);
  });

  test('two who edit at once: one succeeds, the other is told what changed', async () => {
    await reload();
    const [a, b] = [seat('district', 'firstSecretary'), seat('district', 'firstSecretary', 1)];
    const both = await Promise.all([move(exchange(a, b)), move(exchange(a, b))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const told = both.find(({ status }) => status === 409)?.body;
    expect(told.code).toBe('staleVersion');
    const nameOf = (id: string | null) => plan.cadres.find(({ cadreId }) => cadreId === id)?.name;
    expect(told.changes).toContainEqual(
      expect.objectContaining({
        path: `places.${a.id}`,
        was: nameOf(a.cadreId),
        is: nameOf(b.cadreId),
        by: '王晓东',
      }),
    );
    await reload();
  });
});

describe('what cannot be done by hand', () => {
  test('a place or person that the plan does not know, or one twice: all faults at once', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    const { cadreId, id } = seat('district', 'firstSecretary');
    const { body } = await move([
      { placeId: nobody, cadreId: nobody },
      { placeId: id, cadreId },
      { placeId: id, cadreId },
    ]);
    expect(body.status).toBe(400);
    expect(
      body.errors.map(({ code, path }: { code: string; path: string }) => [path, code]),
    ).toEqual([
      ['moves.0.placeId', 'unknownPlace'],
      ['moves.0.cadreId', 'unknownCadre'],
      ['moves.2.placeId', 'placeTwice'],
      ['moves.2.cadreId', 'cadreTwice'],
    ]);
  });

  test('taking somebody away from another place without saying what becomes of it', async () => {
    const [a, b] = [seat('district', 'firstSecretary'), seat('district', 'firstSecretary', 1)];
    const { body } = await move([{ placeId: a.id, cadreId: b.cadreId }]);
    expect(body).toMatchObject({ status: 422, errors: [{ code: 'cadreElsewhere' }] });
  });

  test('a township cadre in a district village, and the reverse (D1)', async () => {
    const [a, b] = [seat('district', 'firstSecretary'), seat('township', 'firstSecretary')];
    const { body } = await move(exchange(a, b), { dryRun: true });
    expect(body.status).toBe(422);
    expect(body.errors).toMatchObject([
      { path: 'moves.0.cadreId', code: 'wrongTier', basis: { kind: 'notice', source: '二（二）' } },
      { path: 'moves.1.cadreId', code: 'wrongTier' },
    ]);
  });

  test('a cadre of another township (D7)', async () => {
    const own = seat('township', 'firstSecretary');
    const home = plan.villages.find(({ villageId }) => villageId === own.villageId)?.townshipId;
    const foreign = plan.places.find(
      ({ tier, villageId }) =>
        tier === 'township' &&
        plan.villages.find((one) => one.villageId === villageId)?.townshipId !== home,
    );
    const { body } = await move(exchange(own, foreign));
    expect(body.errors.map(({ code }: { code: string }) => code)).toContain('outsideTownship');
  });

  test('an office cadre in a lagging village (D4)', async () => {
    const lagging = plan.villages.find(
      ({ tier, kinds }) => tier === 'township' && kinds.includes('lagging'),
    );
    const place = plan.places.find(({ villageId }) => villageId === lagging?.villageId);
    const clerk = plan.places.find(({ tier, villageId, cadreId }) => {
      const cadre = plan.cadres.find((one) => one.cadreId === cadreId);
      const township = plan.villages.find((one) => one.villageId === villageId)?.townshipId;
      return (
        tier === 'township' && township === lagging?.townshipId && cadre?.category === 'officeCadre'
      );
    });
    if (!place || !clerk) throw new Error('no such village');
    const { body } = await move(exchange(place, clerk));
    expect(body.errors).toMatchObject([
      { code: 'laggingNeedsLeadingBody', basis: { kind: 'notice', source: '二（二）' } },
    ]);
  });

  test('somebody who is not eligible (D5)', async () => {
    const { id, cadreId } = seat('district', 'deputySecretary');
    await move([{ placeId: id, cadreId: null }]);
    await reload();
    const { prisma } = office.db;
    const joinedOn = new Date('2015-03-01T00:00:00Z');
    await prisma.cadre.update({
      where: { id: cadreId ?? '' },
      data: { joinedOn, fullMemberOn: null },
    });
    const { body } = await move([{ placeId: id, cadreId }]);
    expect(body).toMatchObject({
      status: 422,
      errors: [{ code: 'notEligible', message: expect.stringContaining('尚未转正') }],
    });
  });

  test('changing a pinned place', async () => {
    const place = seat('district', 'firstSecretary', 5);
    const away = seat('district', 'firstSecretary', 6);
    await pin(office, plan, place.id);
    await reload();
    expect(plan.places.find(({ id }) => id === place.id)?.pinned).toBe(true);
    const { body } = await move([{ placeId: place.id, cadreId: null }]);
    expect(body).toMatchObject({ status: 422, errors: [{ code: 'pinned' }] });
    expect((await move(exchange(away, place))).body).toMatchObject({
      status: 422,
      errors: [
        { path: 'moves.0.cadreId', code: 'pinned' },
        { path: 'moves.1.placeId', code: 'pinned' },
      ],
    });
  });
});

describe('around the places', () => {
  const post = async (path: string, body: object) =>
    (await office.as('planner').post(`/api/plans/${plan.id}/${path}`, body)).body;

  test('candidates are best first, allowed, and say what they would change', async () => {
    const place = seat('district', 'deputySecretary', 3);
    const path = `/api/plans/${plan.id}/places/${place.id}/candidates`;
    const { body } = await office.as('planner').get(path);
    expect(body.items.length).toBeGreaterThan(100);
    const changes = body.items.map(({ change }: { change: number }) => change);
    expect(changes).toEqual(changes.toSorted((a: number, b: number) => b - a));
    const [best] = body.items;
    const taken = plan.places.find(({ id }) => id === best.currentPlaceId);
    const { body: outcome } = await move(exchange(place, taken), { dryRun: true });
    expect(outcome.change).toBeCloseTo(best.change, 6);
  });

  test('a first secretary’s place cannot stay empty, a filled place needs no reason', async () => {
    const lead = seat('district', 'firstSecretary', 8);
    const reason = '暂缺';
    const { version } = plan;
    expect(await post(`places/${lead.id}/empty-reason`, { reason, version })).toMatchObject({
      status: 422,
      errors: [{ path: 'reason', code: 'leadStaysEmpty', basis: { kind: 'notice' } }],
    });
    const deputy = seat('district', 'deputySecretary', 8);
    expect(await post(`places/${deputy.id}/empty-reason`, { reason, version })).toMatchObject({
      status: 400,
      errors: [{ code: 'placeFilled' }],
    });
  });

  test('a township’s cadre may become directly secretary, a district’s may not (D6)', async () => {
    const township = seat('township', 'firstSecretary', 2);
    const made = await post(`places/${township.id}/post`, {
      post: 'secretary',
      version: plan.version,
    });
    expect(made.places.find(({ id }: { id: string }) => id === township.id).post).toBe('secretary');
    const district = seat('district', 'firstSecretary', 2);
    expect(
      await post(`places/${district.id}/post`, { post: 'secretary', version: made.version }),
    ).toMatchObject({ status: 422, errors: [{ code: 'postOfTier' }] });
    await reload();
  });

  test('a plan is renamed, not to the name of another, and removed', async () => {
    const planner = office.as('planner');
    const path = `/api/plans/${plan.id}`;
    const renamed = await planner.patch(path, { name: '报常委会方案', version: plan.version });
    expect(renamed.body).toMatchObject({ name: '报常委会方案', version: plan.version + 1 });
    const made = await planner.post(`/api/batches/${plan.batchId}/plans`, { name: '报常委会方案' });
    expect(made.status).toBe(409);
    expect((await planner.delete(`${path}?version=${plan.version}`)).status).toBe(409);
    expect((await planner.delete(`${path}?version=${plan.version + 1}`)).status).toBe(204);
    expect((await planner.get(path)).status).toBe(404);
  });
});
