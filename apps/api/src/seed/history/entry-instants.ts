import type { ProcessDeps } from '../../lib/deps.ts';

type Client = Pick<ProcessDeps['db']['pool'], 'query'>;

/** Visits and ballots were entered on the evening of the day on which they were held. */
export async function setEntryInstants(client: Client): Promise<void> {
  const guarded = [
    ...['evaluation_visit', 'evaluation_opinion', 'ballot_tally', 'ballot_answer'],
    ...['ballot_draft', 'ballot_count'],
  ];
  for (const table of guarded) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`UPDATE evaluation_visit SET entered_at = held_on + interval '9 hours'
    WHERE held_on IS NOT NULL`);
  await client.query(`UPDATE evaluation_opinion o SET changed_at = v.entered_at
    FROM evaluation_visit v WHERE v.id = o.visit_id`);
  for (const table of ['ballot_tally', 'ballot_draft']) {
    await client.query(`UPDATE ${table} t SET entered_at = v.entered_at + t.pass * interval '25 minutes'
      FROM evaluation_person p JOIN evaluation_visit v
        ON v.round_id = p.round_id AND v.village_id = p.village_id
      WHERE p.id = t.person_id`);
  }
  await client.query(`UPDATE ballot_count c SET started_at = v.entered_at + c.pass * interval '20 minutes',
      finished_at = CASE WHEN c.finished_at IS NOT NULL
        THEN v.entered_at + c.pass * interval '30 minutes' END
    FROM evaluation_visit v WHERE v.round_id = c.round_id AND v.village_id = c.village_id`);
  for (const table of guarded) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}
