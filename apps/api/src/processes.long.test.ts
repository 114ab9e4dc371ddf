import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, testPassword } from './testing.ts';
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
  // One serves by the account that owns the database, the other by one that only uses it.
  const owner = { MIGRATE_DATABASE_URL: office.url };
  [one, other] = await Promise.all([
    startProcess(office.url),
    startProcess(usersOf(office.url), undefined, owner),
  ]);
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

test('failed sign-ins at two processes are counted together, and shut the door of both', async () => {
  const signIn = async (at: Application, password: string) =>
    (await ask(at, '/api/auth/login', { body: { username: 'planner', password } })).status;
  for (const at of [one, other, one, other]) expect(await signIn(at, 'not-the-one-1')).toBe(401);
  expect(await signIn(one, testPassword)).toBe(200);
  // Forgotten with the success; five anew.
  for (const at of [one, other, one, other, one]) {
    expect(await signIn(at, 'not-the-one-1')).toBe(401);
  }
  for (const at of [one, other]) expect(await signIn(at, testPassword)).toBe(429);
});

test('the requests of a minute at two processes come to one limit', async () => {
  const limit = 60;
  const limits = { READS_PER_MINUTE: String(limit) };
  const [first, second] = await Promise.all([
    startProcess(office.url, undefined, limits),
    startProcess(office.url, undefined, limits),
  ]);
  const token = await tokenOf(one, 'planner');
  const read = async (at: Application) =>
    (await ask(at, '/api/units?pageSize=1', { token })).status;
  const reads = async (at: Application, times: number) => {
    let passed = 0;
    for (let time = 0; time < times; time += 1) if ((await read(at)) === 200) passed += 1;
    return passed;
  };
  try {
    await minuteWith(20);
    // Less than the limit at either; a tenth of it is told to the other.
    expect(await reads(first, 40)).toBe(40);
    expect(await reads(second, 7)).toBe(7);
    await delay(2_500);
    expect(await reads(second, limit)).toBe(limit - 47);
    await delay(2_500);
    expect(await read(first)).toBe(429);
  } finally {
    await Promise.all([first.kill('SIGKILL'), second.kill('SIGKILL')]);
  }
});

function usersOf(address: string): string {
  const url = new URL(address);
  url.username = `serves${url.pathname.slice(-8)}`;
  url.password = 'only-uses-it';
  return url.href;
}

/** Waits where less than so many seconds of the minute are left. */
async function minuteWith(seconds: number): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < seconds * 1_000) await delay(left + 10);
}
