import { setTimeout as wait } from 'node:timers/promises';
import { sampleDistrict } from './lib/sample.ts';
import { printTable } from './lib/table.ts';

const rows: (string | number)[][] = [];

async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work();
  rows.push([
    name,
    (performance.now() - began).toFixed(0),
    Math.round(process.memoryUsage().rss / 2 ** 20),
  ]);
  return result;
}

const district = await timed('start, migrate, import five workbooks', sampleDistrict);

async function call<Reply>(method: 'GET' | 'POST', url: string, payload?: object): Promise<Reply> {
  const reply = await district.app.inject({
    method,
    url,
    headers: district.headers,
    ...(payload ? { payload } : {}),
  });
  if (reply.statusCode >= 300) throw new Error(`${url}: ${reply.statusCode} ${reply.body}`);
  return reply.json<Reply>();
}

const { items } = await call<{ items: { id: string }[] }>('GET', '/api/batches');
const batchId = items[0]?.id ?? '';
await timed('coverage of 189 villages', () => call('GET', `/api/batches/${batchId}/coverage`));
await timed('eligibility of 255 nominees', () =>
  call('GET', `/api/batches/${batchId}/nominations?pageSize=200`),
);
const plan = await timed('new plan with 255 places', () =>
  call<{ id: string }>('POST', `/api/batches/${batchId}/plans`, {}),
);
await timed('solve (the nine not eligible set aside)', async () => {
  const { runId } = await call<{ runId: string }>('POST', `/api/plans/${plan.id}/solve`, {});
  for (;;) {
    const run = await call<{ status: string }>('GET', `/api/plans/${plan.id}/runs/${runId}`);
    if (run.status === 'done') return;
    if (run.status !== 'queued' && run.status !== 'running') throw new Error(run.status);
    await wait(20);
  }
});
await timed('the solved plan with scores and findings', () => call('GET', `/api/plans/${plan.id}`));
await district.close();
printTable('The main job, one request each', ['step', 'ms', 'process MiB'], rows);
