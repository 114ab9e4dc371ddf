import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fillPosts, fillProvince } from './lib/fill.ts';
import { median } from './lib/load.ts';
import { newFolder, type Office, startOffice } from './lib/office.ts';
import { logPlans, scansOf } from './lib/plans.ts';
import { scaleCases } from './lib/scale-cases.ts';
import { printTable } from './lib/table.ts';

const times = 100;
const turns = 41;
const farPage = 100;

const folder = newFolder();
const [district, province] = await Promise.all([startOffice(), startOffice(folder)]);
const asDistrict = await askerOf(district, await onlyBatch(district));
const asProvince = await askerOf(province, await onlyBatch(province));
await fillPosts(district.pool);
await fillPosts(province.pool);
await fillProvince(province.pool, times);

interface Measured {
  name: string;
  path: string;
  district: number;
  first: number;
  far: number | null;
  total: number;
}

const measured: Measured[] = [];
for (const { name, path } of scaleCases) measured.push(await measure(name, path));

await district.close();
await logPlans(province.pool);
await province.close();
// Connections take up the logging of plans when they begin.
const explained = await startOffice(folder);
const askAgain = await askerOf(explained, asProvince.batchId);
const log = join(folder, 'demo/postgres.log');
const rows: string[][] = [];
for (const one of measured) rows.push(await rowOf(one));
await explained.close();
rmSync(folder, { recursive: true, force: true });
printTable(
  `Lists of a district, and of a province with ${times} times its rows`,
  ['list', 'rows', 'district ms', 'province ms', 'ratio', `page ${farPage} ms`, 'ratio', 'read by'],
  rows,
  `Medians of ${turns} requests one after the other, the district's first page, the province's first and its page ${farPage} by turns, each application and PostgreSQL in processes of its own; the plans as PostgreSQL carried them out (auto_explain). A search with fewer hits than page ${farPage} needs has none.`,
);

async function measure(name: string, path: string): Promise<Measured> {
  const { total } = await asProvince.get(path);
  const farPath = total > (farPage - 1) * 20 ? `${path}&page=${farPage}` : null;
  const took = { district: [] as number[], first: [] as number[], far: [] as number[] };
  for (let turn = 0; turn < turns; turn += 1) {
    took.district.push((await asDistrict.get(path)).ms);
    took.first.push((await asProvince.get(path)).ms);
    if (farPath) took.far.push((await asProvince.get(farPath)).ms);
  }
  return {
    name,
    path,
    district: median(took.district),
    first: median(took.first),
    far: farPath ? median(took.far) : null,
    total,
  };
}

async function rowOf(one: Measured): Promise<string[]> {
  const { name, path, district: base, first, far, total } = one;
  const scans = [await scansOf(log, () => askAgain.get(path))];
  if (far !== null) scans.push(await scansOf(log, () => askAgain.get(`${path}&page=${farPage}`)));
  return [
    name,
    total.toLocaleString('en'),
    base.toFixed(1),
    first.toFixed(1),
    (first / base).toFixed(2),
    far?.toFixed(1) ?? '',
    far === null ? '' : (far / base).toFixed(2),
    [...new Set(scans)].join(`; page ${farPage}: `),
  ];
}

async function onlyBatch(office: Office): Promise<string> {
  const { items } = await office.get<{ items: { id: string }[] }>('/api/batches');
  return items[0]?.id ?? '';
}

/** Asks with the office's own batch and a token that is renewed in time. */
async function askerOf(office: Office, batchId: string) {
  let headers = await office.headersOf();
  let signedIn = performance.now();
  const get = async (path: string): Promise<{ ms: number; total: number }> => {
    if (performance.now() - signedIn > 600_000) {
      headers = await office.headersOf();
      signedIn = performance.now();
    }
    const began = performance.now();
    const reply = await fetch(office.address + path.replace(':batch', batchId), { headers });
    const text = await reply.text();
    const ms = performance.now() - began;
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${text}`);
    return { ms, total: (JSON.parse(text) as { total: number }).total };
  };
  return { batchId, get };
}
