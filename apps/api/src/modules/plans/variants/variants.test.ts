import type { Comparison, Weighing } from '@xuanpai/contracts/plan-variants';
import type { Plan } from '@xuanpai/contracts/plans';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import {
  accepted,
  approve,
  confirm,
  decision,
  newPlan,
  onlyPlan,
  pin,
  publish,
  readPlan,
  solve,
} from '../../../testing-plans.ts';
import { boundInputOf } from '../read/bound.ts';
import { openPlan } from '../read/open-plan.ts';

const dearPairs = { 'score.sameUnit': 150 };
const seats = ({ places }: Plan) =>
  places.map(({ villageId, post, cadreId }) => `${villageId} ${post} ${cadreId}`).toSorted();

let office: TestApp;
let plan: Plan;
const planner = () => office.as('planner');
const post = (path: string, body: object = {}) => planner().post(`/api/plans/${path}`, body);
const copy = async (of: Plan, body: object = {}): Promise<Plan> =>
  accepted(await post(`${of.id}/copies`, body)).body;
const compare = async (one: Plan, other: Plan): Promise<Comparison> =>
  accepted(await planner().get(`/api/plans/${one.id}/comparison?with=${other.id}`)).body;

describe('a copy', () => {
  beforeAll(async () => {
    office = await startTestApp('planned');
    plan = await onlyPlan(office);
    await pin(office, plan, plan.places[0]?.id ?? '');
    plan = await readPlan(office, plan.id);
  });
  afterAll(() => office.close());

  test('has the same holders, wishes and points, and the proof where nothing else is asked', async () => {
    const { prisma } = office.db;
    const boundInput = boundInputOf(await openPlan(prisma, plan.id, office.deps.today()));
    const bound = (plan.score ?? 0) + 20;
    await prisma.plan.update({ where: { id: plan.id }, data: { bound, boundInput } });
    plan = await readPlan(office, plan.id);
    const twin = await copy(plan);
    expect(twin).toMatchObject({
      name: '方案一副本',
      status: 'draft',
      basedOnId: plan.id,
      weightChanges: null,
      score: plan.score,
      bound: plan.bound,
      optimal: plan.optimal,
      solvedAt: plan.solvedAt,
    });
    expect(twin.bound).toBe(bound);
    expect(seats(twin)).toEqual(seats(plan));
    expect(twin.places.filter(({ pinned }) => pinned)).toHaveLength(1);
    expect((await copy(plan)).name).toBe('方案一副本二');
    const { parts, people, gained, solved, wishes, sameWeights } = await compare(plan, twin);
    expect({ parts, people, gained, solved, wishes }).toEqual({
      parts: [],
      people: [],
      gained: [],
      solved: [],
      wishes: [],
    });
    expect(sameWeights).toBe(true);
  });

  test('with weights of its own counts by them, and loses the proof', async () => {
    const trial = await copy(plan, { name: '搭班优先', weightChanges: dearPairs });
    expect(trial).toMatchObject({ weightChanges: dearPairs, bound: null, optimal: false });
    expect(trial.score).toBeCloseTo((plan.score ?? 0) + trial.pairs * 90, 4);
    const { body } = await planner().get(`/api/batches/${plan.batchId}/plans`);
    const listed = body.items.find(({ id }: Plan) => id === trial.id);
    expect(listed).toMatchObject({ basedOnId: plan.id, weightChanges: dearPairs });
    const like = await copy(trial);
    expect(like.weightChanges).toEqual(dearPairs);
    expect((await copy(trial, { weightChanges: {} })).weightChanges).toBeNull();
  });

  test('stays when the plan that it came from is deleted', async () => {
    const middle = await copy(plan);
    const last = await copy(middle);
    await planner().delete(`/api/plans/${middle.id}?version=${middle.version}`);
    expect(await readPlan(office, last.id)).toMatchObject({ basedOnId: null, score: plan.score });
  });

  test('of a taken name, or with weights that can’t be, isn’t made', async () => {
    expect((await post(`${plan.id}/copies`, { name: plan.name })).status).toBe(409);
    const weightChanges = {
      'score.sameUnit': 'many',
      'score.need': { weakLax: {} },
      'eligibility.ageLimit': 50,
      'score.nothing': 1,
    };
    const refused = await post(`${plan.id}/copies`, { weightChanges });
    expect(refused.status).toBe(400);
    const paths = refused.body.errors.map(({ path }: { path: string }) => path);
    expect(paths).toContain('weightChanges.score.sameUnit');
    expect(paths).toContain('weightChanges.score.need.none');
    expect(paths).toContain('weightChanges.eligibility.ageLimit');
    expect(paths).toContain('weightChanges.score.nothing');
  });
});

describe('weights on trial', () => {
  beforeEach(async () => {
    office = await startTestApp('planned');
    plan = await onlyPlan(office);
    return () => office.close();
  });

  const weights = async (id: string): Promise<Weighing> =>
    accepted(await office.as('leader').get(`/api/plans/${id}/weights`)).body;
  const sum = ({ contributions }: Weighing) =>
    contributions.reduce((all, { points }) => all + points, 0);
  const of = ({ contributions }: Weighing, key: string) =>
    contributions.find((one) => one.key === key);

  test('say what each gives the plan, and at once what another value would', async () => {
    const now = await weights(plan.id);
    expect(now.weightChanges).toEqual({});
    expect(sum(now)).toBeCloseTo(plan.score ?? 0, 4);
    expect(of(now, 'score.sameUnit')).toMatchObject({
      quantity: plan.pairs,
      points: plan.pairs * 60,
    });
    const trial = await office
      .as('leader')
      .post(`/api/plans/${plan.id}/weights/trial`, { weightChanges: dearPairs });
    expect(trial.body).toMatchObject({ weightChanges: dearPairs, planVersion: plan.version });
    expect(of(trial.body, 'score.sameUnit')?.points).toBe(plan.pairs * 150);
    expect(trial.body.score).toBeCloseTo((plan.score ?? 0) + plan.pairs * 90, 4);
    expect(await readPlan(office, plan.id)).toMatchObject({ version: plan.version });
  });

  test('solve a copy otherwise; both stand beside each other by the first’s weights', async () => {
    const noPairs = { 'score.sameUnit': 0, 'score.splitUnit': 0 };
    const trial = await solve(office, (await copy(plan, { weightChanges: noPairs })).id);
    expect(trial.pairs).toBeLessThan(plan.pairs);
    const found = await compare(plan, trial);
    expect(found).toMatchObject({
      sameWeights: false,
      first: { score: plan.score, pairs: plan.pairs },
      second: { score: trial.score, pairs: trial.pairs, weightChanges: noPairs },
    });
    const difference = found.parts.reduce((all, { before, after }) => all + after - before, 0);
    expect(difference).toBeCloseTo((found.second.byOther?.score ?? 0) - (plan.score ?? 0), 3);
    expect(found.second.byOther?.score ?? 0).toBeLessThan(plan.score ?? 0);
    expect(found.parts).toContainEqual({
      kind: 'pair',
      before: plan.pairs * 60,
      after: trial.pairs * 60,
    });
    const moved = new Set(found.people.map(({ cadreId }) => cadreId));
    const was = new Map(plan.places.map((place) => [place.cadreId, place]));
    for (const { cadreId, villageId, post } of trial.places) {
      const before = was.get(cadreId);
      expect(moved.has(cadreId ?? '')).toBe(
        before?.villageId !== villageId || before.post !== post,
      );
    }
    expect(found.villages.filter((village) => village.moved).length).toBeGreaterThan(0);
    const file = await office
      .as('leader')
      .download(`/api/plans/${plan.id}/comparison.xlsx?with=${trial.id}`);
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('方案比较');
  });

  test('stop the approval, until the policy has them', async () => {
    const trial = await copy(plan, { weightChanges: dearPairs });
    const refused = await post(`${trial.id}/approval`, { ...decision, version: trial.version });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([
      { code: 'ownWeights', message: expect.stringContaining('60→150') },
    ]);
    const report = await planner().get(`/api/plans/${trial.id}/report`);
    expect(report.body.quality).toContain('按试算的权重计算');
    const policy = `/api/batches/${plan.batchId}/policy`;
    const { version } = (await planner().get(policy)).body;
    const changes = [{ key: 'score.sameUnit', value: 150 }];
    const body = { effectiveFrom: '2015-04-24', reason: '部务会研究', changes, version };
    accepted(await planner().post(policy, body));
    const adopted = await readPlan(office, trial.id);
    expect(adopted).toMatchObject({ weightChanges: null, score: trial.score });
    const issued = await publish(office, await confirm(office, await approve(office, adopted)));
    expect(issued).toMatchObject({ status: 'issued', weightChanges: null });
  });

  test('are changed and taken back; an approval ends with them', async () => {
    const approved = await approve(office, plan);
    const path = `/api/plans/${plan.id}/weights`;
    const body = { weightChanges: dearPairs, version: approved.version };
    const changed = accepted(await planner().patch(path, body)).body;
    expect(changed).toMatchObject({ status: 'draft', approval: null, weightChanges: dearPairs });
    const back = { weightChanges: {}, version: changed.version };
    const restored = accepted(await planner().patch(path, back)).body;
    expect(restored).toMatchObject({ weightChanges: null, score: plan.score });
    expect((await planner().patch(path, back)).body).toMatchObject({ code: 'staleVersion' });
  });
});

describe('keep or drop', () => {
  beforeEach(async () => {
    office = await startTestApp('planned');
    plan = await onlyPlan(office);
    return () => office.close();
  });

  test('a plan laid aside is read only, and comes back as it was', async () => {
    const { id, version } = plan;
    const dropped = accepted(await post(`${id}/drop`, { version })).body;
    expect(dropped).toMatchObject({ status: 'dropped', filled: 255 });
    const moves = [{ placeId: plan.places[0]?.id, cadreId: null }];
    const edit = await post(`${id}/moves`, { moves, version: dropped.version });
    expect(edit.body).toMatchObject({
      code: 'alreadyDone',
      detail: expect.stringContaining('恢复'),
    });
    expect((await post(`${id}/solve`)).body).toMatchObject({ code: 'alreadyDone' });
    expect((await post(`${id}/drop`, { version })).body).toMatchObject({ code: 'staleVersion' });
    expect((await copy(dropped)).status).toBe('draft');
    const back = accepted(await post(`${id}/restore`, { version: dropped.version })).body;
    expect(back).toMatchObject({ status: 'draft', score: plan.score });
    const again = await post(`${id}/restore`, { version: back.version });
    expect(again.body).toMatchObject({ code: 'alreadyDone' });
  });

  test('an approval ends where the plan is laid aside', async () => {
    const approved = await approve(office, plan);
    const { version } = approved;
    expect(accepted(await post(`${plan.id}/drop`, { version })).body).toMatchObject({
      status: 'dropped',
      approval: null,
    });
  });

  test('an issued plan is neither dropped nor weighed otherwise, but copied', async () => {
    const issued = await publish(office, await confirm(office, await approve(office, plan)));
    const { id, version } = issued;
    expect((await post(`${id}/drop`, { version })).body).toMatchObject({ code: 'alreadyDone' });
    const weights = { weightChanges: dearPairs, version };
    const refused = await planner().patch(`/api/plans/${id}/weights`, weights);
    expect(refused.body).toMatchObject({ code: 'alreadyDone' });
    const draft = await copy(issued);
    expect(draft).toMatchObject({ status: 'draft', score: issued.score, approval: null });
    expect(seats(draft)).toEqual(seats(issued));
  });

  test('plans of two batches can’t be compared, and one that isn’t there is not found', async () => {
    const dates = { date: '2017-05-02', startsOn: '2017-06-01', endsOn: '2019-05-31' };
    const batch = accepted(await planner().post('/api/batches', { name: '第三批', ...dates })).body;
    const other = accepted(await planner().post(`/api/batches/${batch.id}/plans`)).body;
    const path = `/api/plans/${plan.id}/comparison?with=`;
    const refused = await planner().get(path + other.id);
    expect(refused.body).toMatchObject({ status: 400, errors: [{ code: 'otherBatch' }] });
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect((await planner().get(path + nowhere)).status).toBe(404);
    expect((await newPlan(office)).basedOnId).toBeNull();
  });
});
