import type { ProcessDeps } from '../../lib/deps.ts';

type Client = Pick<ProcessDeps['db']['pool'], 'query'>;

/** Payments and uses were entered on their day, years closed in June, benefits when they were given. */
export async function setBenefitInstants(client: Client): Promise<void> {
  const tables = [
    ...['work_expense_payment', 'work_expense_use', 'work_expense_account', 'benefit_use'],
    'term_end',
  ];
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`UPDATE work_expense_payment SET entered_at = paid_on + interval '15 hours'`);
  await client.query(`UPDATE work_expense_use SET entered_at = used_on + interval '16 hours'`);
  await client.query(`UPDATE work_expense_account SET closed_at = '2016-06-24 09:20:00+00'
    WHERE closed_at IS NOT NULL`);
  await client.query(`UPDATE township_benefit SET entered_at = '2015-07-10 09:00:00+00'`);
  await client.query(
    `UPDATE township_benefit_amount SET entered_at = given_on + interval '33 hours'`,
  );
  await client.query(`UPDATE benefit_use SET
      entered_at = held_on + CASE WHEN voided_at IS NULL THEN interval '7 hours' ELSE interval '2 hours' END,
      voided_at = CASE WHEN voided_at IS NOT NULL THEN held_on + interval '6 hours' END`);
  await client.query(`UPDATE term_end SET proposed_at = '2017-01-10 03:00:00+00'`);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}
