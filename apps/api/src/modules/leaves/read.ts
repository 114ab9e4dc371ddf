import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Leave, listLeaves } from '@xuanpai/contracts/leaves';
import type { Actor } from '../../lib/actor.ts';
import { readLeavesToDecide } from '../../lib/attendance/waiting-leaves.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll, readOne, readPage } from '../../lib/list.ts';
import { sql } from '../../lib/sql.ts';
import { type LeaveRow, leaveList, type Query } from './list.ts';
import { presentLeaves } from './present.ts';

type Reply = ReplyOf<typeof listLeaves>;

export async function readLeaves(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof listLeaves>,
): Promise<Reply> {
  const list = await listOf(deps, actor, query);
  const { found, ...totals } = await readPage<LeaveRow, Pick<Reply, 'asked' | 'toEnd'>>(
    deps.db.pool,
    list,
    query,
  );
  return { items: await presentLeaves(deps, actor, found), ...totals };
}

export async function readAllLeaves(deps: Deps, actor: Actor, query: Query): Promise<Leave[]> {
  const rows = await readAll<LeaveRow>(deps.db.pool, await listOf(deps, actor, query));
  return presentLeaves(deps, actor, rows);
}

/** Throws `notFound` for a leave that isn't there or out of reach. */
export async function readLeave(deps: Deps, actor: Actor, id: string): Promise<Leave> {
  const list = leaveList(actor, { sort: 'startsOn' }, { today: deps.today(), decidable: [] });
  const row = await readOne<LeaveRow>(deps.db.pool, list, sql`l.id = ${id}::uuid`);
  const [leave] = await presentLeaves(deps, actor, [row]);
  if (!leave) throw new Error('a row gives a leave');
  return leave;
}

async function listOf(deps: Deps, actor: Actor, query: Query) {
  const decidable =
    query.waiting === 'decide' ? (await readLeavesToDecide(deps, actor)).map(({ id }) => id) : [];
  return leaveList(actor, query, { today: deps.today(), decidable });
}
