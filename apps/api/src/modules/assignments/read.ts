import type { Assignment, getAssignment, listAssignments } from '@xuanpai/contracts/assignments';
import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readOne, readPage } from '../../lib/list.ts';
import { sql } from '../../lib/sql.ts';
import { type AssignmentRow, assignmentList } from './list.ts';

type Reply = ReplyOf<typeof listAssignments>;
type Totals = Pick<Reply, 'villages' | 'byTier'>;

/** A page of posts, with what all of them together come to. */
export async function readAssignments(
  { db, today }: Deps,
  actor: Actor,
  query: QueryOf<typeof listAssignments>,
): Promise<Reply> {
  const list = assignmentList(actor, query, today());
  const { found, ...totals } = await readPage<Assignment, Totals>(db.pool, list, query);
  return { items: found, ...totals };
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
