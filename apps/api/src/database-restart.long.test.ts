import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedServer, startEmbedded } from '@xuanpai/database/embedded/start';
import { migrate, withMigrationLock } from '@xuanpai/database/migrate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPassword } from './testing.ts';
import {
  type Answer,
  type Application,
  ask,
  buildApplication,
  removeApplication,
  startProcess,
  tokenOf,
} from './testing-processes.ts';

const migrations = resolve(import.meta.dirname, '../../../prisma/migrations');

let dataDir: string;
let server: EmbeddedServer;
let back = 0;
let application: Application;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'xuanpai-restart-'));
  server = await startEmbedded({
    dataDir,
    keepUp: true,
    onBack: () => {
      back += 1;
    },
  });
  await Promise.all([
    withMigrationLock(server.url, (client) => migrate(client, migrations)),
    buildApplication(),
  ]);
  application = await startProcess(server.url);
});
afterAll(async () => {
  await application?.kill('SIGKILL');
  await server.stop();
  rmSync(dataDir, { recursive: true });
  await removeApplication();
});

interface Seen {
  answer: Answer | null;
  milliseconds: number;
}

test.each(['SIGINT', 'SIGQUIT'] as const)(
  'PostgreSQL ends by %s under 20 connections and comes back: replies or 503, then all is well',
  async (signal) => {
    const token = await administrator();
    const seen: Seen[] = [];
    let over = false;
    let number = 0;
    const visitor = async (writes: boolean) => {
      while (!over) {
        number += 1;
        const body = { name: `单位${signal}${number}`, kind: 'institution' };
        const began = performance.now();
        const answer = await ask(
          application,
          writes ? '/api/units' : '/api/units?pageSize=20',
          writes ? { token, body } : { token },
        ).catch(() => null);
        seen.push({ answer, milliseconds: performance.now() - began });
      }
    };
    const visitors = Array.from({ length: 20 }, (_, at) => visitor(at % 4 === 0));
    await delay(2_000);
    const calm = seen.length;
    expect(calm).toBeGreaterThan(50);
    const before = back;
    process.kill(server.pid, signal);
    while (back === before) await delay(20);
    await delay(3_000);
    const restarted = seen.length;
    await delay(3_000);
    over = true;
    await Promise.all(visitors);

    const statuses = new Set(seen.map(({ answer }) => answer?.status ?? 0));
    expect([...statuses].filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
    expect(Math.max(...seen.map(({ milliseconds }) => milliseconds))).toBeLessThan(15_000);
    const refused = seen.flatMap(({ answer }) => (answer?.status === 503 ? [answer] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const { body, headers } of refused) {
      expect(headers.get('retry-after')).toMatch(/^\d+$/);
      expect(body).toMatchObject({ code: 'unavailable', title: '系统暂时不可用，请稍后再试' });
    }
    const after = seen.slice(restarted).map(({ answer }) => answer?.status);
    expect(after.length).toBeGreaterThan(50);
    expect(after.filter((status) => status !== 200 && status !== 201)).toEqual([]);
    expect((await ask(application, '/api/health/ready')).status).toBe(200);
    expect(application.child.exitCode).toBeNull();
    expect(application.output()).not.toContain('单位');
  },
);

/** The only user of an empty district, with the first password changed; may write units as a planner. */
async function administrator(): Promise<string> {
  const changed = `${testPassword}-changed`;
  const known = await tokenOf(application, 'planner1', changed).catch(() => null);
  if (known) return known;
  const next = 'an-office-in-the-hills-7';
  const first = await tokenOf(application, 'admin');
  const own = await ask(application, '/api/auth/password', {
    token: first,
    body: { current: testPassword, next },
  });
  expect(own.status, JSON.stringify(own.body)).toBeLessThan(300);
  const token = await tokenOf(application, 'admin', next);
  const body = {
    ...{ username: 'planner1', name: '王晓东', password: 'a-first-word-to-change-1' },
    roles: [{ role: 'planner' }],
  };
  const made = await ask(application, '/api/users', { token, body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const planner = await tokenOf(application, 'planner1', body.password);
  const second = await ask(application, '/api/auth/password', {
    token: planner,
    body: { current: body.password, next: changed },
  });
  expect(second.status, JSON.stringify(second.body)).toBeLessThan(300);
  return tokenOf(application, 'planner1', changed);
}
