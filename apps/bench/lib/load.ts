import autocannon from 'autocannon';

export interface Load {
  /** Requests a second. */
  rate: number;
  /** Milliseconds that 99 of 100 requests stay under. */
  p99: number;
}

export const connections = 20;

/** Loads an address for some seconds, from a thread of its own. Throws when a request is refused. */
export async function load(
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
