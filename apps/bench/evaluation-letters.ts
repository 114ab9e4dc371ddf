import { fillPosts } from './lib/fill.ts';
import { forgetPeak, heldBy, peakOf } from './lib/memory.ts';
import { type Office, startOffice } from './lib/office.ts';
import { printTable } from './lib/table.ts';

/** Letters of a round of 144 decided grades, as a zip, several times: seconds and memory. */
const times = 5;

const office = await startOffice(undefined, { TODAY: '2016-02-29' });
await fillPosts(office.pool);
const { batchId, roundId, people } = await decideAll(office);
const letters = `/api/batches/${batchId}/letters`;
await office.post(letters, {
  ...{ kind: 'annualForm', roundId, subjectIds: null, date: '2016-02-29' },
});
const rows: string[][] = [];
for (let at = 1; at <= times; at += 1) rows.push([String(at), ...(await taken())]);
printTable(
  `${people} evaluation forms as a zip`,
  ['time', 'seconds', 'files told', 'kB', 'MiB before', 'at most', 'after'],
  rows,
  'From the request to the last event, with the progress told on the way; memory of the whole application process.',
);
await office.close();

/** One zip by the stream of events, as the page takes it. */
async function taken(): Promise<string[]> {
  const headers = await office.headersOf();
  const before = heldBy(office.pid);
  forgetPeak(office.pid);
  const began = performance.now();
  const query = `kind=annualForm&roundId=${roundId}&as=zip`;
  const reply = await fetch(`${office.address}${letters}/print?${query}`, { headers });
  if (!reply.ok) throw new Error(await reply.text());
  const text = await reply.text();
  const seconds = (performance.now() - began) / 1000;
  const told = text.match(/"state":"filling"/g)?.length ?? 0;
  if (!text.includes('"state":"done"')) throw new Error('no file came');
  const kilobytes = (text.length * 0.75) / 1024;
  return [
    ...[seconds.toFixed(2), String(told), kilobytes.toFixed(0)],
    ...[before, peakOf(office.pid), heldBy(office.pid)].map((value) => value.toFixed(0)),
  ];
}

/** A round with everybody of the district decided: what leads to it is measured elsewhere. */
async function decideAll({ pool }: Office) {
  const [{ id: batchId = '' } = {}] = (
    await pool.query<{ id: string }>('SELECT id FROM batch ORDER BY created_at LIMIT 1')
  ).rows;
  const [{ id: roundId = '' } = {}] = (
    await pool.query<{ id: string }>(
      `INSERT INTO evaluation_round (id, batch_id, kind, year, name, starts_on, ends_on, date,
        status, steps, questions, created_by_name, opened_by_name, opened_at)
       VALUES (gen_random_uuid(), $1, 'annual', 2015, '2015年年度考核', '2015-06-01', '2015-12-31',
        '2015-12-31', 'open', '{decision,told,form,file}', '{}', '某', '某', now()) RETURNING id`,
      [batchId],
    )
  ).rows;
  await pool.query(
    `INSERT INTO round_grade_set (round_id, tier, staffing_type, set)
     SELECT $1, 'district', t, (CASE WHEN t IN ('administrative', 'civilReference')
       THEN 'civilServant' ELSE 'institution' END)::grade_set
     FROM unnest(enum_range(NULL::staffing_type)) t`,
    [roundId],
  );
  const { rowCount } = await pool.query(
    `INSERT INTO evaluation_person (id, round_id, cadre_id, assignment_id, village_id, township_id,
        unit_id, tier, staffing_type, grade_set, days_in_post, standing, state, proposed_grade,
        proposed_by_name, proposed_at, checked_by_name, checked_at, grade, decided_on,
        decision_document, decided_by_name)
     SELECT gen_random_uuid(), $1, c.id, a.id, v.id, v.township_id, c.unit_id, a.tier,
        c.staffing_type, s.set, 214, 'evaluated', 'decided', 'excellent', '某', now(), '某某', now(),
        'excellent', '2016-01-20', '河选办〔2016〕1号', '某某'
     FROM assignment a JOIN cadre c ON c.id = a.cadre_id JOIN village v ON v.id = a.village_id
     JOIN round_grade_set s ON s.round_id = $1 AND s.staffing_type = c.staffing_type
     WHERE a.tier = 'district' AND a.state = 'inForce'
     ORDER BY a.id LIMIT 144 ON CONFLICT DO NOTHING`,
    [roundId],
  );
  return { batchId, roundId, people: rowCount ?? 0 };
}
