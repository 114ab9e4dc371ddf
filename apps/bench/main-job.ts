import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { emptyRegisters } from './lib/fill.ts';
import { forgetPeak, heldWithChildren, peakOf } from './lib/memory.ts';
import { startOffice } from './lib/office.ts';
import { printTable } from './lib/table.ts';

const workbooks = [
  ['regions', 'regions.csv'],
  ['villages', 'village-register.xlsx'],
  ['units', 'unit-register.xlsx'],
  ['cadres', 'district-nominees.xlsx'],
  ['cadres', 'township-nominees.xlsx'],
] as const;

const office = await startOffice();
const rows: (string | number)[][] = [];
const { items } = await office.get<{ items: { id: string }[] }>('/api/batches');
const batchId = items[0]?.id ?? '';
const batch = `/api/batches/${batchId}`;

await emptyRegisters(office.pool);
for (const [kind, file] of workbooks) {
  await timed(`import ${file}`, () => importWorkbook(kind, file));
}
await timed('coverage of 189 villages', () => office.get(`${batch}/coverage`));
await timed('eligibility of 255 nominees', () => office.get(`${batch}/nominations?pageSize=200`));
const { id } = await timed('a new plan', () => office.post<{ id: string }>(`${batch}/plans`));
const plan = `/api/plans/${id}`;
await correctTheNine();
await timed('solve 255 places', solve);
await timed('read the plan', () => office.get(plan));
await timed('export the plan', () => download(`${plan}.xlsx`));
await timed('approve, confirm and issue', issue);
for (const path of [
  ...['/api/villages.xlsx', '/api/units.xlsx', `/api/cadres.xlsx?batchId=${batchId}`],
  ...[`${batch}/coverage.xlsx`, `${batch}/nominations.xlsx`],
  ...['/api/assignments/dispatch-list.xlsx', '/api/assignments/telephone-list.xlsx'],
]) {
  await timed(`export ${path.replace(batchId, '…').replace(/\?.*/, '')}`, () => download(path));
}
await timed('export /api/audit.xlsx', () => download('/api/audit.xlsx', 'auditor'));
await office.close();
printTable(
  'The main job, step by step',
  ['step', 'ms', 'API peak MiB', 'PostgreSQL peak MiB'],
  rows,
  "The sample district's workbooks imported into emptied registers, previewed and committed; each step with its sign-in. API: the most its process held during the step, threads and all; PostgreSQL: the most of its processes together, looked at ten times a second.",
);

async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  forgetPeak(office.pid);
  let database = heldWithChildren(office.databasePid);
  const look = setInterval(() => {
    database = Math.max(database, heldWithChildren(office.databasePid));
  }, 100);
  const began = performance.now();
  try {
    return await work();
  } finally {
    const ms = performance.now() - began;
    clearInterval(look);
    rows.push([name, ms.toFixed(0), Math.round(peakOf(office.pid)), Math.round(database)]);
  }
}

async function importWorkbook(kind: string, file: string) {
  const form = new FormData();
  form.append('kind', kind);
  form.append('batchId', batchId);
  form.append('file', new Blob([readFileSync(join('prisma/seed/hedong', file))]), file);
  const reply = await fetch(`${office.address}/api/imports`, {
    method: 'POST',
    headers: await office.headersOf(),
    body: form,
  });
  if (!reply.ok) throw new Error(`${file}: ${reply.status} ${await reply.text()}`);
  const preview = (await reply.json()) as { id: string };
  await office.post(`/api/imports/${preview.id}/commit`);
}

/** The sample's nine who are not eligible, from their files: they joined long ago. */
async function correctTheNine() {
  const { cadres } = await office.get<{ cadres: { cadreId: string; eligible: boolean }[] }>(plan);
  for (const { cadreId } of cadres.filter(({ eligible }) => !eligible)) {
    const { version } = await office.get<{ version: number }>(`/api/cadres/${cadreId}`);
    const dates = { joinedOn: '2010-07-01', fullMemberOn: '2011-07-01' };
    await office.patch(`/api/cadres/${cadreId}`, { ...dates, document: '干部档案第六类', version });
  }
}

async function solve() {
  const { runId } = await office.post<{ runId: string }>(`${plan}/solve`, { prove: false });
  const headers = await office.headersOf();
  for (;;) {
    const reply = await fetch(`${office.address}${plan}/runs/${runId}`, { headers });
    const { status } = (await reply.json()) as { status: string };
    if (status === 'done') return;
    if (status !== 'queued' && status !== 'running') throw new Error(status);
    await wait(50);
  }
}

async function issue() {
  const { version } = await office.get<{ version: number }>(plan);
  const approved = await office.post<{ version: number }>(`${plan}/approval`, {
    meeting: '区委常委会第12次会议',
    date: '2015-04-24',
    minutesNumber: '河委纪要〔2015〕12号',
    documentNumber: '河组发〔2015〕18号',
    version,
  });
  const confirmed = await office.post<{ version: number }>(
    `${plan}/confirm`,
    { version: approved.version },
    'office',
  );
  await office.post(`${plan}/publish`, { version: confirmed.version });
}

async function download(path: string, username = 'planner') {
  const headers = await office.headersOf(username);
  const reply = await fetch(office.address + path, { headers });
  const bytes = await reply.arrayBuffer();
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${Buffer.from(bytes).toString()}`);
}
