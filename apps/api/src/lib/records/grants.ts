import type { roleGrantSchema } from '@xuanpai/contracts/auth';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { termState } from '@xuanpai/domain/access';
import type { z } from 'zod';

/** The roles of a user with the names of their townships and units. */
export const withGrants = {
  roles: {
    include: { township: { select: { name: true } }, unit: { select: { name: true } } },
    orderBy: [{ role: 'asc' }, { startsOn: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  },
} satisfies Prisma.UserInclude;

type Grants = Prisma.UserGetPayload<{ include: typeof withGrants }>['roles'];

/** Those held on a day. */
export function presentGrants(grants: Grants, on: PlainDate): z.infer<typeof roleGrantSchema>[] {
  return grants
    .filter((grant) => termState(termOf(grant), on) === 'held')
    .map(({ role, townshipId, township, unitId, unit }) => ({
      role,
      townshipId,
      townshipName: township?.name ?? null,
      unitId,
      unitName: unit?.name ?? null,
    }));
}

function termOf({ startsOn, endsOn }: Pick<Grants[number], 'startsOn' | 'endsOn'>) {
  return { startsOn: toPlainDate(startsOn), endsOn: toPlainDate(endsOn) };
}

/** The roles of a user as the log keeps them: `officer:郑旺镇`, `planner::2015-05-01/2015-07-31`. */
export async function loggedGrants(tx: Tx, userId: string): Promise<string[]> {
  const { roles } = await tx.user.findUniqueOrThrow({ where: { id: userId }, include: withGrants });
  return roles.map(({ role, township, unit, ...term }) => {
    const { startsOn, endsOn } = termOf(term);
    const place = township?.name ?? unit?.name;
    if (startsOn === null && endsOn === null) return place ? `${role}:${place}` : role;
    return `${role}:${place ?? ''}:${startsOn ?? ''}/${endsOn ?? ''}`;
  });
}
