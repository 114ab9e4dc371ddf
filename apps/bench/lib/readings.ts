import { median } from './load.ts';
import type { Office } from './office.ts';

export const turns = 41;

/** One request, timed again and again from its start to the last byte of the reply. */
export interface Measured {
  name: string;
  bytes: number;
  /** Milliseconds of each turn. */
  all: number[];
}

export async function reading(office: Office, name: string, path: string): Promise<Measured> {
  const headers = await office.headersOf();
  const all: number[] = [];
  let bytes = 0;
  for (let turn = -5; turn < turns; turn += 1) {
    const began = performance.now();
    const reply = await fetch(office.address + path, { headers });
    const text = await reply.text();
    if (!reply.ok) throw new Error(text);
    if (turn >= 0) all.push(performance.now() - began);
    bytes = Buffer.byteLength(text);
  }
  return { name, bytes, all };
}

/** The same requests with one term in the database, and with many. */
export const termHeadings = (terms: number) => [
  ...['request', 'kB', 'one term', '99 of 100', `${terms} terms`, '99 of 100', 'ratio'],
];

export function termRows(one: readonly Measured[], many: readonly Measured[]) {
  return one.map(({ name, bytes, all }, at) => {
    const later = many[at]?.all ?? [];
    return [
      name,
      Math.round(bytes / 1000),
      median(all).toFixed(1),
      p99(all).toFixed(1),
      median(later).toFixed(1),
      p99(later).toFixed(1),
      (median(later) / median(all)).toFixed(2),
    ];
  });
}

function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
