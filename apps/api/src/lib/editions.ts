import { raw, type Sql, sql } from './sql.ts';

/** Tables of which the database keeps what a row said before it was changed or deleted. */
export type KeptTable =
  | 'village_fund'
  | 'enterprise_pairing'
  | 'project'
  | 'project_source'
  | 'project_payment'
  | 'project_milestone'
  | 'help'
  | 'inspection'
  | 'leader_link'
  | 'village_holder'
  | 'village_election'
  | 'weak_lax'
  | 'training'
  | 'training_person'
  | 'example';

/**
 * A table as it stood at an instant, to be read as the table itself; without an instant as it is by now.
 * Of a project its name, kind and purpose are of the instant: its state stands in its events, its sums in
 * their parts.
 */
export function asOf(table: KeptTable, before: Date | null): Sql {
  const now = raw(table);
  if (before === null) return now;
  return sql`(SELECT * FROM ${now} WHERE known_from < ${before}
    UNION ALL SELECT r.* FROM row_edition k
      CROSS JOIN LATERAL jsonb_populate_record(NULL::${now}, k.content) r
      WHERE k.of_table = ${table} AND k.known_from < ${before} AND k.known_until >= ${before})`;
}
