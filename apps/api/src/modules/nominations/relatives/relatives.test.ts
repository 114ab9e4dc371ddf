import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { accepted, onlyPlan, readPlan } from '../../../testing-plans.ts';

let office: TestApp;
let base: string;
let planId: string;
beforeAll(async () => {
  office = await startTestApp('planned');
  const plan = await onlyPlan(office);
  planId = plan.id;
  base = `/api/batches/${plan.batchId}/nominations`;
}, 300_000);
afterAll(() => office.close());

/** Both of one village of the district tier, by their places in the plan. */
async function beside() {
  const { places, cadres } = await readPlan(office, planId);
  const lead = places.find(({ tier, cadreId }) => tier === 'district' && cadreId);
  const deputy = places.find(
    ({ villageId, id }) => villageId === lead?.villageId && id !== lead?.id,
  );
  const nominee = cadres.find(({ cadreId }) => cadreId === lead?.cadreId);
  const other = cadres.find(({ cadreId }) => cadreId === deputy?.cadreId);
  if (!lead || !nominee || !other) throw new Error('nobody is placed');
  return { lead, nominee, other };
}
const hard = async () =>
  (await readPlan(office, planId)).findings.filter(({ weight }) => weight === 'blocks');

describe('declared kin', () => {
  test('is seen from both sides, and a plan that has both in one village says rule and basis', async () => {
    const { nominee, other } = await beside();
    const planner = office.as('planner');
    const declared = await planner.post(`${base}/${nominee.nominationId}/relatives`, {
      otherCadreId: other.cadreId,
      relation: 'spouse',
      note: '2009年登记结婚',
    });
    expect(declared).toMatchObject({
      status: 201,
      body: { cadreName: nominee.name, otherCadreName: other.name, declaredByName: '王晓东' },
    });
    const { items } = accepted(await planner.get(`${base}/${other.nominationId}/relatives`)).body;
    expect(items).toMatchObject([{ id: declared.body.id, nominationId: nominee.nominationId }]);
    expect(await hard()).toMatchObject([
      {
        code: 'relativesTogether',
        message: expect.stringContaining('是亲属，不能同在'),
        basis: { kind: 'reading', source: expect.stringContaining('任职回避') },
      },
    ]);
    const again = await planner.post(`${base}/${nominee.nominationId}/relatives`, {
      otherCadreId: other.cadreId,
      relation: 'spouse',
    });
    expect(again.status).toBe(409);

    const path = `${base}/${nominee.nominationId}/relatives/${declared.body.id}`;
    expect((await planner.patch(path, { relation: 'inLaw', version: 1 })).body).toMatchObject({
      relation: 'inLaw',
      note: '2009年登记结婚',
      version: 2,
    });
    expect((await planner.patch(path, { relation: 'direct', version: 1 })).body).toMatchObject({
      status: 409,
      changes: [{ path: 'relation', was: 'spouse', is: 'inLaw' }],
    });
    expect((await planner.delete(`${path}?version=2`)).status).toBe(204);
    expect(await hard()).toEqual([]);
  });

  test('with a village’s committees contradicts a pin there, and stands among the wishes', async () => {
    const { lead, nominee } = await beside();
    const planner = office.as('planner');
    const { villageId } = lead;
    const body = { villageId, relation: 'collateral', note: '其兄任村委会主任' };
    accepted(await planner.post(`${base}/${nominee.nominationId}/relatives`, body));
    const { version } = await readPlan(office, planId);
    const pin = { kind: 'pin', placeId: lead.id, cadreId: nominee.cadreId, reason: '熟悉情况' };
    accepted(await planner.post(`/api/plans/${planId}/wishes`, { wishes: [pin], version }));
    const { relatives, contradictions } = accepted(
      await planner.get(`/api/plans/${planId}/wishes`),
    ).body;
    expect(relatives).toMatchObject([
      { villageId, text: expect.stringContaining('在'), relation: 'collateral' },
    ]);
    expect(contradictions).toMatchObject([
      { code: 'pinForbidden', message: expect.stringContaining('应当回避') },
    ]);
  });

  test('is with one other, a cadre or a village, and not oneself', async () => {
    const { nominee, lead } = await beside();
    const path = `${base}/${nominee.nominationId}/relatives`;
    const post = async (body: object) =>
      (await office.as('planner').post(path, { relation: 'direct', ...body })).body;
    const itself = { otherCadreId: nominee.cadreId };
    expect(await post({})).toMatchObject({ status: 400, errors: [{ code: 'oneOf' }] });
    expect(await post({ ...itself, villageId: lead.villageId })).toMatchObject({ status: 400 });
    expect(await post(itself)).toMatchObject({ status: 400, errors: [{ code: 'oneself' }] });
  });
});
