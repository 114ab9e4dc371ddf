import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './testing.ts';
import { onlyPlan } from './testing-plans.ts';
import {
  type Application,
  ask,
  buildApplication,
  removeApplication,
  startProcess,
  tokenOf,
} from './testing-processes.ts';

let office: TestApp;
let one: Application;
let other: Application;
beforeAll(() => buildApplication());
afterAll(() => removeApplication());
beforeEach(async () => {
  office = await startTestApp('planned');
  [one, other] = await Promise.all([startProcess(office.url), startProcess(office.url)]);
});
afterEach(async () => {
  await Promise.all([one.kill('SIGKILL'), other.kill('SIGKILL')]);
  await office.close();
});

test('a solving whose process is killed fails after its silence, and is solved again elsewhere', async () => {
  const token = await tokenOf(other, 'planner');
  const plan = await onlyPlan(office);
  const solve = (at: Application) =>
    ask(at, `/api/plans/${plan.id}/solve`, { token, body: { prove: true } });
  const read = async (runId: string) =>
    (await ask(other, `/api/plans/${plan.id}/runs/${runId}`, { token })).body;

  // Held still, so that it is the first one that takes the run.
  other.child.kill('SIGSTOP');
  const { runId } = (await solve(one)).body;
  const taken = () => office.db.prisma.planRun.count({ where: { id: runId, status: 'running' } });
  while ((await taken()) === 0) await delay(5);
  await one.kill('SIGKILL');
  other.child.kill('SIGCONT');
  const lost = await ended(() => read(runId));
  expect(lost.status).toBe('failed');
  expect(lost.message).toContain('中断');
  const again = await solve(other);
  expect(again.status).toBe(202);
  expect((await ended(() => read(again.body.runId))).status).toBe('done');
});

async function ended(read: () => Promise<{ status: string; message: string }>) {
  for (;;) {
    const run = await read();
    if (!['queued', 'running'].includes(run.status)) return run;
    await delay(200);
  }
}

test('whatever a process acknowledged is there after it was killed under load', async () => {
  const token = await tokenOf(one, 'planner');
  const acknowledged: string[] = [];
  let number = 0;
  const writer = async () => {
    for (;;) {
      number += 1;
      const body = { name: `单位${number}号`, kind: 'institution' };
      const reply = await ask(one, '/api/units', { token, body }).catch(() => null);
      if (reply === null) return;
      expect(reply.status, JSON.stringify(reply.body)).toBe(201);
      acknowledged.push(reply.body.id);
    }
  };
  const writers = Array.from({ length: 10 }, writer);
  while (acknowledged.length < 200) await delay(5);
  await one.kill('SIGKILL');
  await Promise.all(writers);

  const kept = await office.db.prisma.unit.count({ where: { id: { in: acknowledged } } });
  expect(kept).toBe(acknowledged.length);
  const logged = await office.db.prisma.auditEntry.count({
    where: { action: 'unit.create', entityId: { in: acknowledged } },
  });
  expect(logged).toBe(acknowledged.length);
  expect((await ask(other, '/api/units?pageSize=1', { token })).status).toBe(200);
});
