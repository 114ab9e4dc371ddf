import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Application,
  buildApplication,
  removeApplication,
  startProcess,
  tokenOf,
} from '../../testing-processes.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';

let district: SmallDistrict;
let application: Application;
let headers: Record<string, string>;
beforeAll(async () => {
  await buildApplication();
  district = await startSmallDistrict();
  // With the memory that Dockerfile and systemd unit give it.
  application = await startProcess(district.office.url, undefined, { MALLOC_ARENA_MAX: '2' });
  headers = { authorization: `Bearer ${await tokenOf(application, 'planner')}` };
});
afterAll(async () => {
  await application.kill('SIGKILL');
  await district.office.close();
  await removeApplication();
});

/** What the process may hold. */
const megabytes = 600;

const rows = 20_000;
const headings = '姓名,身份证号码,工作单位,现任职务,职级,编制性质,选派类别,专业特长';
/** Faults in most cells, 2 kB each. */
const faulty = (at: number) =>
  `王某${at},37130219700101${at},没有的单位${at},科员,局级${at},编外${at},类别${at},${'党建'.repeat(350)}${at}\n`;

/** A form with a file of 44 MB that is made while it is sent. */
function* form(): Generator<Buffer> {
  yield Buffer.from(
    `--b\r\nContent-Disposition: form-data; name="kind"\r\n\r\ncadres\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${headings}\n`,
  );
  for (let at = 0; at < rows; at += 1) yield Buffer.from(faulty(at));
  yield Buffer.from('\r\n--b--\r\n');
}

interface Preview {
  id: string;
  status: string;
  counts: { wrong: number };
}

async function upload(): Promise<Preview> {
  const reply = await fetch(`${application.url}/api/imports`, {
    method: 'POST',
    headers: {
      ...headers,
      prefer: 'respond-async',
      'content-type': 'multipart/form-data; boundary=b',
    },
    body: Readable.toWeb(Readable.from(form())) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  const { id } = (await reply.json()) as Preview;
  for (;;) {
    const found = await fetch(`${application.url}/api/imports/${id}`, { headers });
    const now = (await found.json()) as Preview;
    if (now.status !== 'reading') return now;
    await wait(200);
  }
}

/** Megabytes that the process has held at most. */
function peak(): number {
  const status = readFileSync(`/proc/${application.child.pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

it('44 MB of faulty rows are read and listed in the memory that the office was told', async () => {
  const preview = await upload();
  expect(preview).toMatchObject({ status: 'previewed', counts: { wrong: rows } });
  const read = peak();
  const list = await fetch(`${application.url}/api/imports/${preview.id}/problems.xlsx`, {
    headers,
  });
  expect(list.status).toBe(200);
  await list.arrayBuffer();
  console.info(`44 MB of faulty rows: ${Math.round(read)} MB, listed ${Math.round(peak())} MB`);
  expect(peak()).toBeLessThan(megabytes);
});
