import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { isUnreachable, serverBack, untilAnswered, watchConnection } from './connection.ts';
import { answerWith } from './testing.ts';
import { hasUnsaved } from './unsaved.ts';

const began = new Date('2015-04-24T08:00:00Z');
beforeEach(() => vi.useFakeTimers({ now: began }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const cut = () => new ApiProblem({ code: 'network' });
const closed = { status: 503, body: {} };
const open = { status: 200, body: {} };

/** A request that finds no answer so many times, then one. */
function failing(times: number) {
  let sent = 0;
  return vi.fn(async () => {
    sent += 1;
    if (sent <= times) throw cut();
    return 'saved';
  });
}

test('no answer and a closed gateway are a lost connection, a refusal is none', () => {
  const gateway = (status: number) => new ApiProblem({ code: 'unreadable', status });
  expect([cut(), gateway(502), gateway(503), gateway(504)].map(isUnreachable)).toEqual(
    Array(4).fill(true),
  );
  expect([gateway(500), gateway(401), new Error('a fault')].map(isUnreachable)).toEqual(
    Array(3).fill(false),
  );
});

test('a write waits for the server, is sent again, and the page asks before it is left', async () => {
  const asked = answerWith(closed, closed, open);
  const send = failing(1);
  const saved = untilAnswered(send, { writes: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(hasUnsaved()).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await saved).toBe('saved');
  expect(send).toHaveBeenCalledTimes(2);
  expect(asked.map(({ url }) => url)).toEqual(Array(3).fill('/api/health/ready'));
  expect(hasUnsaved()).toBe(false);
});

test('many requests wait for one answer', async () => {
  const asked = answerWith(closed, open);
  const all = Promise.all([1, 2, 3].map(() => untilAnswered(failing(1), { writes: false })));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await all).toEqual(['saved', 'saved', 'saved']);
  expect(asked).toHaveLength(2);
});

test('what the server refuses again and again while it answers others is told', async () => {
  answerWith(...Array(9).fill(open));
  const send = failing(99);
  const told = expect(untilAnswered(send, { writes: true })).rejects.toMatchObject({
    code: 'network',
  });
  await vi.advanceTimersByTimeAsync(60_000);
  await told;
  expect(send).toHaveBeenCalledTimes(4);
});

test('who stops waiting sends nothing more', async () => {
  answerWith(closed, open);
  const stop = new AbortController();
  const send = failing(1);
  const stopped = untilAnswered(send, { writes: true, signal: stop.signal });
  const told = expect(stopped).rejects.toThrow('Aborted');
  await vi.advanceTimersByTimeAsync(0);
  stop.abort();
  await told;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(send).toHaveBeenCalledTimes(1);
  expect(hasUnsaved()).toBe(false);
});

test('the cable out is a lost connection; back in its socket it is tried at once', async () => {
  const asked = answerWith(open);
  const unwatch = watchConnection();
  window.dispatchEvent(new Event('offline'));
  const back = serverBack();
  window.dispatchEvent(new Event('online'));
  await back;
  unwatch();
  expect(asked.map(({ url }) => url)).toEqual(['/api/health/ready']);
  expect(vi.getMockedSystemTime()).toEqual(began);
});
