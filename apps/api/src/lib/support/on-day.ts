import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { startOfDay } from '../calendar.ts';
import { type Sql, sql } from '../sql.ts';

/**
 * Help as it stood at the end of a day, to be read as the table `help`; for today the table itself.
 * What was entered later isn't there yet; a state is that of the last act by then.
 */
export function helpOn(on: PlainDate, today: PlainDate): Sql {
  if (on >= today) return sql`help`;
  const before = startOfDay(addDays(on, 1));
  return sql`(SELECT h.id, h.village_id, h.unit_id, h.enterprise_id, h.kind, h.content, h.amount, h.quantity,
      h.due_on, h.project_id, e.state, d.done_on, d.done_amount, d.done_quantity, d.done_text,
      h.rest_of_id, h.entered_by_id, h.entered_by_name, h.entered_at,
      d.reported_by_id, d.reported_by_name, d.reported_at,
      CASE WHEN h.decided_at < ${before} THEN h.decided_by_id END AS decided_by_id,
      CASE WHEN h.decided_at < ${before} THEN h.decided_by_name END AS decided_by_name,
      CASE WHEN h.decided_at < ${before} THEN h.decided_at END AS decided_at,
      e.text AS reason, h.version
    FROM help h JOIN LATERAL (SELECT e.state, e.text FROM help_event e
        WHERE e.help_id = h.id AND e.at < ${before} ORDER BY e.at DESC, e.id DESC LIMIT 1) e ON true
      LEFT JOIN LATERAL (SELECT h.done_on, h.done_amount, h.done_quantity, h.done_text, h.reported_by_id,
        h.reported_by_name, h.reported_at WHERE e.state <> 'promised') d ON true)`;
}

/**
 * Projects as they stood at the end of a day, to be read as the table `project`; for today the table
 * itself. Money is of the day on which it was paid, whenever it was entered. Of a project that was
 * entered later `begun` is false.
 */
export function projectsOn(on: PlainDate, today: PlainDate): Sql {
  if (on >= today) return sql`(SELECT *, true AS begun FROM project)`;
  return sql`(SELECT p.id, p.village_id, p.name, p.kind, p.purpose, e.state IS NOT NULL AS begun,
      coalesce(e.state, 'planned') AS state, p.planned, m.received, m.spent,
      CASE WHEN e.state = 'stopped' THEN p.stopped_reason END AS stopped_reason,
      CASE WHEN p.accepted_on <= ${on}::date THEN p.accepted_on END AS accepted_on,
      p.created_at, p.search_key, p.version
    FROM project p LEFT JOIN LATERAL (SELECT e.state FROM project_event e
        WHERE e.project_id = p.id AND e.day <= ${on}::date ORDER BY e.id DESC LIMIT 1) e ON true
      CROSS JOIN LATERAL (SELECT
          coalesce(sum(m.amount) FILTER (WHERE m.kind = 'received'), 0)::numeric(14, 2) AS received,
          coalesce(sum(m.amount) FILTER (WHERE m.kind = 'spent'), 0)::numeric(14, 2) AS spent
        FROM project_payment m WHERE m.project_id = p.id AND m.paid_on <= ${on}::date) m)`;
}
