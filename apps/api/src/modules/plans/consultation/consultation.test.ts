import type { Consultation, PlanConsultation } from '@xuanpai/contracts/plan-consultation';
import type { Plan } from '@xuanpai/contracts/plans';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { accepted, approve, decision, onlyPlan, readPlan } from '../../../testing-plans.ts';

let office: TestApp;
let plan: Plan;
beforeAll(async () => {
  office = await startTestApp('planned');
  plan = await onlyPlan(office);
});
afterAll(() => office.close());

const path = () => `/api/plans/${plan.id}/consultation`;
const read = async (): Promise<PlanConsultation> =>
  accepted(await office.as('leader').get(path())).body;
const send = async () =>
  office.as('planner').post(path(), { version: (await readPlan(office, plan.id)).version });
const own = async (as: string): Promise<Consultation[]> =>
  accepted(await office.as(as).get('/api/consultations')).body.items;
const answer = (one: Consultation | undefined, body: object, as = 'planner') =>
  office.as(as).post(`/api/consultations/${one?.id}/answer`, { version: one?.version, ...body });

describe('asking about a plan', () => {
  test('goes to 73 units, 10 townships and discipline inspection at once', async () => {
    expect((await read()).counts).toMatchObject({ sent: 0, unsent: 84 });
    const { items, counts } = accepted(await send()).body;
    expect(counts).toMatchObject({ sent: 84, unsent: 0, outdated: 0 });
    const parties = items.map(({ party }: Consultation) => party);
    expect(parties.filter((party: string) => party === 'unit')).toHaveLength(73);
    expect(parties.filter((party: string) => party === 'township')).toHaveLength(10);
    expect(items.at(-1)).toMatchObject({ party: 'disciplineInspection', name: '区纪委监委' });
  });

  test('shows a liaison the own unit’s people alone, an officer those of the own township', async () => {
    const [unit, ...others] = await own('liaison');
    expect(others).toEqual([]);
    expect(unit).toMatchObject({ party: 'unit', name: '区财政局', state: 'sent' });
    expect(new Set(unit?.posts.map(({ unitName }) => unitName))).toEqual(new Set(['区财政局']));
    const [township] = await own('officer');
    const inZhengwang = new Set(
      plan.villages
        .filter(({ townshipId }) => townshipId === townshipOf('郑旺镇'))
        .map(({ villageId }) => villageId),
    );
    expect(township?.posts.length).toBeGreaterThan(0);
    expect(township?.posts.every(({ villageId }) => inZhengwang.has(villageId))).toBe(true);
    expect((await office.as('officer').get(path())).status).toBe(403);
  });

  test('each answers for the own, and an objection says what is objected to', async () => {
    const [unit] = await own('liaison');
    const [township] = await own('officer');
    expect((await answer(township, { answer: 'agreed' }, 'liaison')).status).toBe(404);
    const mute = await answer(unit, { answer: 'objected' }, 'liaison');
    expect(mute.body.errors).toMatchObject([{ code: 'objectionWithoutText' }]);
    const text = '两人请安排在一个村';
    const objected = accepted(await answer(unit, { answer: 'objected', text }, 'liaison')).body;
    expect(objected).toMatchObject({ state: 'objected', text, answeredOn: '2015-04-24' });
    accepted(await answer(township, { answer: 'agreed' }, 'officer'));
    expect((await answer(unit, { answer: 'agreed' }, 'liaison')).body.code).toBe('staleVersion');
    const early = await answer(objected, { answer: 'agreed', answeredOn: '2015-04-23' });
    expect(early.body.errors).toMatchObject([{ code: 'dayOutside' }]);
    expect((await read()).counts).toMatchObject({ sent: 82, agreed: 1, objected: 1 });
  });

  test('goes out as a workbook', async () => {
    const file = await office.as('planner').download(`${path()}.xlsx`);
    expect(file.status).toBe(200);
  });

  test('an open objection stops the approval unless there is a reason to go on', async () => {
    const { version } = await readPlan(office, plan.id);
    const approval = `/api/plans/${plan.id}/approval`;
    const refused = await office.as('planner').post(approval, { ...decision, version });
    expect(refused.body).toMatchObject({
      status: 422,
      errors: [{ code: 'objectionOpen', message: '区财政局有异议：两人请安排在一个村' }],
    });
    const objectionsReason = '经沟通，该单位同意服从安排';
    const body = { ...decision, objectionsReason, version };
    const approved = accepted(await office.as('planner').post(approval, body)).body;
    expect(approved.approval).toMatchObject({ objectionsReason });
  });

  test('settled, it stops nothing any more, and the step can be put on record', async () => {
    const objected = (await read()).items.find(({ state }) => state === 'objected');
    const settle = (one: Consultation | undefined) =>
      office.as('planner').post(`/api/consultations/${one?.id}/settlement`, {
        settlement: '已与单位沟通一致',
        version: one?.version,
      });
    const settled = accepted(await settle(objected)).body;
    expect(settled).toMatchObject({ state: 'settled', settledBy: '王晓东' });
    expect((await answer(settled, { answer: 'agreed' })).body.code).toBe('alreadyDone');
    const { step, items } = await read();
    expect((await settle(items.find(({ state }) => state === 'agreed'))).status).toBe(409);
    expect(step).toEqual({
      date: '2015-04-24',
      note: '征求84家意见：同意1，异议1（已处理1），未答复82',
    });
    expect((await approve(office, await readPlan(office, plan.id))).status).toBe('approved');
  });

  test('a plan that proposes something else asks those anew whom it concerns', async () => {
    const [one, other] = plan.places.filter(({ post }) => post === 'deputySecretary');
    const { version } = await readPlan(office, plan.id);
    const moves = [
      { placeId: one?.id, cadreId: other?.cadreId },
      { placeId: other?.id, cadreId: one?.cadreId },
    ];
    accepted(await office.as('planner').post(`/api/plans/${plan.id}/moves`, { moves, version }));
    const { counts } = await read();
    expect(counts.outdated).toBeGreaterThanOrEqual(3);
    expect(accepted(await send()).body.counts).toMatchObject({ outdated: 0, unsent: 0 });
  });
});

function townshipOf(name: string) {
  return plan.townships.find((township) => township.name === name)?.id;
}
