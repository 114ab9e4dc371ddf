import type { Plan } from '@xuanpai/contracts/plans';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { accepted, newPlan, solve } from '../../../testing-plans.ts';

/** Whatever a batch lacks is answered in words: the solving ends, and the plan says what is missing. */
let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('demo');
});
afterAll(() => office.close());

async function newBatch(name: string): Promise<string> {
  const dates = { date: '2013-04-24', startsOn: '2013-06-01', endsOn: '2015-05-31' };
  return accepted(await office.as('planner').post('/api/batches', { name, ...dates })).body.id;
}

async function planOf(batchId: string): Promise<Plan> {
  return accepted(await office.as('planner').post(`/api/batches/${batchId}/plans`)).body;
}

describe('a solving', () => {
  test('of a batch without villages, people and a policy of its own ends with an empty plan', async () => {
    const batchId = await newBatch('空批次');
    await office.db.prisma.batchVillage.deleteMany({ where: { batchId } });
    const plan = await planOf(batchId);
    expect(plan.places).toEqual([]);
    const { filled, unfilled, findings } = await solve(office, plan.id);
    expect({ filled, unfilled }).toEqual({ filled: 0, unfilled: [] });
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['villageWithoutTier']));
  });

  test('without a nominee leaves every place empty and says who is missing', async () => {
    const plan = await planOf(await newBatch('没有人选的批次'));
    const solved = await solve(office, plan.id);
    expect(solved.filled).toBe(0);
    expect(solved.places.length).toBeGreaterThan(0);
    expect(solved.unfilled[0]).toMatchObject({ eligible: 0 });
    expect(solved.unfilled[0]?.message).toMatch(/可排入0名，差\d+名/);
  });

  test('of nominees who are all ineligible names them and why', async () => {
    const plan = await newPlan(office);
    await office.db.pool.query("UPDATE cadre SET political_status = '群众'");
    const solved = await solve(office, plan.id);
    expect(solved.filled).toBe(0);
    expect(solved.unfilled[0]).toMatchObject({ eligible: 0 });
    expect(solved.unfilled[0]?.message).toContain('暂不能排入');
    await office.db.pool.query("UPDATE cadre SET political_status = '中共党员'");
  });

  test('of fewer people than places fills as many, and says how many are short', async () => {
    const plan = await newPlan(office);
    await office.db.pool.query(
      `UPDATE nomination SET state = 'withdrawn', withdrawn_reason = '因病', withdrawn_by = '王晓东',
         withdrawn_at = now() WHERE tier = 'district'
         AND id NOT IN (SELECT id FROM nomination WHERE tier = 'district' ORDER BY id LIMIT 10)`,
    );
    const solved = await solve(office, plan.id);
    const district = solved.places.filter(({ tier }) => tier === 'district');
    const filled = district.filter(({ cadreId }) => cadreId !== null).length;
    const eligible = solved.cadres.filter((one) => one.tier === 'district' && one.eligible).length;
    expect(filled).toBe(eligible);
    expect(solved.unfilled[0]).toMatchObject({ tier: 'district', short: district.length - filled });
  });

  test('of a plan that nobody can be placed in is not approved', async () => {
    const { id, version } = await planOf(await newBatch('又一空批次'));
    const decision = {
      meeting: '区委常委会',
      date: '2015-04-24',
      minutesNumber: '1',
      documentNumber: '1',
    };
    const reply = await office
      .as('planner')
      .post(`/api/plans/${id}/approval`, { ...decision, version });
    expect(reply.status).toBe(422);
  });
});
