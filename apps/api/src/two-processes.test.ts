import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scannedPdf } from './modules/evidence/testing-evidence.ts';
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
let dataDir: string;
beforeAll(async () => {
  [office] = await Promise.all([startTestApp('planned'), buildApplication()]);
  dataDir = await mkdtemp(join(tmpdir(), 'xuanpai-two-'));
  const start = () => startProcess(office.url, dataDir);
  [one, other] = await Promise.all([start(), start()]);
});
afterAll(async () => {
  await Promise.all([one?.kill('SIGKILL'), other?.kill('SIGKILL')]);
  await office.close();
  await removeApplication();
  await rm(dataDir, { recursive: true, force: true });
});

test('who signs in at one is known at the other, and who signs out is refused there at once', async () => {
  const token = await tokenOf(one, 'planner');
  expect((await ask(other, '/api/auth/me', { token })).status).toBe(200);
  expect((await ask(one, '/api/auth/logout', { token, method: 'POST' })).status).toBeLessThan(300);
  expect((await ask(other, '/api/auth/me', { token })).status).toBe(401);
});

test('failed sign-ins are counted together', async () => {
  const body = { username: 'officer', password: 'a-wrong-password' };
  const statuses: number[] = [];
  for (const at of [one, other, one, other, one, other]) {
    statuses.push((await ask(at, '/api/auth/login', { body })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
});

test('one act sent to both at once happens once, and both say the same', async () => {
  const token = await tokenOf(one, 'planner');
  const plan = await onlyPlan(office);
  const path = `/api/batches/${plan.batchId}/plans`;
  const before = (await ask(one, path, { token })).body.items.length;
  const headers = { 'idempotency-key': 'sent-to-both' };
  const [first, second] = await Promise.all(
    [one, other].map((at) => ask(at, path, { token, headers, body: { name: '两处同时' } })),
  );
  expect(first?.status).toBe(201);
  expect(second?.body).toEqual(first?.body);
  expect((await ask(other, path, { token })).body.items).toHaveLength(before + 1);
});

test('a file given to one is read at the other, and taken away there is gone at both', async () => {
  const token = await tokenOf(one, 'planner');
  const { batchId } = await onlyPlan(office);
  const days = { startsOn: '2015-06-08', endsOn: '2015-06-08' };
  const facts = { topic: '任前培训', place: '区委党校', teachers: '李老师', hours: 4 };
  const training = await ask(one, '/api/trainings', {
    token,
    body: { ...facts, ...days, batchId, townshipId: null },
  });
  expect(training.status, JSON.stringify(training.body)).toBe(201);
  const sent = new FormData();
  const file = scannedPdf();
  sent.set('file', new File([new Uint8Array(file)], '签到表.pdf'));
  const upload = await fetch(`${one.url}/api/evidence?kind=training&ownerId=${training.body.id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: sent,
  });
  expect(upload.status, await upload.clone().text()).toBe(201);
  const { id } = (await upload.json()) as { id: string };
  const read = (at: Application) =>
    fetch(`${at.url}/api/evidence/${id}/file`, { headers: { authorization: `Bearer ${token}` } });
  expect(Buffer.from(await (await read(other)).arrayBuffer()).equals(file)).toBe(true);
  const taken = await ask(other, `/api/evidence/${id}`, { token, method: 'DELETE' });
  expect(taken.status).toBe(204);
  for (const at of [one, other]) expect((await read(at)).status).toBe(404);
});

test('a file read by one is shown by the other; writing it, asked of both at once, happens once', async () => {
  const token = await tokenOf(one, 'planner');
  const sent = new FormData();
  sent.set('kind', 'units');
  sent.set('file', new File(['单位名称,单位性质\n两处导入甲,事业单位\n'], '单位.csv'));
  const headers = { authorization: `Bearer ${token}` };
  const upload = await fetch(`${one.url}/api/imports`, { method: 'POST', headers, body: sent });
  expect(upload.status, await upload.clone().text()).toBe(201);
  const { id } = (await upload.json()) as { id: string };
  const path = `/api/imports/${id}`;
  const counts = { new: 1, problems: 0 };
  expect((await ask(other, path, { token })).body).toMatchObject({ status: 'previewed', counts });

  const commits = [one, other].map((at) => ask(at, `${path}/commit`, { token, body: {} }));
  const replies = await Promise.all(commits);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  for (const at of [one, other]) {
    expect((await ask(at, path, { token })).body.status).toBe('committed');
  }
  expect(await office.db.prisma.unit.count({ where: { name: '两处导入甲' } })).toBe(1);
  const logged = { action: 'import.commit', entityId: id };
  expect(await office.db.prisma.auditEntry.count({ where: logged })).toBe(1);
});

test('a solving begun at one is told and stopped at the other; its watcher hears no more after signing out', async () => {
  const token = await tokenOf(one, 'planner');
  const plan = await onlyPlan(office);
  const begun = await ask(one, `/api/plans/${plan.id}/solve`, { token, body: {} });
  expect(begun.status).toBe(202);
  const run = `/api/plans/${plan.id}/runs/${begun.body.runId}`;

  // A second sign-in of the same person watches, and leaves.
  const leaving = await tokenOf(one, 'planner');
  const authorization = `Bearer ${leaving}`;
  const watched = await fetch(`${other.url}${run}/events`, { headers: { authorization } });
  expect(watched.status).toBe(200);
  const reader = watched.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  expect(Buffer.from(value ?? []).toString()).toMatch(/^event: run/);
  await ask(one, '/api/auth/logout', { token: leaving, method: 'POST' });
  while (!(await reader?.read())?.done);
  expect((await ask(other, `${run}/events`, { token: leaving })).status).toBe(401);

  const state = async () => (await ask(other, run, { token })).body.status;
  expect((await ask(other, `${run}/cancel`, { token, body: {} })).status).toBe(200);
  while (['queued', 'running'].includes(await state())) await delay(50);
  expect(['cancelled', 'done']).toContain(await state());
});

test('told to stop, a process answers what it was asked, ends cleanly and leaves the rest to the other', async () => {
  const token = await tokenOf(one, 'planner');
  const asked = Array.from({ length: 10 }, () => ask(one, '/api/cadres?pageSize=200', { token }));
  await Promise.race(asked);
  const code = one.kill('SIGTERM');
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(await code).toBe(0);
  expect((await ask(other, '/api/auth/me', { token })).status).toBe(200);
  const lines = one
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.map((line) => JSON.parse(line).msg)).toContain('answered');
});
