import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { bigBook } from '@xuanpai/api/modules/imports/testing-big-book';
import { newFolder, startOffice } from './lib/office.ts';
import { printTable } from './lib/table.ts';
import { watched } from './lib/watch.ts';

/** A book of cadres uploaded, previewed and written as the page does it, beside a list being read. */
const sizes = [1_000, 10_000, 100_000];

interface Import {
  id: string;
  status: string;
  counts: { new: number };
  failure: { message: string } | null;
}

// Started once more on its district: what made that is no part of an import.
const folder = newFolder();
await (await startOffice(folder)).close();
const office = await startOffice(folder);
let headers = await office.headersOf();
const async = () => ({ ...headers, prefer: 'respond-async' });

async function answered(reply: Response): Promise<Import> {
  if (!reply.ok) throw new Error(`${reply.url}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as Import;
}

/** Looks twice a second, as the page does, until the import is `status`. */
async function until(id: string, status: string): Promise<Import> {
  for (;;) {
    const now = await answered(await fetch(`${office.address}/api/imports/${id}`, { headers }));
    if (now.status === status && now.failure === null) return now;
    if (now.failure) throw new Error(now.failure.message);
    await wait(500);
  }
}

async function preview(bytes: Buffer): Promise<Import> {
  const form = new FormData();
  form.append('kind', 'cadres');
  form.append('file', new Blob([new Uint8Array(bytes)]), 'cadres.xlsx');
  const started = await answered(
    await fetch(`${office.address}/api/imports`, { method: 'POST', headers: async(), body: form }),
  );
  return until(started.id, 'previewed');
}

async function commit({ id }: Import): Promise<Import> {
  const address = `${office.address}/api/imports/${id}/commit`;
  await answered(await fetch(address, { method: 'POST', headers: async() }));
  return until(id, 'committed');
}

const village = await office.get<{ items: { id: string; version: number }[] }>(
  '/api/villages?pageSize=1',
);
let [{ id, version } = { id: '', version: 0 }] = village.items;

const list = () => fetch(`${office.address}/api/villages?pageSize=20`, { headers });

/** A small write, in the audit log like every other: a village's note. */
async function edit(): Promise<Response> {
  const reply = await fetch(`${office.address}/api/villages/${id}`, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ note: `第${version}次`, version }),
  });
  version += 1;
  return reply;
}

const rows: (string | number)[][] = [];
let from = 0;
for (const size of sizes) {
  headers = await office.headersOf();
  const bytes = await bigBook({ rows: size, unit: '郑旺镇党委', category: '优秀机关干部', from });
  from += size;
  let read: Import | undefined;
  const previewed = await watched(office.pid, { list, edit }, async () => {
    read = await preview(bytes);
  });
  if (read?.counts.new !== size) throw new Error(`${size} rows: ${JSON.stringify(read?.counts)}`);
  const own = read;
  const committed = await watched(office.pid, { list, edit }, () => commit(own));
  rows.push([
    size.toLocaleString('en'),
    (bytes.length / 2 ** 20).toFixed(1),
    previewed.seconds.toFixed(1),
    committed.seconds.toFixed(1),
    Math.round(Math.max(previewed.peak, committed.peak)),
    previewed.took.list.p99.toFixed(0),
    committed.took.list.p99.toFixed(0),
    previewed.took.edit.p99.toFixed(0),
    committed.took.edit.p99.toFixed(0),
    Math.max(...[previewed, committed].map(({ took }) => took.list.slowest)).toFixed(0),
    Math.max(...[previewed, committed].map(({ took }) => took.edit.slowest)).toFixed(0),
  ]);
}
await office.close();
rmSync(folder, { recursive: true, force: true });
printTable(
  'A register of cadres imported, from the upload to the last row',
  [
    'rows',
    'file MiB',
    'preview s',
    'commit s',
    'peak MiB',
    'list p99 ms at preview',
    'list p99 ms at commit',
    'edit p99 ms at preview',
    'edit p99 ms at commit',
    'slowest list ms',
    'slowest edit ms',
  ],
  rows,
  `The server in a process of its own (its peak with all threads), PostgreSQL on the same machine; list: 20 villages asked for meanwhile, edit: a village’s note changed, each up to twenty times a second.`,
);
