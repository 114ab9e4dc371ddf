import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { decideTermEnds, proposeTermEnds } from '@xuanpai/contracts/term-ends';
import type { Tx } from '@xuanpai/database/transaction';
import { keptFromFault } from '@xuanpai/domain/evaluation/stepping-back';
import type { RuleFault } from '@xuanpai/domain/rule-fault';
import type { Actor } from '../../../lib/actor.ts';
import { ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { tiedAmong } from './ties.ts';
import { decideOne, latest, ownProposalFault, postOf, writeProposal } from './write.ts';

type Reply = ReplyOf<typeof proposeTermEnds>;

/** The same proposal for several who don't stay; those whom the actor steps back from are left to others. */
export function proposeAll(
  deps: Deps,
  actor: Actor,
  { assignmentIds, ...input }: BodyOf<typeof proposeTermEnds>,
): Promise<Reply> {
  return writeAs(deps, actor, async (tx) => {
    const posts = await hold(tx, actor, 'termEnd.propose', assignmentIds);
    const left = await tiedOf(deps, tx, actor, posts);
    const own = othersThan(posts, left);
    for (const { assignmentId, batchId, name } of own) {
      await writeProposal(tx, actor, { batchId, assignmentId }, name, input);
    }
    return replyOf(own, left);
  });
}

/** Agrees with several proposals under one document; the tied, and the actor's own, are left to others. */
export function decideAll(
  deps: Deps,
  actor: Actor,
  { items, documentNumber }: BodyOf<typeof decideTermEnds>,
): Promise<Reply> {
  return writeAs(deps, actor, async (tx) => {
    const versions = new Map(items.map(({ assignmentId, version }) => [assignmentId, version]));
    const posts = await hold(tx, actor, 'termEnd.decide', [...versions.keys()]);
    const tied = await tiedOf(deps, tx, actor, posts);
    const proposed = await ownProposals(tx, actor, othersThan(posts, tied));
    const left = [...tied, ...proposed];
    const own = othersThan(posts, left);
    for (const { assignmentId } of own) {
      const version = versions.get(assignmentId) ?? 0;
      await decideOne(deps, tx, actor, assignmentId, { confirm: true, documentNumber, version });
    }
    return replyOf(own, left);
  });
}

type Post = Awaited<ReturnType<typeof postOf>> & { assignmentId: string };

interface Left {
  assignmentId: string;
  name: string;
  fault: RuleFault;
}

/** In one order, so that two who act at once don't wait for each other. */
async function hold(
  tx: Tx,
  actor: Actor,
  permission: 'termEnd.propose' | 'termEnd.decide',
  assignmentIds: readonly string[],
): Promise<Post[]> {
  const posts: Post[] = [];
  for (const assignmentId of [...new Set(assignmentIds)].sort()) {
    posts.push({ assignmentId, ...(await postOf(tx, actor, assignmentId, permission)) });
  }
  return posts;
}

async function tiedOf(deps: Deps, tx: Tx, actor: Actor, posts: readonly Post[]): Promise<Left[]> {
  const left: Left[] = [];
  for (const batchId of new Set(posts.map((post) => post.batchId))) {
    const ids = posts.flatMap((post) => (post.batchId === batchId ? [post.assignmentId] : []));
    const tied = await tiedAmong(tx, actor, batchId, deps.today(), ids);
    left.push(
      ...tied.map(({ id, name }) => ({
        ...{ assignmentId: id, name, fault: keptFromFault({ id, name }) },
      })),
    );
  }
  return left;
}

async function ownProposals(tx: Tx, actor: Actor, posts: readonly Post[]): Promise<Left[]> {
  const left: Left[] = [];
  for (const { assignmentId, batchId, name } of posts) {
    const held = await latest(tx, { batchId, assignmentId });
    if (held?.state !== 'proposed' || actor.userId === null) continue;
    if (held.proposedById !== actor.userId) continue;
    left.push({ assignmentId, name, fault: { ...ownProposalFault, path: assignmentId } });
  }
  return left;
}

function othersThan(posts: readonly Post[], left: readonly Left[]): Post[] {
  const kept = new Set(left.map(({ assignmentId }) => assignmentId));
  return posts.filter(({ assignmentId }) => !kept.has(assignmentId));
}

/** Throws `ruleViolated` where nobody is left to act on. */
function replyOf(own: readonly Post[], left: readonly Left[]): Reply {
  if (own.length === 0) throw ruleViolated(left.map(({ fault }) => fault));
  const said = left.map(({ assignmentId, name, fault: { message, remedy } }) => ({
    ...{ assignmentId, name },
    reason: { zh: message.zh + (remedy?.zh ?? ''), en: `${message.en} ${remedy?.en ?? ''}`.trim() },
  }));
  return { done: own.length, leftOut: said };
}
