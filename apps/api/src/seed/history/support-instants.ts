import type { ProcessDeps } from '../../lib/deps.ts';

type Client = Pick<ProcessDeps['db']['pool'], 'query'>;

/**
 * Help and projects of the past were written today: what was done with them gets the days on which it
 * was, as `setInstants` does with the sheets.
 */
export async function setSupportInstants({ db }: Pick<ProcessDeps, 'db'>): Promise<void> {
  const client = await db.pool.connect();
  const guarded = [
    ...['help', 'help_event', 'project', 'project_event', 'project_payment', 'project_source'],
    ...['project_milestone', 'village_fund', 'enterprise_pairing', 'row_edition'],
  ];
  try {
    await client.query('BEGIN');
    for (const table of guarded) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    // A promise is made in the spring or autumn before it is due, a report after it was done.
    await client.query(`UPDATE help h SET
        entered_at = COALESCE(h.due_on - interval '80 days', h.done_on + interval '2 days') + interval '10 hours',
        reported_at = CASE WHEN h.reported_at IS NOT NULL THEN h.done_on + interval '2 days 10 hours' END,
        decided_at = CASE WHEN h.decided_at IS NOT NULL THEN h.done_on + interval '4 days 15 hours' END`);
    await client.query(`UPDATE help_event e SET at = CASE e.act
          WHEN 'promise' THEN h.entered_at WHEN 'report' THEN COALESCE(h.reported_at, h.entered_at)
          ELSE COALESCE(h.decided_at, h.entered_at) END
        FROM help h WHERE h.id = e.help_id`);
    await client.query(
      `UPDATE project_event SET at = (day + interval '16 hours') AT TIME ZONE 'Asia/Shanghai'`,
    );
    await client.query(`UPDATE project p SET created_at = (SELECT min(e.at) FROM project_event e
        WHERE e.project_id = p.id)`);
    await client.query(
      `UPDATE project_payment SET entered_at = paid_on + interval '2 days 10 hours'`,
    );
    await client.query(
      `UPDATE village_fund SET entered_at = make_date(year, 3, 20) + interval '10 hours'`,
    );
    await setKnownFrom(client);
    for (const table of guarded) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** Each row stands from when it was entered as it does now: what it said while all was written isn't kept. */
async function setKnownFrom(client: Client): Promise<void> {
  await client.query('DELETE FROM row_edition');
  for (const table of ['village_fund', 'project_payment', 'help']) {
    await client.query(`UPDATE ${table} SET known_from = entered_at`);
  }
  await client.query(`UPDATE enterprise_pairing SET known_from = starts_on + interval '9 hours'`);
  await client.query('UPDATE project SET known_from = created_at');
  for (const table of ['project_source', 'project_milestone']) {
    await client.query(`UPDATE ${table} s SET known_from = p.created_at
      FROM project p WHERE p.id = s.project_id`);
  }
}
