import { fillPosts } from './lib/fill.ts';
import { startOffice } from './lib/office.ts';
import { type Measured, reading, termHeadings, termRows, turns } from './lib/readings.ts';
import { printTable } from './lib/table.ts';
import { askEverything, fillReports } from './lib/target-fill.ts';
import { uploadMany } from './lib/uploads.ts';

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
  termHeadings(terms),
  termRows(one, many),
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

async function measured(): Promise<Measured[]> {
  const { villages } = await office.get<{
    villages: { villageId: string; townshipId: string; line: { at: number[] } }[];
  }>(`/api/targets?batchId=${batchId}`);
  const standings = villages.reduce((sum, village) => sum + village.line.at.length, 0);
  const [village] = villages;
  const query = `batchId=${batchId}`;
  return [
    await reading(
      office,
      `the district’s grid, ${villages.length} villages, ${standings} standings`,
      `/api/targets?${query}`,
    ),
    await reading(office, 'one village', `/api/targets/villages/${village?.villageId}?${query}`),
    await reading(
      office,
      'a township’s reports of a quarter',
      `/api/targets/sheets/${village?.townshipId}/2016Q4?${query}`,
    ),
    await reading(office, 'the periods of all townships', `/api/targets/periods?${query}`),
  ];
}
