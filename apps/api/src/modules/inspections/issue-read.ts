import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  getIssue,
  Issue,
  IssueDetail,
  listIssues,
} from '@xuanpai/contracts/inspection-findings';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Seen, seenOn } from '../../lib/known.ts';
import { readAll, readOne, readPage } from '../../lib/list.ts';
import { rows, sql } from '../../lib/sql.ts';
import { findingsOn, stepsBy } from '../../lib/supervision/on-day.ts';
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
  const seen = seenOn(query.on ?? today(), today(), query.known);
  const list = issueList(actor, query, seen);
  const [page, [counts]] = await Promise.all([
    readPage<IssueRow>(db.pool, list, query),
    rows<{ overdue: number; waiting: number }>(
      db.pool,
      sql`SELECT count(*) FILTER (WHERE ${overdueOn(seen.on)})::int AS overdue, count(*)::int AS waiting
        FROM ${findingsOn(seen)} f JOIN village v ON v.id = f.village_id
        WHERE f.state IN ('open', 'returned', 'answered') AND ${issueReach(actor)}`,
    ),
  ]);
  const { found, total } = page;
  const { overdue = 0, waiting = 0 } = counts ?? {};
  return { items: found.map((row) => presentIssue(row, actor, seen)), total, overdue, waiting };
}

export async function readAllIssues(
  { db, today }: Deps,
  actor: Actor,
  query: IssueQuery,
): Promise<Issue[]> {
  const seen = seenOn(query.on ?? today(), today(), query.known);
  const found = await readAll<IssueRow>(db.pool, issueList(actor, query, seen));
  return found.map((row) => presentIssue(row, actor, seen));
}

/** A finding with its trail. Throws `notFound` where it isn't there on the day, or out of reach. */
export async function readIssue(
  { db, today }: Deps,
  actor: Actor,
  id: string,
  { on = today(), known }: QueryOf<typeof getIssue> = {},
): Promise<IssueDetail> {
  const seen = seenOn(on, today(), known);
  const list = issueList(actor, { sort: 'urgency' }, seen);
  const row = await readOne<IssueRow>(db.pool, list, sql`f.id = ${id}::uuid`);
  return { ...presentIssue(row, actor, seen), trail: await readTrail({ db }, id, seen) };
}

async function readTrail(
  { db }: Pick<Deps, 'db'>,
  id: string,
  seen: Seen,
): Promise<IssueDetail['trail']> {
  type Row = Omit<IssueDetail['trail'][number], 'at'> & { at: Date };
  const trail = await rows<Row>(
    db.pool,
    sql`SELECT e.id, e.step, e.text, e."on", e.deadline, e.by_name AS "byName", e.at
      FROM finding_event e JOIN finding f ON f.id = e.finding_id JOIN inspection fi ON fi.id = f.inspection_id
      WHERE e.finding_id = ${id}::uuid AND ${stepsBy(seen)} ORDER BY e.at, e.id`,
  );
  return trail.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));
}
