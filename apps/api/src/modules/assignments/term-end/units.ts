import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { decideUnitEnd, proposeUnitEnd, TermUnit } from '@xuanpai/contracts/term-units';
import type { Tx } from '@xuanpai/database/transaction';
import { stayFaults } from '@xuanpai/domain/term-end/stay';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { lockRow } from '../../../lib/lock.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { readBatch } from '../../../lib/records/batch.ts';
import { refuse } from '../../../lib/refuse.ts';
import { writeAs } from '../../../lib/write.ts';
import { readTermUnits } from './read.ts';
import { refuseTiedUnit } from './ties.ts';
import { writeDecision, writeProposal } from './write.ts';

export function proposeUnit(
  deps: Deps,
  actor: Actor,
  unitId: string,
  { batchId, ...input }: BodyOf<typeof proposeUnitEnd>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const name = await nameOf(tx, batchId, unitId);
    await refuseTiedUnit(tx, actor, batchId, deps.today(), { id: unitId, name });
    const { endsOn } = await readBatch(tx, batchId);
    const policy = await readPolicy(tx, batchId, deps.today());
    refuse(stayFaults(input, 'unit', endsOn, policy));
    await writeProposal(tx, actor, { batchId, unitId }, name, input);
  });
}

/** S4: a unit of which somebody stays is bound on; that is told by the people, this is the decision. */
export function decideUnit(
  deps: Deps,
  actor: Actor,
  unitId: string,
  { batchId, ...input }: BodyOf<typeof decideUnitEnd>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const name = await nameOf(tx, batchId, unitId);
    await refuseTiedUnit(tx, actor, batchId, deps.today(), { id: unitId, name });
    await writeDecision(tx, actor, { batchId, unitId }, name, input);
  });
}

/** A unit with district posts in the batch, held. Throws `notFound`. */
export async function nameOf(tx: Tx, batchId: string, unitId: string): Promise<string> {
  await lockRow(tx, 'unit', unitId);
  const unit = await tx.unit.findFirst({
    where: {
      id: unitId,
      cadres: { some: { assignments: { some: { batchId, tier: 'district' } } } },
    },
    select: { name: true },
  });
  if (!unit) throw notFound();
  return unit.name;
}

export async function readTermUnit(
  deps: Deps,
  actor: Actor,
  unitId: string,
  batchId: string,
): Promise<TermUnit> {
  const { items } = await readTermUnits(deps, actor, { batchId });
  const found = items.find((unit) => unit.unitId === unitId);
  if (!found) throw notFound();
  return found;
}
