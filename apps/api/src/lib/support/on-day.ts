import { addDays } from '@xuanpai/domain/office/plain-date';
import { startOfDay } from '../calendar.ts';
import { asOf } from '../editions.ts';
import { type Seen, until } from '../known.ts';
import { type Sql, sql } from '../sql.ts';

/**
 * Help as it stood at the end of a day, to be read as the table `help`; for today the table itself.
 * A state is that of the last act by then. As known by now, what was done by the day counts as it was
 * reported and confirmed later, and a promise as it reads by now.
 */
export function helpOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`help`;
  if (before) return helpThen(asOf('help', before), before, sql`true`);
  const doneBy = sql`(h.done_on <= ${on}::date AND h.state <> 'dropped')`;
  const then = helpThen(sql`help`, startOfDay(addDays(on, 1)), sql`${doneBy} IS NOT TRUE`);
  return sql`(SELECT h.id, h.village_id, h.unit_id, h.enterprise_id, h.kind, h.content, h.amount, h.quantity,
      h.due_on, h.project_id, h.state, h.done_on, h.done_amount, h.done_quantity, h.done_text, h.rest_of_id,
      h.entered_by_id, h.entered_by_name, h.entered_at, h.reported_by_id, h.reported_by_name, h.reported_at,
      h.decided_by_id, h.decided_by_name, h.decided_at, h.reason, h.version
    FROM help h WHERE ${doneBy}
    UNION ALL SELECT * FROM ${then} t)`;
}

/** As it stood at an instant; `condition` is over `h`. What was entered later isn't there yet. */
function helpThen(table: Sql, before: Date, condition: Sql): Sql {
  return sql`(SELECT h.id, h.village_id, h.unit_id, h.enterprise_id, h.kind, h.content, h.amount, h.quantity,
      h.due_on, h.project_id, e.state, d.done_on, d.done_amount, d.done_quantity, d.done_text,
      h.rest_of_id, h.entered_by_id, h.entered_by_name, h.entered_at,
      d.reported_by_id, d.reported_by_name, d.reported_at,
      CASE WHEN h.decided_at < ${before} THEN h.decided_by_id END AS decided_by_id,
      CASE WHEN h.decided_at < ${before} THEN h.decided_by_name END AS decided_by_name,
      CASE WHEN h.decided_at < ${before} THEN h.decided_at END AS decided_at,
      e.text AS reason, h.version
    FROM ${table} h JOIN LATERAL (SELECT e.state, e.text FROM help_event e
        WHERE e.help_id = h.id AND e.at < ${before} ORDER BY e.at DESC, e.id DESC LIMIT 1) e ON true
      LEFT JOIN LATERAL (SELECT h.done_on, h.done_amount, h.done_quantity, h.done_text, h.reported_by_id,
        h.reported_by_name, h.reported_at WHERE e.state <> 'promised') d ON true
    WHERE ${condition})`;
}

/**
 * Projects as they stood at the end of a day, to be read as the table `project`; for today the table
 * itself. Money is of the day on which it was paid. Of a project that was entered later `begun` is false.
 */
export function projectsOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`(SELECT *, true AS begun FROM project)`;
  return sql`(SELECT p.id, p.village_id, p.name, p.kind, p.purpose, e.state IS NOT NULL AS begun,
      coalesce(e.state, 'planned') AS state, s.planned, m.received, m.spent,
      CASE WHEN e.state = 'stopped' THEN e.text END AS stopped_reason,
      CASE WHEN e.state = 'accepted' THEN e.day END AS accepted_on,
      p.created_at, p.search_key, p.version
    FROM ${asOf('project', before)} p LEFT JOIN LATERAL (SELECT e.state, e.day, e.text FROM project_event e
        WHERE e.project_id = p.id AND e.day <= ${on}::date AND ${until('e.at', before)}
        ORDER BY e.id DESC LIMIT 1) e ON true
      CROSS JOIN LATERAL (SELECT coalesce(sum(s.planned), 0)::numeric(14, 2) AS planned
        FROM ${asOf('project_source', before)} s WHERE s.project_id = p.id) s
      CROSS JOIN LATERAL (SELECT
          coalesce(sum(m.amount) FILTER (WHERE m.kind = 'received'), 0)::numeric(14, 2) AS received,
          coalesce(sum(m.amount) FILTER (WHERE m.kind = 'spent'), 0)::numeric(14, 2) AS spent
        FROM ${asOf('project_payment', before)} m WHERE m.project_id = p.id AND m.paid_on <= ${on}::date) m)`;
}

/** Milestones of projects as they stood at the end of a day: what was done later isn't yet. */
export function milestonesOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`project_milestone`;
  return sql`(SELECT m.id, m.project_id, m.name, m.due_on,
      CASE WHEN m.done_on <= ${on}::date THEN m.done_on END AS done_on
    FROM ${asOf('project_milestone', before)} m)`;
}

/** Pairings with enterprises as known of a day; of one that is over those that had begun. */
export function pairingsOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`enterprise_pairing`;
  return sql`(SELECT * FROM ${asOf('enterprise_pairing', before)} k WHERE k.starts_on <= ${on}::date)`;
}
