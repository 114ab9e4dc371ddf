import type { PlainDate } from '@xuanpai/contracts/values';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { scopeFor, scopeSql } from '../scope.ts';
import { rows, type Sql, sql } from '../sql.ts';

/** Help over `h` that somebody is to confirm: reported to the own township by somebody else. */
export function toDecide(actor: Actor): Sql {
  const scope = scopeFor(actor, 'support.confirm', 'help');
  return sql`(h.state = 'reported' AND ${scopeSql(scope, 'help')}
    AND h.reported_by_id IS DISTINCT FROM ${actor.userId}::uuid)`;
}

/** Whose help waits for somebody to confirm it, the oldest first. */
export async function readHelpToDecide({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<string[]> {
  if (scopeFor(actor, 'support.confirm', 'help') === 'none') return [];
  const found = await rows<{ name: string }>(
    db.pool,
    sql`SELECT coalesce(u.name, e.name) AS name FROM help h LEFT JOIN unit u ON u.id = h.unit_id
        LEFT JOIN enterprise e ON e.id = h.enterprise_id
      WHERE ${toDecide(actor)} ORDER BY h.reported_at, h.id`,
  );
  return found.map(({ name }) => name);
}

/** The villages to which the own unit's help is over its day and not done, the longest first. */
export async function readHelpOverdue(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
): Promise<{ village: string; dueOn: PlainDate }[]> {
  const scope = scopeFor(actor, 'support.report', 'help');
  if (scope === 'none') return [];
  return rows<{ village: string; dueOn: PlainDate }>(
    db.pool,
    sql`SELECT v.name AS village, h.due_on AS "dueOn" FROM help h JOIN village v ON v.id = h.village_id
      WHERE h.state IN ('promised', 'returned') AND h.due_on < ${today()}::date
        AND ${scopeSql(scope, 'help')} ORDER BY h.due_on, h.id`,
  );
}
