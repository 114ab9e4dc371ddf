import type { Json } from '@xuanpai/contracts/values';
import type { Nomination } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { difference, record } from '../../lib/audit.ts';
import { countWrites } from '../../lib/records/counters.ts';

type Logged = Pick<
  Nomination,
  | 'cadreId'
  | 'unitId'
  | 'tier'
  | 'category'
  | 'state'
  | 'acceptedReason'
  | 'acceptedBy'
  | 'replacedById'
  | 'replacedReason'
  | 'withdrawnReason'
  | 'withdrawnBy'
>;

/** What of a nomination the log keeps. */
export function loggedNomination(nomination: Logged) {
  return {
    cadreId: nomination.cadreId,
    unitId: nomination.unitId,
    tier: nomination.tier,
    category: nomination.category,
    state: nomination.state,
    acceptedReason: nomination.acceptedReason,
    acceptedBy: nomination.acceptedBy,
    replacedById: nomination.replacedById,
    replacedReason: nomination.replacedReason,
    withdrawnReason: nomination.withdrawnReason,
    withdrawnBy: nomination.withdrawnBy,
  };
}

interface Written {
  before: Nomination | null;
  after: Nomination;
}

/** An act on nominations: counted for previews, and in the log with what it changed. */
export async function noteNominations(
  tx: Tx,
  action: string,
  params: { [name: string]: Json },
  [first, ...others]: [Written, ...Written[]],
) {
  await countWrites(tx, 'nominations');
  record(tx, {
    action,
    entity: 'nomination',
    entityId: first.after.id,
    params,
    changes: [first, ...others].map(({ before, after }) => ({
      entity: 'nomination',
      entityId: after.id,
      versionAfter: after.version,
      ...(before
        ? difference(loggedNomination(before), loggedNomination(after))
        : { before: null, after: loggedNomination(after) }),
    })),
  });
}
