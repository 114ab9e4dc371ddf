import type { ProcessDeps } from '../../lib/deps.ts';

type Client = Pick<ProcessDeps['db']['pool'], 'query'>;

/** The same for opinions and the daily-work rule: written, sent and signed some days after a period. */
export async function setAppraisalInstants(client: Client): Promise<void> {
  await client.query(`ALTER TABLE appraisal DISABLE TRIGGER USER`);
  await client.query(`ALTER TABLE work_rule DISABLE TRIGGER USER`);
  await client.query(`UPDATE appraisal SET drafted_at = ends_on + interval '5 days 15 hours',
    submitted_at = CASE WHEN submitted_at IS NOT NULL THEN ends_on + interval '7 days 10 hours' END,
    signed_at = CASE WHEN signed_at IS NOT NULL THEN signed_on + interval '9 hours' END`);
  await client.query(
    `UPDATE work_rule SET issued_at = effective_from - interval '7 days' + interval '10 hours'`,
  );
  await client.query(`ALTER TABLE appraisal ENABLE TRIGGER USER`);
  await client.query(`ALTER TABLE work_rule ENABLE TRIGGER USER`);
}
