import type { Assignment, getAssignment, listAssignments } from '@xuanpai/contracts/assignments';
import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readOne, readPage } from '../../lib/list.ts';
import { rows, sql, where } from '../../lib/sql.ts';
import { type AssignmentRow, assignmentList } from './list.ts';

interface Counts {
  villages: number;
  district: number;
  township: number;
}

/** A page of posts, with what all of them together come to. */
export async function readAssignments(
  { db, today }: Deps,
  actor: Actor,
  query: QueryOf<typeof listAssignments>,
): Promise<ReplyOf<typeof listAssignments>> {
  const list = assignmentList(actor, query, today());
  const [{ found, total }, [counts]] = await Promise.all([
    readPage<Assignment>(db.pool, list, query),
    rows<Counts>(
      db.pool,
      sql`SELECT count(DISTINCT a.village_id)::int AS villages,
          count(*) FILTER (WHERE a.tier = 'district')::int AS district,
          count(*) FILTER (WHERE a.tier = 'township')::int AS township
        FROM ${list.from} ${where(list.conditions)}`,
    ),
  ]);
  const { villages = 0, district = 0, township = 0 } = counts ?? {};
  return { items: found, total, villages, byTier: { district, township } };
}

/** Throws `notFound` for a post that isn't there or out of reach. */
export function readAssignment(
  { db, today }: Deps,
  actor: Actor,
  id: string,
): Promise<ReplyOf<typeof getAssignment>> {
  const list = assignmentList(actor, { sort: 'village' }, today());
  return readOne<AssignmentRow>(db.pool, list, sql`a.id = ${id}::uuid`);
}
