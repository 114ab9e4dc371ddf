import type { ProcessDeps } from '../../lib/deps.ts';
import { setAppraisalInstants } from './appraisal-instants.ts';
import { setBenefitInstants } from './benefit-instants.ts';
import { setEntryInstants } from './entry-instants.ts';
import { setEvaluationInstants } from './evaluation-instants.ts';
import { setGradeInstants } from './grade-instants.ts';
import { setReportInstants } from './target-instants.ts';

/**
 * What happened in the past was written today: the sheets' steps get the days on which a district
 * takes them, so that pages of the demo read as they would have. The audit log keeps the real time.
 */
export async function setInstants({ db }: Pick<ProcessDeps, 'db'>): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    // The records only grow; here they are made.
    await client.query(`ALTER TABLE attendance_event DISABLE TRIGGER USER`);
    await client.query(`ALTER TABLE attendance_edition DISABLE TRIGGER USER`);
    await client.query(`UPDATE attendance_event e SET at = s.month + interval '1 month'
        + CASE e.act WHEN 'sign' THEN interval '1 day 9 hours' WHEN 'submit' THEN interval '3 days 10 hours'
          WHEN 'return' THEN interval '5 days 15 hours' WHEN 'confirm' THEN interval '7 days 11 hours'
          ELSE interval '12 days 10 hours' END
        + (e.revision - 1) * interval '6 days' + (extract(epoch FROM e.at)::bigint % 50) * interval '1 minute'
      FROM attendance_sheet s WHERE s.id = e.sheet_id`);
    await client.query(`UPDATE attendance_edition d SET
        signed_at = COALESCE((SELECT max(e.at) FROM attendance_event e WHERE e.sheet_id = d.sheet_id
          AND e.act = 'sign' AND e.revision = d.revision), d.signed_at),
        confirmed_at = CASE WHEN d.confirmed_at IS NOT NULL THEN (SELECT max(e.at) FROM attendance_event e
          WHERE e.sheet_id = d.sheet_id AND e.act = 'confirm' AND e.revision = d.revision) END`);
    await client.query(`UPDATE attendance_sheet s SET
        submitted_at = CASE WHEN submitted_at IS NOT NULL THEN (SELECT max(e.at) FROM attendance_event e
          WHERE e.sheet_id = s.id AND e.act = 'submit') END,
        confirmed_at = CASE WHEN confirmed_at IS NOT NULL THEN (SELECT max(e.at) FROM attendance_event e
          WHERE e.sheet_id = s.id AND e.act = 'confirm') END`);
    await setInspectionInstants(client);
    await client.query(`ALTER TABLE attendance_event ENABLE TRIGGER USER`);
    await client.query(`ALTER TABLE attendance_edition ENABLE TRIGGER USER`);
    await setReportInstants(client);
    await setAppraisalInstants(client);
    await setEvaluationInstants(client);
    await setBenefitInstants(client);
    await setEntryInstants(client);
    await setGradeInstants(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** Findings are entered on the day of the inspection, answered on the day said, checked five days on. */
async function setInspectionInstants(
  client: Pick<ProcessDeps['db']['pool'], 'query'>,
): Promise<void> {
  await client.query(`ALTER TABLE finding_event DISABLE TRIGGER USER`);
  await client.query(`ALTER TABLE village_draw DISABLE TRIGGER USER`);
  await client.query(
    `UPDATE inspection SET entered_at = (day + interval '16 hours') AT TIME ZONE 'Asia/Shanghai'`,
  );
  await client.query(
    `UPDATE village_draw SET drawn_at = (drawn_on + interval '9 hours') AT TIME ZONE 'Asia/Shanghai'`,
  );
  await setKnownFrom(client);
  await client.query(`UPDATE finding_event e SET at = (CASE e.step
      WHEN 'enter' THEN i.day + interval '17 hours' WHEN 'answer' THEN e."on" + interval '10 hours'
      ELSE (SELECT max(a."on") FROM finding_event a WHERE a.finding_id = e.finding_id) + interval '5 days 15 hours' END)
      AT TIME ZONE 'Asia/Shanghai'
    FROM finding f JOIN inspection i ON i.id = f.inspection_id WHERE f.id = e.finding_id`);
  await client.query(`ALTER TABLE finding_event ENABLE TRIGGER USER`);
  await client.query(`ALTER TABLE village_draw ENABLE TRIGGER USER`);
}

/** Each row stands from its first day as it does now: what it said while all was written isn't kept. */
async function setKnownFrom(client: Pick<ProcessDeps['db']['pool'], 'query'>): Promise<void> {
  const since = {
    inspection: 'entered_at',
    leader_link: `starts_on + interval '9 hours'`,
    village_holder: `starts_on + interval '9 hours'`,
    // A committee is elected for three years, and when the next one is due is known from then on.
    village_election: `due_on - interval '3 years'`,
    weak_lax: `designated_on + interval '9 hours'`,
    training: 'entered_at',
    training_person: `coalesce(said_at, (SELECT t.entered_at FROM training t WHERE t.id = training_id))`,
    example: 'coalesce(reviewed_at, submitted_at, written_at)',
  };
  await client.query('ALTER TABLE row_edition DISABLE TRIGGER USER');
  for (const [table, from] of Object.entries(since)) {
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await client.query(`UPDATE ${table} SET known_from = ${from}`);
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  }
  await client.query('DELETE FROM row_edition WHERE of_table = ANY($1)', [Object.keys(since)]);
  // Who came had been to come before.
  await client.query(`INSERT INTO row_edition (of_table, row_id, known_from, known_until, content)
    SELECT 'training_person', p.training_id, t.entered_at, p.said_at, to_jsonb(p) || jsonb_build_object(
      'presence', NULL, 'reason', NULL, 'said_by_name', NULL, 'said_at', NULL, 'known_from', t.entered_at)
    FROM training_person p JOIN training t ON t.id = p.training_id WHERE p.said_at > t.entered_at`);
  await client.query('ALTER TABLE row_edition ENABLE TRIGGER USER');
}
