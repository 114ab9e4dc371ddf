import type { Me } from '@xuanpai/contracts/auth';
import type { User } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { deviceName } from '@xuanpai/domain/device-name';
import type { Deps } from '../../lib/deps.ts';
import { presentSession } from '../../lib/records/sessions.ts';
import type { Device } from './sessions.ts';

export interface NewPlace {
  newAddress: boolean;
  newDevice: boolean;
}

/**
 * What of a sign-in is new to the person, as far back as sessions are kept; nothing is at their first,
 * which has none to differ from.
 */
export async function newPlaceOf(
  tx: Tx,
  { id: userId, lastSeenAt }: Pick<User, 'id' | 'lastSeenAt'>,
  { address, userAgent }: Device,
): Promise<NewPlace> {
  if (lastSeenAt === null) return { newAddress: false, newDevice: false };
  const known = await tx.session.findMany({
    where: { userId },
    select: { address: true, userAgent: true },
    distinct: ['address', 'userAgent'],
  });
  const device = deviceName(userAgent);
  return {
    newAddress: known.every((one) => one.address !== address),
    newDevice: known.every((one) => deviceName(one.userAgent) !== device),
  };
}

/** This sign-in, and the one before it, over or not. */
export async function signInAndBefore({ db }: Deps, sessionId: string): Promise<Me['signIn']> {
  const current = await db.prisma.session.findUniqueOrThrow({ where: { id: sessionId } });
  const previous = await db.prisma.session.findFirst({
    where: { userId: current.userId, id: { lt: sessionId } },
    orderBy: { id: 'desc' },
  });
  return { current: presentSession(current), previous: previous && presentSession(previous) };
}
