import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, testPassword } from '../../testing.ts';
import { addPerson, signIn } from '../../testing-sign-in.ts';

/** Requests of each kind, in turns, so that what else the machine does falls on all alike. */
const each = 200;

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
  await addPerson(office, 'wang');
  await addPerson(office, 'gone', { disabledAt: new Date() });
});
afterAll(() => office.close());

const kinds = {
  'unknown name': () => signIn(office, 'nobody-here', 'not-the-password'),
  'wrong password': () => signIn(office, 'wang', 'not-the-password'),
  'disabled account': () => signIn(office, 'gone', testPassword),
};
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

/** Milliseconds of each request by kind; no failure counts. */
async function measure(send: (kind: Kind) => Promise<{ status: number }>, status: number) {
  const times: Record<Kind, number[]> = {
    'unknown name': [],
    'wrong password': [],
    'disabled account': [],
  };
  for (let turn = 0; turn < each; turn += 1) {
    for (const kind of names) {
      if (status === 401) await office.db.prisma.throttle.deleteMany();
      const started = performance.now();
      expect((await send(kind)).status).toBe(status);
      times[kind].push(performance.now() - started);
    }
  }
  return times;
}

const medianOf = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

/**
 * How likely a time of the one is longer than one of the other (Mann and Whitney's U over all pairs):
 * 0.5 where they can't be told apart, 0 or 1 where each request tells.
 */
function longerShare(one: readonly number[], other: readonly number[]): number {
  const wins = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
}

/** Of the share, for two samples of this size out of one: its standard deviation. */
const spread = Math.sqrt((2 * each + 1) / (12 * each * each));

function judge(title: string, times: Record<Kind, number[]>) {
  const lines = names.map(
    (kind) => `  ${kind.padEnd(18)} median ${medianOf(times[kind]).toFixed(2)} ms`,
  );
  const pairs = names.flatMap((one, at) =>
    names.slice(at + 1).map((other) => [one, other] as const),
  );
  for (const [one, other] of pairs) {
    const share = longerShare(times[one], times[other]);
    const z = (share - 0.5) / spread;
    lines.push(`  ${one} longer than ${other}: ${share.toFixed(3)} of pairs, z ${z.toFixed(2)}`);
    // Generous: a skipped password check would give 0 or 1.
    expect(Math.abs(share - 0.5), `${one}, ${other}`).toBeLessThan(0.2);
  }
  console.log([`${title}, ${each} of each:`, ...lines].join('\n'));
}

test('refused sign-ins take the same time, whoever is named', async () => {
  for (const kind of names) await kinds[kind]();
  judge('refused', await measure((kind) => kinds[kind](), 401));
});

test('so do those that the throttle answers', async () => {
  for (const kind of names) for (let i = 0; i < 6; i += 1) await kinds[kind]();
  judge('throttled', await measure((kind) => kinds[kind](), 429));
});
