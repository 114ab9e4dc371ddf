import type { Tx } from '@xuanpai/database/transaction';

export type EndReason =
  | 'signOut'
  | 'signOutEverywhere'
  | 'passwordChanged'
  | 'passwordReset'
  | 'disabled'
  | 'reuse';

/** Ends sessions of a user that are in force: one, all, or all but one. Gives how many. */
export async function endSessions(
  tx: Tx,
  userId: string,
  which: { only?: string; except?: string },
  reason: EndReason,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      userId,
      revokedAt: null,
      ...(which.only ? { id: which.only } : {}),
      ...(which.except ? { NOT: { id: which.except } } : {}),
    },
    data: { revokedAt: new Date(), revokedReason: reason },
  });
  return count;
}
