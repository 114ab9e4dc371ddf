import { fillPosts } from './lib/fill.ts';
import { median } from './lib/load.ts';
import { startOffice } from './lib/office.ts';
import { printTable } from './lib/table.ts';
import { askEverything, fillReports } from './lib/target-fill.ts';
import { uploadMany } from './lib/uploads.ts';

const turns = 41;
const terms = 100;

const office = await startOffice(undefined, { TODAY: '2017-01-10' });
await fillPosts(office.pool);
const [{ id: batchId = '' } = {}] = (
  await office.pool.query<{ id: string }>('SELECT id FROM batch ORDER BY created_at LIMIT 1')
).rows;
await askEverything(office.pool);
await fillReports(office.pool, 1);
const one = await measured();
await fillReports(office.pool, terms);
const many = await measured();
const size = await office.pool.query<{ rows: number; bytes: string }>(
  `SELECT count(*)::int AS rows, pg_size_pretty(pg_total_relation_size('target_value')) AS bytes FROM target_value`,
);
const { rows: values = 0, bytes = '' } = size.rows[0] ?? {};

printTable(
  'Targets at the server, milliseconds',
  ['request', 'kB', 'one term', '99 of 100', `${terms} terms`, '99 of 100', 'ratio'],
  one.map(({ name, bytes: length, all }, at) => {
    const later = many[at]?.all ?? [];
    return [
      name,
      Math.round(length / 1000),
      median(all).toFixed(1),
      p99(all).toFixed(1),
      median(later).toFixed(1),
      p99(later).toFixed(1),
      (median(later) / median(all)).toFixed(2),
    ];
  }),
  `Medians of ${turns} requests one after the other, from the request to the last byte of the reply; ` +
    `${values.toLocaleString('en')} reported values in ${bytes} with all terms.`,
);
const sent = await uploadMany(office, batchId);
printTable(
  `${sent.files} files of ${sent.megabytes} MB uploaded, three at a time`,
  ['MiB before', 'at most', 'after', 'seconds'],
  [[sent.before, sent.peak, sent.after, sent.seconds].map((value) => value.toFixed(0))],
  'Memory of the whole application process; each file is another one and is kept on disk.',
);
await office.close();

interface Measured {
  name: string;
  bytes: number;
  all: number[];
}

async function measured(): Promise<Measured[]> {
  const { villages } = await office.get<{
    villages: { villageId: string; townshipId: string; standings: unknown[] }[];
  }>(`/api/targets?batchId=${batchId}`);
  const standings = villages.reduce((sum, village) => sum + village.standings.length, 0);
  const [village] = villages;
  const query = `batchId=${batchId}`;
  return [
    await reading(
      `the district’s grid, ${villages.length} villages, ${standings} standings`,
      `/api/targets?${query}`,
    ),
    await reading('one village', `/api/targets/villages/${village?.villageId}?${query}`),
    await reading(
      'a township’s reports of a quarter',
      `/api/targets/sheets/${village?.townshipId}/2016Q4?${query}`,
    ),
    await reading('the periods of all townships', `/api/targets/periods?${query}`),
  ];
}

async function reading(name: string, path: string): Promise<Measured> {
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

function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
