import { may } from '@xuanpai/contracts/permissions';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { keptFromFault, type StepBack } from '@xuanpai/domain/evaluation/stepping-back';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { Actor } from '../../../lib/actor.ts';
import { ruleViolated } from '../../../lib/api-error.ts';
import {
  readPostStepBacks,
  readUnitStepBacks,
  type TiedPerson,
} from '../../../lib/evaluation/stepping-back.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { oneOf, type rows, runnerOf, type Sql } from '../../../lib/sql.ts';

type Runner = Parameters<typeof rows>[0];

const on = (policy: Policy, today: PlainDate) => ({
  on: today,
  ownUnit: policy.isOn('evaluation.ownUnitStepsBack'),
});

/** Who proposes or decides at the end of a term judges; the others hand over, and read their own. */
function judges({ roles }: Actor): boolean {
  return may(roles, 'termEnd.propose') || may(roles, 'termEnd.decide');
}

/** E8: posts on whose end of the term the actor takes no part, and why, by assignment. */
export async function readTiedPosts(
  runner: Runner,
  actor: Actor,
  policy: Policy,
  today: PlainDate,
  posts: Sql,
): Promise<ReadonlyMap<string, StepBack>> {
  if (!judges(actor)) return new Map();
  const tied = await readPostStepBacks(runner, actor.userId, on(policy, today), posts);
  return new Map(tied.map(({ id, back }) => [id, back]));
}

/** E8: units on which the actor takes no part. */
export async function readTiedUnits(
  runner: Runner,
  actor: Actor,
  policy: Policy,
  today: PlainDate,
): Promise<ReadonlySet<string>> {
  if (!judges(actor)) return new Set();
  return readUnitStepBacks(runner, actor.userId, on(policy, today));
}

/** Those of some posts of a batch whom the actor steps back from. */
export async function tiedAmong(
  tx: Tx,
  { userId }: Actor,
  batchId: string,
  today: PlainDate,
  assignmentIds: readonly string[],
): Promise<TiedPerson[]> {
  const policy = await readPolicy(tx, batchId, today);
  const posts = oneOf('a.id', assignmentIds, 'uuid');
  return readPostStepBacks(runnerOf(tx), userId, on(policy, today), posts);
}

/** Throws `ruleViolated`, naming everybody of the posts whom the actor steps back from. */
export async function refuseTiedPosts(...about: Parameters<typeof tiedAmong>): Promise<void> {
  const tied = await tiedAmong(...about);
  if (tied.length > 0) throw ruleViolated(tied.map(keptFromFault));
}

/** Units on which the actor takes no part, asked while writing. */
export async function tiedUnitsNow(
  tx: Tx,
  { userId }: Actor,
  batchId: string,
  today: PlainDate,
): Promise<ReadonlySet<string>> {
  const policy = await readPolicy(tx, batchId, today);
  return readUnitStepBacks(runnerOf(tx), userId, on(policy, today));
}

/** Throws `ruleViolated` for a unit that the actor steps back from. */
export async function refuseTiedUnit(
  tx: Tx,
  actor: Actor,
  batchId: string,
  today: PlainDate,
  unit: { id: string; name: string },
): Promise<void> {
  const tied = await tiedUnitsNow(tx, actor, batchId, today);
  if (tied.has(unit.id)) throw ruleViolated([keptFromFault(unit)]);
}
