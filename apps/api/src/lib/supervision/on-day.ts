import { addDays } from '@xuanpai/domain/office/plain-date';
import { startOfDay } from '../calendar.ts';
import { asOf } from '../editions.ts';
import type { Seen } from '../known.ts';
import { raw, type Sql, sql } from '../sql.ts';

/**
 * Findings as they stood at the end of a day, to be read as the table `finding`; for today the table itself.
 * State and deadline are those of the last step by then. As known by now a rectification counts from the day
 * on which it was done, and what was withdrawn since never was one.
 */
export function findingsOn(seen: Seen): Sql {
  if (!seen.over) return sql`finding`;
  return sql`(SELECT f.id, f.inspection_id, f.village_id, f.kind, f.severity, f.text, d.deadline,
      f.responsible, f.unit_id, f.person, e.state, f.version
    FROM finding f JOIN inspection fi ON fi.id = f.inspection_id
      JOIN LATERAL (SELECT CASE e.step WHEN 'enter' THEN 'open' WHEN 'answer' THEN 'answered'
          WHEN 'close' THEN 'closed' WHEN 'return' THEN 'returned' ELSE 'withdrawn'
          END::finding_state AS state
        FROM finding_event e WHERE e.finding_id = f.id AND ${stepsBy(seen)}
        ORDER BY e.at DESC, e.id DESC LIMIT 1) e ON true
      JOIN LATERAL (SELECT e.deadline FROM finding_event e
        WHERE e.finding_id = f.id AND e.deadline IS NOT NULL AND ${stepsBy(seen)}
        ORDER BY e.at DESC, e.id DESC LIMIT 1) d ON true)`;
}

/** Steps (e) of a finding that had been taken by the end of a day; `fi` is its inspection. */
export function stepsBy({ on, over, before }: Seen): Sql {
  if (!over) return sql`true`;
  if (before) return sql`e.at < ${before}`;
  return sql`CASE e.step WHEN 'enter' THEN fi.day <= ${on}::date WHEN 'answer' THEN e."on" <= ${on}::date
    WHEN 'withdraw' THEN true ELSE e.at < ${startOfDay(addDays(on, 1))} END`;
}

/** Inspections as they read on a day: those of later days hadn't been. */
export function inspectionsOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`inspection`;
  return sql`(SELECT * FROM ${asOf('inspection', before)} i WHERE i.day <= ${on}::date)`;
}

/** Links of leaders to villages that had begun by a day; one that ended later hadn't ended. */
export function leaderLinksOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`leader_link`;
  return sql`(SELECT l.id, l.leader_id, l.village_id, l.interval_days, l.starts_on,
      ${by('l.ends_on', on)} AS ends_on, l.version
    FROM ${asOf('leader_link', before)} l WHERE l.starts_on <= ${on}::date)`;
}

/** Seats of villages as they had been taken by a day; who left later was still sitting. */
export function holdersOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`village_holder`;
  return sql`(SELECT h.id, h.village_id, h.seat, h.name, h.starts_on, ${by('h.ends_on', on)} AS ends_on,
      h.note, h.version
    FROM ${asOf('village_holder', before)} h WHERE h.starts_on <= ${on}::date)`;
}

/** Re-elections as they stood on a day: what was held later was still due. */
export function electionsOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`village_election`;
  return sql`(SELECT e.id, e.village_id, e.body, e.due_on, h.held_on, h.result, h.document, e.version
    FROM ${asOf('village_election', before)} e
      LEFT JOIN LATERAL (SELECT e.held_on, e.result, e.document WHERE e.held_on <= ${on}::date) h ON true)`;
}

/** Villages that had been found weak and lax by a day; what was turned round later was not yet. */
export function weakLaxOn({ on, over, before }: Seen): Sql {
  if (!over) return sql`weak_lax`;
  return sql`(SELECT w.id, w.village_id, w.designated_on, w.document, w.reason, t.turned_on,
      t.turned_document, w.version
    FROM ${asOf('weak_lax', before)} w
      LEFT JOIN LATERAL (SELECT w.turned_on, w.turned_document WHERE w.turned_on <= ${on}::date) t ON true
    WHERE w.designated_on <= ${on}::date)`;
}

/** A day that had come by another; null where it hadn't. */
const by = (column: string, on: string): Sql =>
  sql`CASE WHEN ${raw(column)} <= ${on}::date THEN ${raw(column)} END`;
