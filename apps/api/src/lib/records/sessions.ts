import type { SignIn } from '@xuanpai/contracts/auth';
import type { Session } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';

/** Days after which a session ends however much it was used. */
export const sessionDays = 14;

/** Hours without a refresh (a page in use has one every quarter of an hour) after which it ends. */
export const idleHours = 12;

/** Of the sessions, those that are in force. */
export function inForce() {
  const now = Date.now();
  return {
    revokedAt: null,
    expiresAt: { gt: new Date(now) },
    lastUsedAt: { gt: new Date(now - idleHours * 3_600_000) },
  };
}

export function presentSession(session: Session): SignIn {
  const { id, createdAt, lastUsedAt, address, userAgent, newAddress, newDevice } = session;
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    address,
    userAgent,
    newAddress,
    newDevice,
  };
}

export type EndReason =
  | 'signOut'
  | 'signOutEverywhere'
  | 'passwordChanged'
  | 'secondFactor'
  | 'passwordReset'
  | 'disabled'
  | 'endedByAdmin'
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
