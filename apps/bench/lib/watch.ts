import { setTimeout as wait } from 'node:timers/promises';
import { forgetPeak, peakOf } from './memory.ts';

/** Milliseconds that requests took. */
export interface Took {
  /** What 99 of 100 stayed under. */
  p99: number;
  slowest: number;
}

export interface Watched<Name extends string> {
  seconds: number;
  took: Record<Name, Took>;
  /** MiB that the process has held at most, threads and all. */
  peak: number;
}

/** Makes each of `requests` up to twenty times a second while `work` goes on, and looks at the process meanwhile. */
export async function watched<Name extends string>(
  pid: number,
  requests: Readonly<Record<Name, () => Promise<Response>>>,
  work: () => Promise<unknown>,
): Promise<Watched<Name>> {
  let over = false;
  forgetPeak(pid);
  const named = Object.entries(requests) as [Name, () => Promise<Response>][];
  const asking = named.map(async ([name, request]) => {
    const took: number[] = [];
    while (!over) {
      const began = performance.now();
      const reply = await request();
      await reply.arrayBuffer();
      if (!reply.ok) throw new Error(`${reply.url}: ${reply.status}`);
      took.push(performance.now() - began);
      await wait(50);
    }
    return [name, summed(took)] as const;
  });
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  over = true;
  const took = Object.fromEntries(await Promise.all(asking)) as Record<Name, Took>;
  return { seconds, took, peak: peakOf(pid) };
}

function summed(took: number[]): Took {
  took.sort((left, right) => left - right);
  return {
    p99: took[Math.ceil(took.length * 0.99) - 1] ?? Number.NaN,
    slowest: took.at(-1) ?? Number.NaN,
  };
}
