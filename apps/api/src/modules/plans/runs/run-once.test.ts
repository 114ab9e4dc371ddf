import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing.ts';
import { newPlan, runToEnd } from '../../../testing-plans.ts';
import { claimRun } from './run-store.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('demo');
});
afterAll(() => office.close());

test('of several who start a plan at once one does, and the others are told', async () => {
  const { id } = await newPlan(office);
  const replies = await Promise.all(
    [1, 2, 3, 4].map(() => office.as('planner').post(`/api/plans/${id}/solve`, { prove: false })),
  );
  const statuses = replies.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([202, 409, 409, 409]);
  const refused = replies.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ code: 'runOpen' });
  const runId = replies.find(({ status }) => status === 202)?.body.runId;
  expect((await runToEnd(office, id, runId)).status).toBe('done');
});

test('of several processes that look for work at once each takes another run', async () => {
  const { prisma } = office.db;
  const plans = await Promise.all([newPlan(office), newPlan(office), newPlan(office)]);
  await prisma.planRun.createMany({
    data: plans.map(({ id, version }) => ({
      planId: id,
      seed: 1,
      planVersion: version,
      startedByName: '王晓东',
    })),
  });
  const workers = ['one', 'two', 'three', 'four', 'five'];
  const taken = await Promise.all(workers.map((worker) => claimRun(office.db, worker)));
  const ids = taken.flatMap((run) => run?.id ?? []);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  for (const run of taken.filter((one) => one !== null)) {
    const { workerId } = await prisma.planRun.findUniqueOrThrow({ where: { id: run.id } });
    expect(workerId).toBe(run.workerId);
  }
});
