import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fillPosts } from './lib/fill.ts';
import { connections, type Load, load, median } from './lib/load.ts';
import { answers, end, freePort, spawnNode, startOffice } from './lib/office.ts';
import { printTable } from './lib/table.ts';

const seconds = 3;
const rounds = 5;

const office = await startOffice();
await fillPosts(office.pool);
const { items: batches } = await office.get<{ items: { id: string }[] }>('/api/batches');
const lists = [
  ['20 of 255 cadres, with unit, village and count', `/api/cadres?batchId=${batches[0]?.id}`],
  ['20 of 189 villages', '/api/villages?pageSize=20'],
  ['20 of 255 assignments on a date', '/api/assignments?on=2016-03-01'],
] as const;

const port = await freePort();
const bare = spawnNode(join(process.cwd(), 'apps/bench/dist/bare.js'), {
  PORT: String(port),
  DATABASE_URL: office.databaseUrl,
});
const bareAddress = `http://127.0.0.1:${port}`;
await answers(bare, bareAddress);

const headers = await office.headersOf();
const rows: (string | number)[][] = [];
for (const [name, path] of lists) {
  await checkSame(path);
  const ours: Load[] = [];
  const floor: Load[] = [];
  await load(office.address + path, headers, 1);
  await load(bareAddress + path, {}, 1);
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await load(office.address + path, headers, seconds));
    floor.push(await load(bareAddress + path, {}, seconds));
  }
  const of = (loads: Load[], what: 'rate' | 'p99') => median(loads.map((one) => one[what]));
  const ratio = median(ours.map(({ rate }, at) => rate / (floor[at]?.rate ?? Number.NaN)));
  rows.push([
    name,
    of(ours, 'rate').toFixed(0),
    of(ours, 'p99').toFixed(1),
    of(floor, 'rate').toFixed(0),
    of(floor, 'p99').toFixed(1),
    ratio.toFixed(2),
  ]);
}
await end(bare);
await office.close();
printTable(
  `Lists, ${connections} connections, beside a bare Fastify and pg route with the same JSON`,
  ['list', 'requests/s', 'p99 ms', 'bare requests/s', 'bare p99 ms', 'ratio'],
  rows,
  `Medians of ${rounds} turns of ${seconds} s, ours and bare by turns; application, bare server, PostgreSQL and load (autocannon) each in a process of its own.`,
);

/** The bare route gives the same JSON, or the comparison is none. */
async function checkSame(path: string) {
  const json = async (address: string, more: Record<string, string>) =>
    (await fetch(address + path, { headers: more })).json();
  const own = await json(office.address, headers);
  const floor = await json(bareAddress, {});
  if (isDeepStrictEqual(own, floor)) return;
  throw new Error(`${path} differs:\n${JSON.stringify(own)}\n${JSON.stringify(floor)}`);
}
