import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

export interface Load {
  /** Requests a second. */
  rate: number;
  /** Milliseconds that 99 of 100 requests stay under. */
  p99: number;
}

export const connections = 20;

const hasWrk = spawnSync('wrk', ['-v']).error === undefined;

/** What makes the load: wrk where it is installed, for it costs the machine least. */
export const generator = hasWrk ? 'wrk' : 'autocannon in a worker thread';

/** Loads an address for some seconds. Throws when a request is refused. */
export function load(url: string, headers: Record<string, string>, seconds: number): Promise<Load> {
  return (hasWrk ? byWrk : byAutocannon)(url, headers, seconds);
}

async function byWrk(url: string, headers: Record<string, string>, seconds: number): Promise<Load> {
  const { stdout } = await promisify(execFile)('wrk', [
    ...['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--latency'],
    ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
    url,
  ]);
  const refused = /Non-2xx.*: (\d+)|Socket errors: (.*)/.exec(stdout);
  if (refused) throw new Error(`${url}: ${refused[0]}`);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const [, value, unit = ''] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  return { rate, p99: Number(value) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? Number.NaN) };
}

async function byAutocannon(
  url: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<Load> {
  const options = { url, headers, connections, duration: seconds, workers: 1 };
  const { requests, latency, non2xx, errors } = await autocannon(options);
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx + errors} requests failed`);
  return { rate: requests.average, p99: latency.p99 };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
