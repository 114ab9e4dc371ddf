import { type Permission, permissions } from '@xuanpai/contracts/permissions';
import type { Prisma } from '@xuanpai/database/generated/client';
import { grantsFor, type Resource, type Scope, scopeOf } from '@xuanpai/domain/access';
import type { Actor } from './actor.ts';
import { join, type Sql, sql } from './sql.ts';

/**
 * The only place where the rows that somebody may reach become a condition: as a Prisma `where`
 * and as SQL. Both say the same; a property test compares them for every role.
 *
 * A person with two roles reaches by a permission only the rows of the roles that carry it.
 */
export function scopeFor(actor: Actor, permission: Permission, resource: Resource): Scope {
  return scopeOf(grantsFor(actor.grants, permissions[permission]), resource);
}

interface Wheres {
  villages: Prisma.VillageWhereInput;
  units: Prisma.UnitWhereInput;
  cadres: Prisma.CadreWhereInput;
  nominations: Prisma.NominationWhereInput;
  assignments: Prisma.AssignmentWhereInput;
  consultations: Prisma.PlanConsultationWhereInput;
  help: Prisma.HelpWhereInput;
  sheets: Prisma.RegionWhereInput;
  plans: Prisma.PlanWhereInput;
  batches: Prisma.BatchWhereInput;
}

type Ids = Exclude<Scope, string>;

/** Not `OR: []`: that alone matches nothing, but inside an `AND` Prisma drops it and all rows match. */
const nothing = { id: { in: [] } };

const wheres: { [R in Resource]: (ids: Ids) => Wheres[R] } = {
  // A township sees its villages; a unit those where its people are posted.
  villages: ({ townshipIds, unitIds }) => ({
    OR: [
      { townshipId: { in: townshipIds } },
      { assignments: { some: { state: 'inForce', cadre: { unitId: { in: unitIds } } } } },
    ],
  }),
  units: ({ townshipIds, unitIds }) => ({
    OR: [{ townshipId: { in: townshipIds } }, { id: { in: unitIds } }],
  }),
  // A township sees its own people and those posted in its villages; a unit its own people.
  cadres: ({ townshipIds, unitIds }) => ({
    OR: [
      { unit: { townshipId: { in: townshipIds } } },
      { assignments: { some: { state: 'inForce', village: { townshipId: { in: townshipIds } } } } },
      { unitId: { in: unitIds } },
    ],
  }),
  nominations: ({ townshipIds, unitIds }) => ({
    OR: [{ unit: { townshipId: { in: townshipIds } } }, { unitId: { in: unitIds } }],
  }),
  assignments: ({ townshipIds, unitIds }) => ({
    OR: [{ village: { townshipId: { in: townshipIds } } }, { cadre: { unitId: { in: unitIds } } }],
  }),
  // A township and a unit see what they themselves were asked.
  consultations: ({ townshipIds, unitIds }) => ({
    OR: [{ townshipId: { in: townshipIds } }, { unitId: { in: unitIds } }],
  }),
  // A township sees what its villages get, a unit what it gives.
  help: ({ townshipIds, unitIds }) => ({
    OR: [{ village: { townshipId: { in: townshipIds } } }, { unitId: { in: unitIds } }],
  }),
  // By township: a sheet is there for each of them, whether anything was written or not.
  sheets: ({ townshipIds }) => ({ id: { in: townshipIds } }),
  plans: () => nothing,
  batches: () => nothing,
};

/** The condition of a scope for Prisma; `none` matches nothing. */
export function scopeWhere<R extends Resource>(scope: Scope, resource: R): Wheres[R] {
  if (scope === 'all') return {} as Wheres[R];
  if (scope === 'none') return nothing as Wheres[R];
  return wheres[resource](scope);
}

const list = (ids: string[]) => sql`ANY(${ids}::uuid[])`;

/** Aliases: v village, u unit, c cadre, n nomination, a assignment, k consultation, h help, t the township of a sheet; each resource only needs its own. */
const conditions: Record<Resource, (ids: Ids) => Sql[]> = {
  villages: ({ townshipIds, unitIds }) => [
    sql`v.township_id = ${list(townshipIds)}`,
    sql`EXISTS (SELECT 1 FROM assignment sa JOIN cadre sc ON sc.id = sa.cadre_id
      WHERE sa.village_id = v.id AND sa.state = 'inForce' AND sc.unit_id = ${list(unitIds)})`,
  ],
  units: ({ townshipIds, unitIds }) => [
    sql`u.township_id = ${list(townshipIds)}`,
    sql`u.id = ${list(unitIds)}`,
  ],
  cadres: ({ townshipIds, unitIds }) => [
    sql`EXISTS (SELECT 1 FROM unit su WHERE su.id = c.unit_id AND su.township_id = ${list(townshipIds)})`,
    sql`EXISTS (SELECT 1 FROM assignment sa JOIN village sv ON sv.id = sa.village_id
      WHERE sa.cadre_id = c.id AND sa.state = 'inForce' AND sv.township_id = ${list(townshipIds)})`,
    sql`c.unit_id = ${list(unitIds)}`,
  ],
  nominations: ({ townshipIds, unitIds }) => [
    sql`EXISTS (SELECT 1 FROM unit su WHERE su.id = n.unit_id AND su.township_id = ${list(townshipIds)})`,
    sql`n.unit_id = ${list(unitIds)}`,
  ],
  assignments: ({ townshipIds, unitIds }) => [
    sql`EXISTS (SELECT 1 FROM village sv WHERE sv.id = a.village_id AND sv.township_id = ${list(townshipIds)})`,
    sql`EXISTS (SELECT 1 FROM cadre sc WHERE sc.id = a.cadre_id AND sc.unit_id = ${list(unitIds)})`,
  ],
  consultations: ({ townshipIds, unitIds }) => [
    sql`k.township_id = ${list(townshipIds)}`,
    sql`k.unit_id = ${list(unitIds)}`,
  ],
  help: ({ townshipIds, unitIds }) => [
    sql`EXISTS (SELECT 1 FROM village sv WHERE sv.id = h.village_id AND sv.township_id = ${list(townshipIds)})`,
    sql`h.unit_id = ${list(unitIds)}`,
  ],
  sheets: ({ townshipIds }) => [sql`t.id = ${list(townshipIds)}`],
  plans: () => [sql`false`],
  batches: () => [sql`false`],
};

/** The condition of a scope for a list's SQL; `none` matches nothing. */
export function scopeSql(scope: Scope, resource: Resource): Sql {
  if (scope === 'all') return sql`true`;
  if (scope === 'none') return sql`false`;
  return sql`(${join(conditions[resource](scope), ' OR ')})`;
}
