import type { ProcessDeps } from '../../lib/deps.ts';

type Client = Pick<ProcessDeps['db']['pool'], 'query'>;

/** The same for reports on targets: sent some days after their period, confirmed some days later. */
export async function setReportInstants(client: Client): Promise<void> {
  await client.query(`ALTER TABLE target_event DISABLE TRIGGER USER`);
  await client.query(`ALTER TABLE target_edition DISABLE TRIGGER USER`);
  await client.query(`ALTER TABLE target_judgement DISABLE TRIGGER USER`);
  await client.query(`UPDATE target_event e SET at = s.ends_on
      + CASE e.act WHEN 'submit' THEN interval '6 days 10 hours' WHEN 'return' THEN interval '7 days 15 hours'
        WHEN 'confirm' THEN interval '9 days 9 hours' ELSE interval '12 days 10 hours' END
      + (SELECT count(*) FROM target_event b WHERE b.sheet_id = e.sheet_id AND b.act = 'return'
        AND b.id < e.id) * interval '1 day' + (extract(epoch FROM e.at)::bigint % 50) * interval '1 minute'
    FROM target_sheet s WHERE s.id = e.sheet_id`);
  await client.query(`UPDATE target_edition d SET confirmed_at = COALESCE((SELECT max(e.at)
    FROM target_event e WHERE e.sheet_id = d.sheet_id AND e.act = 'confirm' AND e.revision = d.revision),
    d.confirmed_at)`);
  await client.query(`UPDATE target_sheet s SET
      submitted_at = (SELECT max(e.at) FROM target_event e WHERE e.sheet_id = s.id AND e.act = 'submit'),
      confirmed_at = CASE WHEN confirmed_at IS NOT NULL THEN (SELECT max(e.at) FROM target_event e
        WHERE e.sheet_id = s.id AND e.act = 'confirm') END`);
  await setDecisionInstants(client);
  await client.query(`ALTER TABLE target_judgement ENABLE TRIGGER USER`);
  await client.query(`ALTER TABLE target_event ENABLE TRIGGER USER`);
  await client.query(`ALTER TABLE target_edition ENABLE TRIGGER USER`);
}

/** Bodies are judged and figures come some days after the year; what a village has else is set at the start. */
async function setDecisionInstants(client: Client): Promise<void> {
  await client.query(`UPDATE target_judgement SET at = judged_on + interval '19 days 15 hours'`);
  await client.query(`UPDATE target_adjustment a SET set_at = b.starts_on + interval '20 days 9 hours',
      effective_from = b.starts_on + 20
    FROM batch b WHERE b.id = a.batch_id`);
  await client.query(`UPDATE village_target_choice c SET set_at = b.starts_on + interval '20 days 9 hours',
      effective_from = b.starts_on + 20
    FROM batch b WHERE b.id = c.batch_id`);
  await client.query(`UPDATE township_figure f SET set_at = s.ends_on + interval '8 days 9 hours'
    FROM (SELECT DISTINCT period, ends_on FROM target_sheet) s WHERE s.period = f.period`);
  await client.query(`UPDATE township_figure_edition e SET set_at = f.set_at FROM township_figure f
    WHERE (f.township_id, f.measure_key, f.period, f.version)
      = (e.township_id, e.measure_key, e.period, e.version)`);
}
