import { may } from '@xuanpai/contracts/permissions';
import type { Json } from '@xuanpai/contracts/values';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { rows, sql } from '../../lib/sql.ts';

/** What the department wants to hear about: acts on batches, registers and plans, not on accounts. */
const told = [
  'batch.create',
  'batch.update',
  'policy.change',
  'import.commit',
  'coverage.override',
  'cadre.correct',
  'nomination.create',
  'nomination.accept',
  'nomination.replace',
  'nomination.confirmMembership',
  'plan.create',
  'plan.solved',
  'plan.approve',
  'plan.confirm',
  'plan.publish',
  'assignment.replaced',
  'assignment.withdrawn',
  'assignment.exchanged',
  'assignment.extended',
  'assignment.ended',
  'assignment.filled',
  'assignment.undone',
];

const most = 12;

interface Row {
  at: Date;
  by: string;
  action: string;
  params: { [name: string]: Json };
}

/** What happened in the district since the last visit; for those who look over the whole of it. */
export async function readActivity({ db }: Deps, actor: Actor) {
  const user = actor.userId
    ? await db.prisma.user.findUnique({ where: { id: actor.userId }, select: { seenBefore: true } })
    : null;
  const since = user?.seenBefore ?? null;
  if (!may(actor.roles, 'plans.read')) return { since: null, activity: [] };
  const found = await rows<Row>(
    db.pool,
    sql`SELECT at, user_name AS by, action, params FROM audit_entry
      WHERE action = ANY(${told}) AND (${since}::timestamptz IS NULL OR at >= ${since})
      ORDER BY seq DESC LIMIT ${most}`,
  );
  return {
    since: since?.toISOString() ?? null,
    activity: found.map(({ at, ...act }) => ({ ...act, at: at.toISOString() })),
  };
}
