import type { Permission } from '@xuanpai/contracts/permissions';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeSql, scopeWhere } from '../../lib/scope.ts';
import type { Sql } from '../../lib/sql.ts';

/** The villages that somebody reaches by a permission, as a condition about `v`. */
export function villagesWithin(actor: Actor, permission: Permission): Sql {
  return scopeSql(scopeFor(actor, permission, 'villages'), 'villages');
}

/** Throws `notFound` where one of the villages isn't there or out of reach. */
export async function findVillages(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  permission: Permission,
  villageIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const reach = scopeWhere(scopeFor(actor, permission, 'villages'), 'villages');
  const villages = await db.prisma.village.findMany({
    where: { AND: [{ id: { in: [...villageIds] } }, reach] },
    select: { id: true, name: true },
    orderBy: { code: 'asc' },
  });
  if (villages.length < villageIds.length) throw notFound();
  return villages;
}

/** Throws `notFound` for a village that isn't there or out of reach. */
export async function findVillage(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  permission: Permission,
  villageId: string,
): Promise<{ id: string; name: string; townshipId: string }> {
  const reach = scopeWhere(scopeFor(actor, permission, 'villages'), 'villages');
  const village = await db.prisma.village.findFirst({
    where: { AND: [{ id: villageId }, reach] },
    select: { id: true, name: true, townshipId: true },
  });
  if (!village) throw notFound();
  return village;
}

/** Throws `notFound` for a township that isn't there or out of reach. */
export async function findTownship(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  permission: Permission,
  townshipId: string,
): Promise<{ id: string; name: string }> {
  const reach = scopeWhere(scopeFor(actor, permission, 'sheets'), 'sheets');
  const township = await db.prisma.region.findFirst({
    where: { AND: [{ id: townshipId, level: 'township' }, reach] },
    select: { id: true, name: true },
  });
  if (!township) throw notFound();
  return township;
}
