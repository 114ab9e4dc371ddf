import { fillTerms } from './lib/attendance-fill.ts';
import { attendancePage } from './lib/attendance-page.ts';
import { fillPosts } from './lib/fill.ts';
import { type Office, startOffice } from './lib/office.ts';
import { type Measured, reading, termHeadings, termRows, turns } from './lib/readings.ts';
import { printTable } from './lib/table.ts';

const month = '2016-11';
const terms = 100;

interface Sheet {
  township: { id: string };
  rows: { assignmentId: string; tier: string; days: Record<string, string>; prefilled: string[] }[];
}

const office = await startOffice(undefined, { TODAY: '2017-01-10' });
await fillPosts(office.pool);
await fillTerms(office.pool, 1);
const own = await townshipOf(office, '郑旺镇');
const one = await measured();
await fillTerms(office.pool, terms);
const many = await measured();
const size = await office.pool.query<{ rows: number; bytes: string }>(
  `SELECT count(*)::int AS rows, pg_size_pretty(pg_total_relation_size('attendance_row')) AS bytes FROM attendance_row`,
);
const { rows: months = 0, bytes = '' } = size.rows[0] ?? {};

printTable(
  'Attendance at the server, milliseconds',
  termHeadings(terms),
  termRows(one, many),
  `Medians of ${turns} requests one after the other, from the request to the last byte of the reply; ` +
    `${months.toLocaleString('en')} months of ${(months * 31).toLocaleString('en')} days in ${bytes} with all terms.`,
);

await attendancePage(office, month);
await office.close();

async function measured(): Promise<Measured[]> {
  const path = `/api/attendance/months/${own}/${month}`;
  const sheet = await office.get<Sheet>(path);
  return [
    await reading(office, 'the district’s month, 255 × 31', `/api/attendance/district/${month}`),
    await reading(office, 'all townships, how they stand', `/api/attendance/months?month=${month}`),
    await reading(office, `a township’s sheet, ${sheet.rows.length} × 31`, path),
    await saving(`a township’s month saved, ${cellsOf(sheet, 'village').length} cells`, path),
    await saving('one cell saved', path, 1),
  ];
}

/** Every workday from one mark to another and back. */
async function saving(name: string, path: string, cells?: number): Promise<Measured> {
  const headers = { ...(await office.headersOf('officer')), 'content-type': 'application/json' };
  const all: number[] = [];
  let bytes = 0;
  for (let turn = -6; turn < turns + 1; turn += 1) {
    const sheet = await office.get<Sheet>(path);
    const changes = cellsOf(sheet, turn % 2 === 0 ? 'errand' : 'village').slice(0, cells);
    const body = JSON.stringify({ changes });
    const began = performance.now();
    const reply = await fetch(office.address + path, { method: 'PATCH', headers, body });
    const text = await reply.text();
    if (!reply.ok) throw new Error(text);
    if (turn >= 0) all.push(performance.now() - began);
    bytes = Buffer.byteLength(body);
  }
  return { name, bytes, all };
}

function cellsOf({ rows }: Sheet, is: string) {
  return rows.flatMap(({ assignmentId, days, prefilled }) =>
    Object.entries(days).flatMap(([day, was]) =>
      prefilled.includes(day) ? [] : [{ assignmentId, day, was, is }],
    ),
  );
}

async function townshipOf({ pool }: Office, name: string): Promise<string> {
  const found = await pool.query<{ id: string }>(
    `SELECT id FROM region WHERE name = $1 AND level = 'township'`,
    [name],
  );
  return found.rows[0]?.id ?? '';
}
