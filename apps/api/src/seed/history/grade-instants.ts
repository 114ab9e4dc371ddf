import type { ProcessDeps } from '../../lib/deps.ts';

type Client = Pick<ProcessDeps['db']['pool'], 'query'>;

/** What the steps wrote today was written on the days that it says. */
export async function setGradeInstants(client: Client): Promise<void> {
  const kept = [
    'evaluation_record',
    'grade_edition',
    'grade_signature',
    'evaluation_person',
    'grade_case',
  ];
  for (const table of kept) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`UPDATE evaluation_record SET entered_at = held_on + interval '9 hours'`);
  await client.query(`UPDATE grade_edition SET entered_at = decided_on + interval '8 hours'`);
  await client.query(`UPDATE grade_signature SET entered_at = told_on + interval '9 hours'`);
  await client.query(`UPDATE evaluation_person p SET checked_at = n.held_on + interval '10 hours'
    FROM evaluation_record n WHERE n.person_id = p.id AND n.kind = 'check'
      AND p.checked_at IS NOT NULL`);
  await client.query(`UPDATE grade_case SET entered_at = asked_on + interval '8 hours'`);
  await client.query(`UPDATE grade_notice SET posted_at = starts_on + interval '1 hour'`);
  await client.query(`UPDATE letter SET made_at = date + interval '7 hours'
    WHERE round_id IS NOT NULL`);
  for (const table of kept) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}
