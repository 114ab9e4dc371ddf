import type { Permission } from '@xuanpai/contracts/permissions';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Actor } from '../actor.ts';
import { scopeFor } from '../scope.ts';
import { type Sql, sql } from '../sql.ts';

/**
 * Sessions that somebody reads: the district's are everybody's; a township's are its own, and those of a
 * unit whose people should come.
 */
export function trainingsRead(actor: Actor): Prisma.TrainingWhereInput {
  const scope = scopeFor(actor, 'trainings.read', 'sheets');
  if (scope === 'all') return {};
  if (scope === 'none') return { id: { in: [] } };
  return {
    OR: [
      { level: 'district' },
      { townshipId: { in: scope.townshipIds } },
      { people: { some: { cadre: { unitId: { in: scope.unitIds } } } } },
    ],
  };
}

/** The same as SQL; alias t. */
export function trainingsReadSql(actor: Actor): Sql {
  const scope = scopeFor(actor, 'trainings.read', 'sheets');
  if (scope === 'all') return sql`true`;
  if (scope === 'none') return sql`false`;
  return sql`(t.level = 'district' OR t.township_id = ANY(${scope.townshipIds}::uuid[])
    OR EXISTS (SELECT 1 FROM training_person sp JOIN cadre sc ON sc.id = sp.cadre_id
      WHERE sp.training_id = t.id AND sc.unit_id = ANY(${scope.unitIds}::uuid[])))`;
}

/** Whether somebody writes the sessions of a township; null: the district's. */
export function mayWriteTraining(
  actor: Actor,
  townshipId: string | null,
  permission: Permission = 'trainings.write',
): boolean {
  const scope = scopeFor(actor, permission, 'sheets');
  if (scope === 'all') return true;
  return scope !== 'none' && townshipId !== null && scope.townshipIds.includes(townshipId);
}
