import type { roleGrantSchema } from '@xuanpai/contracts/auth';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { z } from 'zod';

/** The roles of a user with the names of their townships and units. */
export const withGrants = {
  roles: {
    include: { township: { select: { name: true } }, unit: { select: { name: true } } },
    orderBy: [{ role: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.UserInclude;

type UserWithGrants = Prisma.UserGetPayload<{ include: typeof withGrants }>;

export function presentGrants(user: UserWithGrants): z.infer<typeof roleGrantSchema>[] {
  return user.roles.map(({ role, townshipId, township, unitId, unit }) => ({
    role,
    townshipId,
    townshipName: township?.name ?? null,
    unitId,
    unitName: unit?.name ?? null,
  }));
}
