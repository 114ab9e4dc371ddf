import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Basis } from '@xuanpai/contracts/problems';
import {
  type decideTermEnd,
  type proposeTermEnd,
  termOutcomeWords,
  unitOutcomeWords,
} from '@xuanpai/contracts/term-ends';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { TermEnd } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { addDays } from '@xuanpai/domain/office/plain-date';
import type { RuleFault } from '@xuanpai/domain/rule-fault';
import { lastDayOf, stayFaults } from '@xuanpai/domain/term-end/stay';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, notFound, ruleViolated } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { lockRow } from '../../../lib/lock.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { refuse } from '../../../lib/refuse.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';
import { extendPost, withdrawPost } from '../acts/change-term.ts';
import { refuseTiedPosts } from './ties.ts';

type Proposal = BodyOf<typeof proposeTermEnd>;
type Decision = BodyOf<typeof decideTermEnd>;
const byReading: Basis = { kind: 'reading', source: '按本办理解' };

/** Of whom or which unit a decision is. */
export type Of = { batchId: string } & (
  | { assignmentId: string; unitId?: undefined }
  | { unitId: string; assignmentId?: undefined }
);

/** What the office proposes of somebody in post at the end of the term. */
export function propose(
  deps: Deps,
  actor: Actor,
  assignmentId: string,
  input: Proposal,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const post = await postOf(tx, actor, assignmentId, 'termEnd.propose');
    const { batchId, endsOn, name } = post;
    await refuseTiedPosts(tx, actor, batchId, deps.today(), [assignmentId]);
    const policy = await readPolicy(tx, batchId, deps.today());
    refuse(stayFaults(input, 'cadre', endsOn, policy));
    await writeProposal(tx, actor, { batchId, assignmentId }, name, input);
  });
}

/** Throws where another proposal waits, or where it is decided and nobody stays. */
export async function writeProposal(
  tx: Tx,
  actor: Actor,
  of: Of,
  name: string,
  input: Proposal,
): Promise<void> {
  const last = await latest(tx, of);
  if (last && (last.state === 'proposed' || last.outcome !== 'stay')) {
    throw new ApiError('alreadyDone');
  }
  const { outcome, reason, remaining = null, stayUntil } = input;
  const { id } = await tx.termEnd.create({
    data: {
      ...{ batchId: of.batchId, outcome, reason, remaining },
      ...(of.assignmentId ? { assignmentId: of.assignmentId } : { unitId: of.unitId ?? null }),
      stayUntil: stayUntil === undefined ? null : toDate(stayUntil),
      ...{ proposedById: actor.userId, proposedByName: actor.name },
    },
  });
  const said = (of.unitId ? unitOutcomeWords : termOutcomeWords)[outcome];
  const after = { outcome, reason, remaining, stayUntil: stayUntil ?? null };
  record(tx, {
    ...{ action: 'termEnd.propose', entity: 'termEnd', entityId: id },
    params: { name, outcome: said.zh },
    changes: [{ entity: 'termEnd', entityId: id, versionAfter: 1, before: null, after }],
  });
}

/**
 * Decides, or sends the proposal back. Who stays has the term extended with it; who stayed and is done is
 * released with it.
 */
export function decide(
  deps: Deps,
  actor: Actor,
  assignmentId: string,
  input: Decision,
): Promise<void> {
  return writeAs(deps, actor, (tx) => decideOne(deps, tx, actor, assignmentId, input));
}

/** The same within a transaction. */
export async function decideOne(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  assignmentId: string,
  input: Decision,
): Promise<void> {
  const post = await postOf(tx, actor, assignmentId, 'termEnd.decide');
  await refuseTiedPosts(tx, actor, post.batchId, deps.today(), [assignmentId]);
  const of = { batchId: post.batchId, assignmentId };
  const made = await writeDecision(tx, actor, of, post.name, input);
  if (!made || !input.confirm) return;
  const { documentNumber } = input;
  const { version } = post;
  if (made.outcome === 'stay' && made.stayUntil !== null) {
    const act = { version, until: toPlainDate(made.stayUntil), documentNumber };
    const reason = made.remaining ?? made.reason;
    return extendPost(deps, tx, actor, assignmentId, { ...act, reason });
  }
  const lastDay = lastDayOf(post, deps.today());
  if (lastDay === post.endsOn) return;
  const act = { version, from: addDays(lastDay, 1), documentNumber };
  await withdrawPost(deps, tx, actor, assignmentId, { ...act, reason: made.reason });
}

/** Gives the decision; null where the proposal was sent back. Call while the post, or the unit, is held. */
export async function writeDecision(
  tx: Tx,
  actor: Actor,
  of: Of,
  name: string,
  input: Decision,
): Promise<TermEnd | null> {
  const held = await latest(tx, of);
  if (!held || held.state === 'decided') throw new ApiError('alreadyDone');
  const { id, version, outcome } = held;
  await checkVersion(tx, { entity: 'termEnd', id, version, current: { outcome } }, input.version);
  if (held.proposedById !== null && held.proposedById === actor.userId)
    throw ruleViolated([ownProposalFault]);
  const said = (of.unitId ? unitOutcomeWords : termOutcomeWords)[outcome];
  const params = { name, outcome: said.zh };
  if (!input.confirm) {
    await tx.termEnd.delete({ where: { id } });
    record(tx, {
      ...{ action: 'termEnd.return', entity: 'termEnd', entityId: id, params },
      changes: [{ entity: 'termEnd', entityId: id, before: { outcome }, after: null }],
    });
    return null;
  }
  const { documentNumber } = input;
  const decided = await tx.termEnd.update({
    where: { id, version },
    data: {
      ...{ state: 'decided', documentNumber, version: version + 1 },
      ...{ decidedById: actor.userId, decidedByName: actor.name, decidedAt: new Date() },
    },
  });
  record(tx, {
    ...{ action: 'termEnd.decide', entity: 'termEnd', entityId: id, params },
    changes: [
      {
        ...{ entity: 'termEnd', entityId: id, versionAfter: version + 1 },
        ...{ before: { state: 'proposed' }, after: { state: 'decided', documentNumber } },
      },
    ],
  });
  return decided;
}

/** Said to whoever decides what they proposed. */
export const ownProposalFault: RuleFault = {
  ...{ path: 'version', code: 'ownProposal', basis: byReading },
  message: {
    zh: '提出和决定不能是同一人。',
    en: 'Whoever proposed it doesn’t decide it.',
  },
  remedy: { zh: '请由其他人员办理。', en: 'Somebody else goes on with it.' },
};

export function latest(tx: Tx, { batchId, assignmentId, unitId }: Of): Promise<TermEnd | null> {
  return tx.termEnd.findFirst({
    where: { batchId, ...(assignmentId ? { assignmentId } : { unitId: unitId ?? null }) },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
  });
}

/** The post within reach that goes to the end of the term, held. Throws `notFound`. */
export async function postOf(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: 'termEnd.propose' | 'termEnd.decide' | 'termEnd.handover',
) {
  await lockRow(tx, 'assignment', id);
  const scope = scopeWhere(scopeFor(actor, permission, 'assignments'), 'assignments');
  const post = await tx.assignment.findFirst({
    where: { AND: [{ id, state: 'inForce', tier: { not: 'city' } }, scope] },
    include: { cadre: { select: { name: true } }, batch: { select: { endsOn: true } } },
  });
  const endsOn = post && (post.endsOn ?? post.batch.endsOn);
  if (!post || !endsOn || endsOn < post.batch.endsOn) throw notFound();
  const { batchId, version, cadre, batch } = post;
  const startsOn = toPlainDate(post.startsOn);
  const days = { endsOn: toPlainDate(endsOn), batchEndsOn: toPlainDate(batch.endsOn) };
  return { batchId, version, name: cadre.name, startsOn, ...days };
}
