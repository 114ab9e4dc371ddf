import { randomBytes } from 'node:crypto';
import { forgetPeak, heldBy, peakOf } from './memory.ts';
import type { Office } from './office.ts';

const files = 200;
const megabytes = 5;
/** As many as a row takes. */
const filesOfRow = 50;
/** As a browser sends them: some at once. */
const atOnce = 3;

export interface Uploads {
  files: number;
  megabytes: number;
  /** MiB that the process held before, at most meanwhile, and after. */
  before: number;
  peak: number;
  after: number;
  seconds: number;
}

/** Sends scanned pages to the reports of villages, each another file, and watches the process. */
export async function uploadMany(office: Office, batchId: string): Promise<Uploads> {
  const owners = await openReports(office, batchId, files / filesOfRow);
  const headers = await office.headersOf('officer');
  const send = async (at: number) => {
    const form = new FormData();
    form.append('file', new Blob([page(at)], { type: 'application/pdf' }), `第${at + 1}页.pdf`);
    const owner = owners[Math.floor(at / filesOfRow)];
    const url = `${office.address}/api/evidence?kind=targetSheet&ownerId=${owner}`;
    const reply = await fetch(url, { method: 'POST', headers, body: form });
    if (!reply.ok) throw new Error(await reply.text());
  };
  for (let at = 0; at < 3; at += 1) await send(at);
  const before = heldBy(office.pid);
  forgetPeak(office.pid);
  const began = performance.now();
  let next = 3;
  const sender = async () => {
    while (next < files) {
      const at = next;
      next += 1;
      await send(at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  const seconds = (performance.now() - began) / 1000;
  return {
    ...{ files, megabytes, before, seconds },
    ...{ peak: peakOf(office.pid), after: heldBy(office.pid) },
  };
}

/** Reports of the officer's township that nobody has sent yet. */
async function openReports({ pool }: Office, batchId: string, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO target_sheet (id, batch_id, village_id, period, starts_on, ends_on)
     SELECT gen_random_uuid(), $1, v.id, '2017Q1', '2017-01-01', '2017-03-31'
     FROM village v JOIN region t ON t.id = v.township_id
     WHERE t.name = '郑旺镇' ORDER BY v.code LIMIT $2 RETURNING id`,
    [batchId, count],
  );
  return rows.map(({ id }) => id);
}

/** A page with a picture in it that can't be packed any further. */
function page(at: number): Uint8Array<ArrayBuffer> {
  const size = megabytes * 1024 * 1024;
  const head = `%PDF-1.4\n1 0 obj<</Length ${size}/Nr ${at}>>stream\n`;
  const tail = '\nendstream endobj\ntrailer<</Size 2>>\n%%EOF\n';
  return new Uint8Array(Buffer.concat([Buffer.from(head), randomBytes(size), Buffer.from(tail)]));
}
