import type { Permission } from '@xuanpai/contracts/permissions';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { lockRow } from '../../lib/lock.ts';
import { holdPlans } from '../../lib/records/batch.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { loggedNomination } from './log.ts';

const include = { cadre: true, unit: true } satisfies Prisma.NominationInclude;

export type HeldNomination = Prisma.NominationGetPayload<{ include: typeof include }>;

/**
 * An active nomination, held for this transaction and apart from an issue under way, in the version
 * that the writer saw. Throws `notFound` out of reach, `alreadyDone` when it was replaced or withdrawn.
 */
export async function holdNomination(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  ids: { id: string; nominationId: string },
  seen: number,
): Promise<HeldNomination> {
  return hold(tx, actor, permission, ids, async (nomination) => {
    await checkSeen(tx, nomination, seen);
    if (nomination.state !== 'active') throw gone(nomination.cadre.name);
  });
}

/** One that was withdrawn, to be taken back. Throws `notFound`, `alreadyDone` when it is not withdrawn. */
export function holdWithdrawn(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  ids: { id: string; nominationId: string },
  seen: number,
): Promise<HeldNomination> {
  return hold(tx, actor, permission, ids, async (nomination) => {
    await checkSeen(tx, nomination, seen);
    if (nomination.state !== 'withdrawn') throw new ApiError('alreadyDone');
  });
}

async function checkSeen(tx: Tx, nomination: HeldNomination, seen: number) {
  const { id, version } = nomination;
  const current = { id, version, ...loggedNomination(nomination) };
  await checkVersion(tx, { entity: 'nomination', id, version, current }, seen);
}

/** The same where what is written beside the nomination has a version of its own. */
export function holdOpen(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  ids: { id: string; nominationId: string },
): Promise<HeldNomination> {
  return hold(tx, actor, permission, ids, async ({ state, cadre }) => {
    if (state !== 'active') throw gone(cadre.name);
  });
}

async function hold(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  { id: batchId, nominationId: id }: { id: string; nominationId: string },
  check: (nomination: HeldNomination) => Promise<void>,
): Promise<HeldNomination> {
  const scope = scopeFor(actor, permission, 'nominations');
  const where = { AND: [{ id, batchId }, scopeWhere(scope, 'nominations')] };
  if (!(await tx.nomination.findFirst({ where, select: { id: true } }))) throw notFound();
  await holdPlans(tx, batchId);
  await lockRow(tx, 'nomination', id);
  const nomination = await tx.nomination.findFirst({ where, include });
  if (!nomination) throw notFound();
  await check(nomination);
  return nomination;
}

function gone(name: string) {
  return new ApiError('alreadyDone', {
    detail: {
      zh: `${name}已不是本批次人选。`,
      en: `${name} is no longer named to the batch.`,
    },
  });
}
