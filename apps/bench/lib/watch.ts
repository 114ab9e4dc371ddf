import { setTimeout as wait } from 'node:timers/promises';
import { forgetPeak, peakOf } from './memory.ts';

export interface Watched {
  /** Milliseconds that 99 of 100 requests stayed under. */
  p99: number;
  slowest: number;
  /** MiB that the process has held at most, threads and all. */
  peak: number;
}

/** Asks for `path` twenty times a second while `work` goes on, and looks at the process meanwhile. */
export async function watched(
  office: { address: string; pid: number },
  headers: Record<string, string>,
  path: string,
  work: () => Promise<unknown>,
): Promise<Watched & { seconds: number }> {
  const took: number[] = [];
  let over = false;
  forgetPeak(office.pid);
  const asking = (async () => {
    while (!over) {
      const began = performance.now();
      const reply = await fetch(office.address + path, { headers });
      await reply.arrayBuffer();
      if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
      took.push(performance.now() - began);
      await wait(50);
    }
  })();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  over = true;
  await asking;
  took.sort((left, right) => left - right);
  return {
    seconds,
    p99: took[Math.ceil(took.length * 0.99) - 1] ?? Number.NaN,
    slowest: took.at(-1) ?? Number.NaN,
    peak: peakOf(office.pid),
  };
}
