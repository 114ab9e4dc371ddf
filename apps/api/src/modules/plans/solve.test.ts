import { setTimeout as delay } from 'node:timers/promises';
import type { Run } from '@xuanpai/contracts/plan-runs';
import type { Plan } from '@xuanpai/contracts/plans';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';
import {
  eventsOf,
  newPlan,
  onlyPlan,
  pin,
  readPlan,
  runToEnd,
  solve,
  startRun,
} from '../../testing-plans.ts';

const holders = ({ places }: Plan) =>
  new Map(places.map(({ villageId, post, cadreId }) => [`${villageId} ${post}`, cadreId]));

describe('the sample district before corrections', () => {
  let office: TestApp;
  let plan: Plan;
  beforeAll(async () => {
    office = await startTestApp('demo');
    plan = await newPlan(office);
  });
  afterAll(() => office.close());

  test('a new plan has 144 district and 111 township places, a first secretary everywhere', () => {
    const count = (wanted: Partial<Plan['places'][number]>) =>
      plan.places.filter(({ tier, post }) => tier === wanted.tier && post === wanted.post).length;
    expect(count({ tier: 'district', post: 'firstSecretary' })).toBe(72);
    expect(count({ tier: 'district', post: 'deputySecretary' })).toBe(72);
    expect(count({ tier: 'township', post: 'firstSecretary' })).toBe(111);
    expect(plan.unfilled[0]?.message).toContain('区直：72个村要派144名，可排入140名，差4名');
  });

  test('plans are named one after the other', async () => {
    const second = await newPlan(office);
    expect(second.name).toBe('方案二');
    await office.as('planner').delete(`/api/plans/${second.id}?version=${second.version}`);
    expect((await newPlan(office)).name).toBe('方案二');
  });

  test('246 are placed and the nine are not; why stands there in words', async () => {
    const solved = await solve(office, plan.id);
    expect(solved.filled).toBe(246);
    const aside = solved.cadres.filter(({ eligible }) => !eligible).map(({ cadreId }) => cadreId);
    expect(aside).toHaveLength(9);
    const placed = new Set(solved.places.map(({ cadreId }) => cadreId));
    expect(aside.filter((id) => placed.has(id))).toEqual([]);
    const zhengwang = solved.unfilled.find(({ name }) => name === '郑旺镇');
    expect(zhengwang).toMatchObject({ places: 16, eligible: 14, short: 2 });
    expect(zhengwang?.message).toMatch(
      /^郑旺镇：16个村要派16名，可排入14名，差2名：.+、.+。暂不能排入：叶丽强、史凯斌（.+）。$/,
    );
  });

  test('a proven plan has its bound, which exchanges by hand leave and a pin takes away', async () => {
    const proven = await newPlan(office);
    const runId = await startRun(office, proven.id, { prove: true });
    const events = await eventsOf(office, proven.id, runId);
    expect(events.some(({ phase, bound }) => phase === 'proof' && bound !== null)).toBe(true);
    expect(events.at(-1)).toMatchObject({
      status: 'done',
      message: null,
      gap: expect.closeTo(0, 6),
    });
    const plan = await readPlan(office, proven.id);
    expect(plan).toMatchObject({
      filled: 246,
      optimal: true,
      bound: expect.closeTo(plan.score ?? 0, 4),
    });

    const planner = office.as('planner');
    const [one, other] = plan.places.filter(
      ({ tier, post }) => tier === 'district' && post === 'deputySecretary',
    );
    const moves = [
      { placeId: one?.id, cadreId: other?.cadreId },
      { placeId: other?.id, cadreId: one?.cadreId },
    ];
    await planner.post(`/api/plans/${plan.id}/moves`, { moves, version: plan.version });
    const moved = await readPlan(office, plan.id);
    expect(moved.bound).toBeCloseTo(plan.bound ?? 0, 4);
    expect(moved.optimal).toBe(false);
    expect(moved.score ?? 0).toBeLessThan(moved.bound ?? 0);

    await pin(office, moved, one?.id ?? '');
    expect(await readPlan(office, plan.id)).toMatchObject({ bound: null, optimal: false });
    const pinned = await readPlan(office, plan.id);
    await planner.delete(`/api/plans/${plan.id}?version=${pinned.version}`);
  });

  test('a proof that is cut short leaves the plan, accepted as it is', async () => {
    const early = await newPlan(office);
    const runId = await startRun(office, early.id, { prove: true });
    const planner = office.as('planner');
    const path = `/api/plans/${early.id}/runs/${runId}`;
    await expect
      .poll(async () => (await readPlan(office, early.id)).filled, { timeout: 60_000 })
      .toBe(246);
    await planner.post(`${path}/cancel`);
    const run = await runToEnd(office, early.id, runId);
    expect(run.status).toBe('done');
    expect(['已采用现有方案，证明到此为止。', null]).toContain(run.message);
    const { version, filled } = await readPlan(office, early.id);
    expect(filled).toBe(246);
    await planner.delete(`/api/plans/${early.id}?version=${version}`);
  });

  test('the same seed gives the same plan, and so does no seed', async () => {
    const before = holders(await readPlan(office, plan.id));
    const twin = await newPlan(office);
    expect(holders(await solve(office, twin.id))).toEqual(before);
    const again = await solve(office, plan.id);
    expect(holders(again)).toEqual(before);
  });

  test('a pinned person stays, and a plan counts nobody who is in two places', async () => {
    const deputy = plan.places.find(({ post }) => post === 'deputySecretary');
    const { version, cadres } = await readPlan(office, plan.id);
    const planner = office.as('planner');
    const path = `/api/plans/${plan.id}/places/${deputy?.id}/candidates`;
    const { body } = await planner.get(path);
    const worst = body.items.at(-1);
    const holder = (await readPlan(office, plan.id)).places.find(({ id }) => id === deputy?.id);
    const moves = [
      { placeId: deputy?.id, cadreId: worst.cadreId },
      ...(worst.currentPlaceId
        ? [{ placeId: worst.currentPlaceId, cadreId: holder?.cadreId ?? null }]
        : []),
    ];
    await planner.post(`/api/plans/${plan.id}/moves`, { moves, version });
    await pin(office, await readPlan(office, plan.id), deputy?.id ?? '');
    const solved = await solve(office, plan.id, 7);
    const kept = solved.places.find(({ id }) => id === deputy?.id);
    expect(kept).toMatchObject({ cadreId: worst.cadreId, pinned: true });
    const placed = solved.places.flatMap(({ cadreId }) => cadreId ?? []);
    expect(new Set(placed).size).toBe(placed.length);
    expect(cadres).toHaveLength(255);
  });
});

describe('a run', () => {
  let office: TestApp;
  let plan: Plan;
  beforeEach(async () => {
    office = await startTestApp('planned');
    plan = await onlyPlan(office);
    return () => office.close();
  });

  const runOf = async (runId: string, planId = plan.id): Promise<Run> =>
    (await office.as('planner').get(`/api/plans/${planId}/runs/${runId}`)).body;

  async function untilRunning(runId: string, planId = plan.id) {
    for (;;) {
      const run = await runOf(runId, planId);
      if (run.status === 'running' && run.progress > 0) return;
      if (run.status !== 'queued' && run.status !== 'running') throw new Error(run.status);
      await delay(20);
    }
  }

  test('tells its progress in events, which end with it, and can be taken up again', async () => {
    const runId = await startRun(office, plan.id, { seed: 5 });
    const events = await eventsOf(office, plan.id, runId);
    expect(events.at(-1)).toMatchObject({ id: runId, status: 'done', progress: 1 });
    const bars = events.slice(0, -1).map(({ progress }) => progress);
    expect(bars).toEqual(bars.toSorted((a, b) => a - b));
    const stored = await office.db.prisma.planRunEvent.count({ where: { runId } });
    expect(stored).toBeGreaterThan(0);
    const rest = await eventsOf(office, plan.id, runId, { 'last-event-id': String(stored) });
    expect(rest).toHaveLength(1);
    const nonsense = await eventsOf(office, plan.id, runId, { 'last-event-id': '1e30' });
    expect(nonsense).toHaveLength(stored + 1);
  });

  test('is one at a time for a plan; a second plan waits its turn', async () => {
    const other = await newPlan(office);
    const first = await startRun(office, plan.id);
    const second = await startRun(office, other.id);
    const twice = await office.as('planner').post(`/api/plans/${plan.id}/solve`);
    expect(twice.body).toMatchObject({ status: 409, code: 'runOpen' });
    expect((await readPlan(office, plan.id)).openRunId).toBe(first);
    expect(await runOf(second, other.id)).toMatchObject({ status: 'queued', queuePosition: 1 });
    expect((await runToEnd(office, other.id, second)).status).toBe('done');
  });

  test('leaves requests answered while it goes on', async () => {
    const runId = await startRun(office, plan.id);
    await untilRunning(runId);
    const reply = await office.as('planner').get('/api/batches');
    expect(reply.status).toBe(200);
    expect((await runOf(runId)).status).toBe('running');
    await runToEnd(office, plan.id, runId);
  });

  test('cancelled, it keeps the best plan so far', async () => {
    const draft = await newPlan(office);
    const runId = await startRun(office, draft.id);
    await untilRunning(runId, draft.id);
    await office.as('planner').post(`/api/plans/${draft.id}/runs/${runId}/cancel`);
    const run = await runToEnd(office, draft.id, runId);
    expect(run.status).toBe('cancelled');
    const kept = await readPlan(office, draft.id);
    expect(kept.filled).toBe(255);
    expect(kept.score).toBe(run.score);
  });

  test('cancelled while it waits, it never begins', async () => {
    const other = await newPlan(office);
    await startRun(office, plan.id);
    const waiting = await startRun(office, other.id);
    const path = `/api/plans/${other.id}/runs/${waiting}/cancel`;
    const { body } = await office.as('planner').post(path);
    expect(body).toMatchObject({ status: 'cancelled', startedAt: null });
    expect((await readPlan(office, other.id)).filled).toBe(0);
  });

  test('is refused where the plan was edited meanwhile, with a message', async () => {
    const runId = await startRun(office, plan.id);
    const moves = [{ placeId: plan.places[0]?.id, cadreId: null }];
    const path = `/api/plans/${plan.id}/moves`;
    await office.as('planner').post(path, { moves, version: plan.version });
    const run = await runToEnd(office, plan.id, runId);
    expect(run).toMatchObject({ status: 'failed', message: expect.stringContaining('已被修改') });
    expect((await readPlan(office, plan.id)).filled).toBe(254);
  });

  test('for a plan seen in an older version does not begin', async () => {
    const reply = await office.as('planner').post(`/api/plans/${plan.id}/solve`, { version: 1 });
    expect(reply.body).toMatchObject({ status: 409, code: 'staleVersion' });
  });

  test('whose worker fails leaves the plan as it was', async () => {
    office.deps.settings.workers = '/nowhere';
    const runId = await startRun(office, plan.id);
    const run = await runToEnd(office, plan.id, runId);
    expect(run).toMatchObject({ status: 'failed', message: expect.stringContaining('出错') });
    expect(await readPlan(office, plan.id)).toMatchObject({ filled: 255, version: plan.version });
  });

  test('whose process went away fails after 15 s, and the plan can be solved again', async () => {
    const lost = await office.db.prisma.planRun.create({
      data: {
        planId: plan.id,
        status: 'running',
        workerId: 'gone',
        seed: 1,
        planVersion: plan.version,
        startedByName: '王晓东',
        startedAt: new Date(Date.now() - 60_000),
        heartbeatAt: new Date(Date.now() - 16_000),
      },
    });
    const run = await runToEnd(office, plan.id, lost.id);
    expect(run).toMatchObject({ status: 'failed', message: expect.stringContaining('中断') });
    const next = await startRun(office, plan.id);
    expect((await runToEnd(office, plan.id, next)).status).toBe('done');
  });

  test('goes back into the queue when the application closes', async () => {
    const second = await startTestApp('planned');
    const { id } = await onlyPlan(second);
    const runId = await startRun(second, id);
    await second.app.close();
    const run = await second.db.prisma.planRun.findUniqueOrThrow({ where: { id: runId } });
    expect(['queued', 'done']).toContain(run.status);
    await second.close();
  });

  test('of another plan is not found', async () => {
    const other = await newPlan(office);
    const runId = await startRun(office, other.id);
    const path = `/api/plans/${plan.id}/runs/${runId}`;
    expect((await office.as('planner').get(path)).status).toBe(404);
    expect((await office.as('planner').get(`${path}/events`)).status).toBe(404);
    expect((await office.as('planner').post(`${path}/cancel`)).status).toBe(404);
    await runToEnd(office, other.id, runId);
  });
});
