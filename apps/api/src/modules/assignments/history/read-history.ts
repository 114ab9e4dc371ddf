import type { AssignmentHistory, OpenAct } from '@xuanpai/contracts/assignment-events';
import { may } from '@xuanpai/contracts/permissions';
import type { Text } from '@xuanpai/contracts/text';
import { type PlainDate, plainDateSchema } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { type Act, whyBlocked } from '@xuanpai/domain/post-life/acts';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { readOne } from '../../../lib/list.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { sql } from '../../../lib/sql.ts';
import { type AssignmentRow, assignmentList } from '../list.ts';
import { type EventRow, eventInclude, eventsAround, presentEvents } from './present-event.ts';

/**
 * A post with what happened to it, oldest first, and which acts are open to it now for whoever looks.
 * Also of one that never took effect. Throws `notFound`.
 */
export async function readHistory(
  { db, today }: Deps,
  actor: Actor,
  id: string,
): Promise<AssignmentHistory> {
  const list = assignmentList(actor, { sort: 'village', withRevoked: true }, today());
  const assignment = await readOne<AssignmentRow>(db.pool, list, sql`a.id = ${id}::uuid`);
  const rows = await db.prisma.assignmentEvent.findMany({
    where: { OR: [{ assignmentId: id }, { madeId: id }] },
    include: eventInclude,
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  const policy = await readPolicy(db.prisma, assignment.batchId, today());
  return {
    assignment,
    events: presentEvents(rows, await eventsAround(db.prisma, rows), actor),
    acts: openActs(assignment, rows, { actor, policy, today: today() }),
  };
}

const recorded: readonly Act[] = [
  'appointment',
  'report',
  'membershipTransferred',
  'membershipReturned',
];
const changes: readonly Act[] = ['replace', 'withdraw', 'exchange', 'extend', 'end'];

interface Looking {
  actor: Actor;
  policy: Policy;
  today: PlainDate;
}

/** The acts of whoever looks; those that their role doesn't do are left out. */
function openActs(
  assignment: AssignmentRow,
  rows: readonly EventRow[],
  { actor, policy, today }: Looking,
): OpenAct[] {
  const { cadreName, tier, startsOn, endsOn, state, id } = assignment;
  const facts = {
    ...{ cadreName, state },
    tier: tier === 'township' ? ('township' as const) : ('district' as const),
    startsOn: plainDateSchema.parse(startsOn),
    endsOn: endsOn === null ? null : plainDateSchema.parse(endsOn),
    events: rows
      .filter((row) => row.undoneAt === null && row.assignmentId === id)
      .map(({ kind, date }) => ({ kind, date: toPlainDate(date) })),
  };
  const acts = [
    ...(may(actor.roles, 'assignments.record') ? recorded : []),
    ...(may(actor.roles, 'assignments.change') ? changes : []),
  ];
  return acts.map((act) => {
    const why: Text | null = whyBlocked(facts, act, today, policy);
    return { act, blocked: why?.[actor.language] ?? null };
  });
}
