import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { decideUnitEnds, proposeUnitEnds } from '@xuanpai/contracts/term-units';
import type { Tx } from '@xuanpai/database/transaction';
import { keptFromFault } from '@xuanpai/domain/evaluation/stepping-back';
import type { RuleFault } from '@xuanpai/domain/rule-fault';
import type { Actor } from '../../../lib/actor.ts';
import { ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { tiedUnitsNow } from './ties.ts';
import { nameOf } from './units.ts';
import { latest, ownProposalFault, writeDecision, writeProposal } from './write.ts';

type Reply = ReplyOf<typeof proposeUnitEnds>;

/** The same proposal for several units; those that the actor steps back from are left to others. */
export function proposeUnits(
  deps: Deps,
  actor: Actor,
  { batchId, unitIds, ...input }: BodyOf<typeof proposeUnitEnds>,
): Promise<Reply> {
  return writeAs(deps, actor, async (tx) => {
    const { own, left } = await held(deps, tx, actor, batchId, unitIds);
    for (const { id, name } of own) {
      await writeProposal(tx, actor, { batchId, unitId: id }, name, input);
    }
    return replyOf(own.length, left);
  });
}

/** Agrees with several proposals under one document; the tied, and the actor's own, are left to others. */
export function decideUnits(
  deps: Deps,
  actor: Actor,
  { batchId, items, documentNumber }: BodyOf<typeof decideUnitEnds>,
): Promise<Reply> {
  return writeAs(deps, actor, async (tx) => {
    const versions = new Map(items.map(({ unitId, version }) => [unitId, version]));
    const { own, left } = await held(deps, tx, actor, batchId, [...versions.keys()]);
    let done = 0;
    for (const unit of own) {
      const of = { batchId, unitId: unit.id };
      const proposal = await latest(tx, of);
      if (actor.userId !== null && proposal?.proposedById === actor.userId) {
        left.push({ ...unit, fault: { ...ownProposalFault, path: unit.id } });
        continue;
      }
      const version = versions.get(unit.id) ?? 0;
      await writeDecision(tx, actor, of, unit.name, { confirm: true, documentNumber, version });
      done += 1;
    }
    return replyOf(done, left);
  });
}

interface Unit {
  id: string;
  name: string;
}
type Left = Unit & { fault: RuleFault };

/** In one order, so that two who act at once don't wait for each other. */
async function held(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  batchId: string,
  unitIds: readonly string[],
): Promise<{ own: Unit[]; left: Left[] }> {
  const units: Unit[] = [];
  for (const id of [...new Set(unitIds)].sort()) {
    units.push({ id, name: await nameOf(tx, batchId, id) });
  }
  const tied = await tiedUnitsNow(tx, actor, batchId, deps.today());
  return {
    own: units.filter(({ id }) => !tied.has(id)),
    left: units.flatMap((unit) =>
      tied.has(unit.id) ? [{ ...unit, fault: keptFromFault(unit) }] : [],
    ),
  };
}

/** Throws `ruleViolated` where nothing is left to act on. */
function replyOf(done: number, left: readonly Left[]): Reply {
  if (done === 0) throw ruleViolated(left.map(({ fault }) => fault));
  const leftOut = left.map(({ id, name, fault: { message, remedy } }) => ({
    ...{ unitId: id, name },
    reason: { zh: message.zh + (remedy?.zh ?? ''), en: `${message.en} ${remedy?.en ?? ''}`.trim() },
  }));
  return { done, leftOut };
}
