import autocannon from 'autocannon';
import fastify from 'fastify';
import { sampleDistrict } from './lib/sample.ts';
import { printTable } from './lib/table.ts';

const seconds = 6;
const connections = 20;

const lists = [
  ['20 of 255 cadres', '/api/cadres?pageSize=20'],
  ['20 of 189 villages', '/api/villages?pageSize=20'],
  ['20 of 83 units', '/api/units?pageSize=20'],
] as const;

async function load(url: string, headers: Record<string, string>) {
  await autocannon({ url, headers, connections, duration: 2 });
  const { requests, latency, non2xx } = await autocannon({
    url,
    headers,
    connections,
    duration: seconds,
  });
  if (non2xx > 0) throw new Error(`${url}: ${non2xx} requests were refused`);
  return { rate: requests.average, p99: latency.p99 };
}

const district = await sampleDistrict();
const bare = fastify();
for (const [, path] of lists) {
  const reply = await district.app.inject({ url: path, headers: district.headers });
  const kept = reply.json<{ items: { id: string }[] }>();
  // The same JSON from one indexed query: what a bare server and the driver can give.
  const ids = kept.items.map(({ id }) => id);
  const table = path.split(/[/?]/)[2]?.replace(/s$/, '') ?? '';
  bare.get(path.split('?')[0] ?? '', async () => {
    await district.db.pool.query({
      name: `bare_${table}`,
      text: `SELECT * FROM ${table} WHERE id = ANY($1::uuid[])`,
      values: [ids],
    });
    return kept;
  });
}
const bareAddress = await bare.listen({ port: 0, host: '127.0.0.1' });

const rows: (string | number)[][] = [];
for (const [name, path] of lists) {
  const ours = await load(district.address + path, district.headers);
  const floor = await load(bareAddress + path, {});
  rows.push([
    name,
    ours.rate.toFixed(0),
    ours.p99,
    floor.rate.toFixed(0),
    floor.p99,
    (ours.rate / floor.rate).toFixed(2),
  ]);
}
await bare.close();
await district.close();
printTable(
  `Lists, ${connections} connections, ${seconds} s each, load and server in one process`,
  ['list', 'requests/s', 'p99 ms', 'bare requests/s', 'bare p99 ms', 'ratio'],
  rows,
);
