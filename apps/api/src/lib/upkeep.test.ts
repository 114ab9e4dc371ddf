import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { authSweeps } from '../modules/auth/sweep.ts';
import { knownDays } from '../modules/auth/throttle.ts';
import { runSweep } from '../modules/plans/runs/sweep.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { addPerson } from '../testing-sign-in.ts';
import { keySweep } from './idempotency.ts';
import { type Sweep, sweepWhenDue } from './upkeep.ts';

let office: TestApp;
let deps: Parameters<typeof sweepWhenDue>[0];
let userId: string;
beforeAll(async () => {
  office = await startTestApp('empty');
  deps = { db: office.db, log: office.app.log };
  userId = await addPerson(office, 'wang');
});
afterAll(() => office.close());

const query = (text: string, values: unknown[] = []) => office.db.pool.query(text, values);
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
beforeEach(() => query("DELETE FROM setting WHERE key = 'upkeep'"));

test('of processes that look at once one sweeps, and the next hour another may', async () => {
  let swept = 0;
  const count: Sweep = {
    name: 'count',
    run: async () => {
      swept += 1;
    },
  };
  const turns = await Promise.all(Array.from({ length: 8 }, () => sweepWhenDue(deps, [count])));
  expect(turns.filter(Boolean)).toHaveLength(1);
  expect(swept).toBe(1);
  await query("UPDATE setting SET value = to_jsonb(now() - interval '61 minutes')");
  expect(await sweepWhenDue(deps, [count])).toBe(true);
});

test('a sweep that fails leaves the next its turn', async () => {
  const done: string[] = [];
  const sweep = (name: string, work: Sweep['run']): Sweep => ({ name, run: work });
  await sweepWhenDue(deps, [
    sweep('broken', async (tx) => {
      await tx.$executeRaw`SELECT nothing FROM nowhere`;
    }),
    sweep('sound', async () => {
      done.push('sound');
    }),
  ]);
  expect(done).toEqual(['sound']);
});

test('what nobody needs any more goes, what is in force stays', async () => {
  const session = (expiresAt: Date, revokedAt: Date | null = null) => ({
    ...{ id: uuid(), userId, tokenHash: 'x', address: '127.0.0.1', userAgent: 'x' },
    ...{ expiresAt, revokedAt },
  });
  const ahead = hoursAgo(-24);
  const tooLong = 24 * (knownDays + 1);
  const [open, justEnded, longEnded, longExpired] = [
    session(ahead),
    session(ahead, hoursAgo(1)),
    session(ahead, hoursAgo(tooLong)),
    session(hoursAgo(tooLong)),
  ];
  await office.db.prisma.session.createMany({ data: [open, justEnded, longEnded, longExpired] });
  await query(
    `INSERT INTO throttle (key, failures, started_at, blocked_until) VALUES
      ('old', 1, $1, NULL), ('fresh', 1, now(), NULL), ('shut', 9, $1, $2)`,
    [hoursAgo(25), ahead],
  );
  await query(
    `INSERT INTO idempotency_key (user_id, key, request_hash, created_at)
      VALUES ($1, 'old', 'x', $2), ($1, 'fresh', 'x', now())`,
    [userId, hoursAgo(25)],
  );

  await sweepWhenDue(deps, [...authSweeps, keySweep, runSweep]);

  const left = async (text: string) =>
    (await query(text)).rows.map(({ key }: { key: string }) => key);
  expect(await left('SELECT id AS key FROM session ORDER BY id')).toEqual(
    [open.id, justEnded.id].sort(),
  );
  expect(await left('SELECT key FROM throttle ORDER BY key')).toEqual(['fresh', 'shut']);
  expect(await left('SELECT key FROM idempotency_key')).toEqual(['fresh']);
});
