import type { ProcessDeps } from '../../lib/deps.ts';

type Client = Pick<ProcessDeps['db']['pool'], 'query'>;

/** Rounds were opened in the January after their year, and proposed in the weeks that followed. */
export async function setEvaluationInstants(client: Client): Promise<void> {
  await client.query(`ALTER TABLE evaluation_round DISABLE TRIGGER USER`);
  await client.query(`ALTER TABLE evaluation_person DISABLE TRIGGER USER`);
  await client.query(`UPDATE evaluation_round SET
    created_at = ends_on + interval '2 days 9 hours', opened_at = ends_on + interval '4 days 9 hours',
    closed_at = CASE WHEN closed_at IS NOT NULL THEN ends_on + interval '90 days 16 hours' END`);
  await client.query(`UPDATE evaluation_person p SET proposed_at = r.ends_on
      + (7 + abs(hashtext(p.id::text)) % 3) * interval '1 day' + interval '10 hours'
    FROM evaluation_round r WHERE r.id = p.round_id AND p.proposed_at IS NOT NULL`);
  // Those decided on first were proposed before they were checked.
  await client.query(`UPDATE evaluation_person SET proposed_at = '2017-01-06 02:00:00+00'
    WHERE decided_on = '2017-01-09'`);
  await client.query(`UPDATE evaluator_tie SET declared_at = '2016-01-04 08:40:00+00'`);
  await client.query(`UPDATE cadre_honour SET entered_at = "on" + interval '10 days 9 hours'`);
  await client.query(`UPDATE evaluation_facts f SET gathered_at = r.ends_on + interval '9 days 9 hours'
    FROM evaluation_person p JOIN evaluation_round r ON r.id = p.round_id WHERE p.id = f.person_id`);
  await client.query(`ALTER TABLE evaluation_round ENABLE TRIGGER USER`);
  await client.query(`ALTER TABLE evaluation_person ENABLE TRIGGER USER`);
}
