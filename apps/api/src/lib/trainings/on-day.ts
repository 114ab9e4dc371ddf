import { addDays } from '@xuanpai/domain/office/plain-date';
import { startOfDay } from '../calendar.ts';
import { asOf } from '../editions.ts';
import type { Seen } from '../known.ts';
import { type Sql, sql } from '../sql.ts';

/**
 * Sessions as they were known on a day, to be read as the table `training`; for today the table itself. As
 * known by now those are there that had been entered, or had begun, by its end.
 */
export function trainingsOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`training`;
  if (before) return asOf('training', before);
  return sql`(SELECT * FROM training t
    WHERE t.starts_on <= ${on}::date OR t.entered_at < ${startOfDay(addDays(on, 1))})`;
}

/**
 * Who was to come, and as far as it was known on a day, who came. As known by now it is said of every
 * session that had begun.
 */
export function trainingPeopleOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`training_person`;
  if (before) return asOf('training_person', before);
  return sql`(SELECT p.training_id, p.cadre_id, said.presence, said.reason
    FROM training_person p LEFT JOIN LATERAL (SELECT p.presence, p.reason FROM training t
      WHERE t.id = p.training_id AND t.starts_on <= ${on}::date) said ON true)`;
}
