import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Issue, IssueDetail, listIssues } from '@xuanpai/contracts/inspection-findings';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll, readOne, readPage } from '../../lib/list.ts';
import { rows, sql } from '../../lib/sql.ts';
import {
  type IssueQuery,
  type IssueRow,
  issueList,
  issueReach,
  overdueOn,
  presentIssue,
} from './issue-list.ts';

export async function readIssues(
  { db, today }: Deps,
  actor: Actor,
  query: QueryOf<typeof listIssues>,
): Promise<ReplyOf<typeof listIssues>> {
  const on = today();
  const list = issueList(actor, query, on);
  const [page, [counts]] = await Promise.all([
    readPage<IssueRow>(db.pool, list, query),
    rows<{ overdue: number; waiting: number }>(
      db.pool,
      sql`SELECT count(*) FILTER (WHERE ${overdueOn(on)})::int AS overdue, count(*)::int AS waiting
        FROM finding f JOIN village v ON v.id = f.village_id
        WHERE f.state IN ('open', 'returned', 'answered') AND ${issueReach(actor)}`,
    ),
  ]);
  const { found, total } = page;
  const { overdue = 0, waiting = 0 } = counts ?? {};
  return { items: found.map((row) => presentIssue(row, actor, on)), total, overdue, waiting };
}

export async function readAllIssues(
  { db, today }: Deps,
  actor: Actor,
  query: IssueQuery,
): Promise<Issue[]> {
  const on = today();
  const found = await readAll<IssueRow>(db.pool, issueList(actor, query, on));
  return found.map((row) => presentIssue(row, actor, on));
}

/** A finding with its trail. Throws `notFound` where it isn't there or out of reach. */
export async function readIssue(
  { db, today }: Deps,
  actor: Actor,
  id: string,
): Promise<IssueDetail> {
  const on = today();
  const list = issueList(actor, { sort: 'urgency' }, on);
  const row = await readOne<IssueRow>(db.pool, list, sql`f.id = ${id}::uuid`);
  const trail = await db.prisma.findingEvent.findMany({
    where: { findingId: id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, step: true, text: true, on: true, deadline: true, byName: true, at: true },
  });
  return {
    ...presentIssue(row, actor, on),
    trail: trail.map(({ on: day, deadline, at, ...event }) => ({
      ...event,
      on: toPlainDate(day),
      deadline: toPlainDate(deadline),
      at: at.toISOString(),
    })),
  };
}
