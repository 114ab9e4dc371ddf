import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getHelp, Help, HelpDetail, HelpEvent, listHelp } from '@xuanpai/contracts/help';
import { may } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import { daysLate, helpActsFor } from '@xuanpai/domain/support/help';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { seenOn, until } from '../../../lib/known.ts';
import { readAll, readOne, readPage } from '../../../lib/list.ts';
import { rows, sql } from '../../../lib/sql.ts';
import { helpOn } from '../../../lib/support/on-day.ts';
import { reachesHelp } from '../../../lib/support/reach.ts';
import { toDecide } from '../../../lib/support/waiting-help.ts';
import { type HelpRow, helpList, late, owed, type Query, reachSql } from './list.ts';

export async function readHelpList(
  { db, today }: Deps,
  actor: Actor,
  query: QueryOf<typeof listHelp>,
): Promise<ReplyOf<typeof listHelp>> {
  const on = query.on ?? today();
  const seen = seenOn(on, today(), query.known);
  const { found, total } = await readPage<HelpRow>(db.pool, helpList(actor, query, seen), query);
  const [counts] = await rows<{ toDecide: number; owed: number; late: number }>(
    db.pool,
    sql`SELECT (count(*) FILTER (WHERE ${toDecide(actor)}))::int AS "toDecide",
        (count(*) FILTER (WHERE ${owed}))::int AS owed,
        (count(*) FILTER (WHERE ${late(on)}))::int AS late
      FROM ${helpOn(seen)} h WHERE ${reachSql(actor)}`,
  );
  if (!counts) throw new Error('a count gives one row');
  return { items: found.map((row) => present(actor, row, on)), total, ...counts };
}

export async function readAllHelp(
  { db, today }: Deps,
  actor: Actor,
  query: Query,
): Promise<Help[]> {
  const on = query.on ?? today();
  const found = await readAll<HelpRow>(
    db.pool,
    helpList(actor, query, seenOn(on, today(), query.known)),
  );
  return found.map((row) => present(actor, row, on));
}

/** A piece of help with its trail. Throws `notFound` for one that isn't there or out of reach. */
export async function readHelp(
  { db, today }: Deps,
  actor: Actor,
  id: string,
  { on = today(), known }: QueryOf<typeof getHelp> = {},
): Promise<HelpDetail> {
  const seen = seenOn(on, today(), known);
  const list = helpList(actor, { sort: 'dueOn' }, seen);
  const row = await readOne<HelpRow>(db.pool, list, sql`h.id = ${id}::uuid`);
  const events = await rows<Omit<HelpEvent, 'at'> & { at: Date }>(
    db.pool,
    sql`SELECT e.id, e.act, e.state, e.text, e.by_name AS "byName", e.at
      FROM help_event e WHERE e.help_id = ${id}::uuid AND ${until('e.at', seen.before)}
      ORDER BY e.at, e.id`,
  );
  return {
    ...present(actor, row, on),
    events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
  };
}

function present(actor: Actor, row: HelpRow, on: PlainDate): Help {
  const { reportedById, enteredAt, reportedAt, decidedAt, ...shown } = row;
  const here = (permission: Parameters<typeof reachesHelp>[1]) =>
    may(actor.roles, permission) && reachesHelp(actor, permission, row);
  const isOwn = reportedById !== null && reportedById === actor.userId;
  return {
    ...shown,
    enteredAt: enteredAt.toISOString(),
    reportedAt: reportedAt?.toISOString() ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
    daysLate: daysLate(row, on),
    acts: helpActsFor(row.state, here, isOwn),
  };
}
