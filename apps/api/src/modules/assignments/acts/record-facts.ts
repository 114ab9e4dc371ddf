import type { AssignmentEventKind } from '@xuanpai/contracts/assignment-events';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { type Act, factFaults } from '@xuanpai/domain/post-life/acts';
import type { Actor } from '../../../lib/actor.ts';
import { notFound, ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { writeAs } from '../../../lib/write.ts';
import { type HeldPost, holdPosts, type Seen } from './hold-posts.ts';
import { blockedFaults } from './refuse-act.ts';
import { type NewEvent, writeEvents } from './write-events.ts';

/** What is noted about posts, and by which permission. */
const notes = {
  appointment: { kind: 'appointed', permission: 'assignments.record' },
  report: { kind: 'reported', permission: 'assignments.record' },
  membershipTransferred: { kind: 'membershipTransferred', permission: 'assignments.record' },
  membershipReturned: { kind: 'membershipReturned', permission: 'assignments.record' },
  end: { kind: 'ended', permission: 'assignments.change' },
} as const satisfies Partial<Record<Act, { kind: AssignmentEventKind; permission: Permission }>>;

export type Note = keyof typeof notes;

/**
 * Notes the same about one post or many: the township's document, arrivals, the membership, the end of
 * the term. All of them or none; gives how many. Throws `notFound`, `staleVersion`, and `ruleViolated`
 * with what stands against each.
 */
export function noteAbout(
  deps: Deps,
  actor: Actor,
  note: Note,
  { assignments, date, documentNumber }: Noted,
): Promise<{ recorded: number }> {
  const { kind, permission } = notes[note];
  const asked = [...new Map(assignments.map((one) => [one.id, one])).values()];
  return writeAs(deps, actor, async (tx) => {
    const posts = await holdPosts(tx, actor, permission, asked);
    const today = deps.today();
    const policies = await policiesOf(tx, posts, today);
    const single = posts.length === 1;
    const faults = posts.flatMap((post, at) => {
      const policy = policies(post);
      const blocked = blockedFaults(post, note, {
        today,
        policy,
        path: single ? '' : `assignments.${at}`,
      });
      if (blocked.length > 0) return blocked;
      return kind === 'ended' ? [] : factFaults(post.facts, kind, date, today);
    });
    if (faults.length > 0) throw ruleViolated(withoutDoubles(faults));
    const [first, ...others] = posts.map(
      (post): NewEvent => ({ post, kind, date, documentNumber }),
    );
    if (first) await writeEvents(tx, actor, [first, ...others]);
    return { recorded: posts.length };
  });
}

interface Noted {
  assignments: readonly Seen[];
  date: PlainDate;
  documentNumber?: string | undefined;
}

/** A day in the future is wrong for all of them: it is said once. */
function withoutDoubles<One extends { path: string; message: { zh: string } }>(faults: One[]) {
  return [...new Map(faults.map((one) => [`${one.path} ${one.message.zh}`, one])).values()];
}

/** The policy of each post's batch: today's. */
async function policiesOf(tx: Tx, posts: readonly HeldPost[], today: PlainDate) {
  const policies = new Map<string, Policy>();
  for (const { row } of posts) {
    if (policies.has(row.batchId)) continue;
    policies.set(row.batchId, await readPolicy(tx, row.batchId, today));
  }
  return ({ row }: HeldPost): Policy => {
    const policy = policies.get(row.batchId);
    if (!policy) throw notFound();
    return policy;
  };
}
