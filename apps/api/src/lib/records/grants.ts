import type { roleGrantSchema } from '@xuanpai/contracts/auth';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { z } from 'zod';

/** The roles of a user with the names of their townships and units. */
export const withGrants = {
  roles: {
    include: { township: { select: { name: true } }, unit: { select: { name: true } } },
    orderBy: [{ role: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.UserInclude;

type Grants = Prisma.UserGetPayload<{ include: typeof withGrants }>['roles'];

export function presentGrants(grants: Grants): z.infer<typeof roleGrantSchema>[] {
  return grants.map(({ role, townshipId, township, unitId, unit }) => ({
    role,
    townshipId,
    townshipName: township?.name ?? null,
    unitId,
    unitName: unit?.name ?? null,
  }));
}

/** The roles of a user as the log keeps them: `officer:郑旺镇`. */
export async function loggedGrants(tx: Tx, userId: string): Promise<string[]> {
  const { roles } = await tx.user.findUniqueOrThrow({ where: { id: userId }, include: withGrants });
  return roles.map(({ role, township, unit }) =>
    [role, township?.name ?? unit?.name].filter((part) => part !== undefined).join(':'),
  );
}
