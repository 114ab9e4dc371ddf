import type { Permission } from '@xuanpai/contracts/permissions';
import type { Scope } from '@xuanpai/domain/access';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';

export interface Township {
  id: string;
  name: string;
  code: string;
}

/** The township of a sheet, by id or twelve-digit code, within the caller's reach. Throws `notFound`. */
export async function findTownship(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  permission: Permission,
  key: string,
): Promise<Township> {
  const found = await db.prisma.region.findFirst({
    where: {
      AND: [
        key.length === 12 ? { code: key } : { id: key },
        { level: 'township' },
        scopeWhere(scopeFor(actor, permission, 'sheets'), 'sheets'),
      ],
    },
    select: { id: true, name: true, code: true },
  });
  if (!found) throw notFound();
  return found;
}

/** Whether a scope of sheets holds a township's. */
export function reaches(scope: Scope, townshipId: string): boolean {
  return scope === 'all' || (scope !== 'none' && scope.townshipIds.includes(townshipId));
}
