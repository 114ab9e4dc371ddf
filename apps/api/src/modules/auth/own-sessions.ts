import type { Deps } from '../../lib/deps.ts';

/** The sign-ins of a user that are in force, the latest first. */
export async function listOwnSessions(
  { db }: Deps,
  { userId, sessionId }: { userId: string; sessionId: string },
) {
  const sessions = await db.prisma.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastUsedAt: 'desc' },
    take: 100,
  });
  return sessions.map(({ id, createdAt, lastUsedAt, address, userAgent }) => ({
    id,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    address,
    userAgent,
    current: id === sessionId,
  }));
}
