import { type ImportKind, importKinds } from '@xuanpai/contracts/imports';
import { may, type Permission } from '@xuanpai/contracts/permissions';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';

/** What a township or a team brings: its log, its targets, its ballots, who was trained. */
const ownOnes: readonly ImportKind[] = [
  'attendance',
  'targets',
  'ballots',
  'trainings',
  'workExpenses',
];

/** The registers are the planner's; the monthly log is the township's, ballots are the team's. */
const permissionOf: Readonly<Record<ImportKind, Permission>> = {
  regions: 'imports.write',
  villages: 'imports.write',
  units: 'imports.write',
  cadres: 'imports.write',
  attendance: 'attendance.write',
  targets: 'targets.report',
  ballots: 'ballots.enter',
  trainings: 'trainings.write',
  workExpenses: 'expenses.import',
};

/** The kinds that somebody may import, in their order. */
export function kindsOf({ roles }: Pick<Actor, 'roles'>): ImportKind[] {
  return importKinds.filter((kind) => may(roles, permissionOf[kind]));
}

/** Throws `forbidden` for a kind that isn't the caller's; null, which the headings decide, is anybody's. */
export function checkKind(actor: Pick<Actor, 'roles'>, kind: ImportKind | null): void {
  if (kind !== null && !kindsOf(actor).includes(kind)) throw new ApiError('forbidden');
}

/**
 * The imports that somebody sees: registers with every planner, a township's sheets with whoever
 * brought them.
 */
export function ownImports(actor: Pick<Actor, 'roles' | 'userId'>): Prisma.ImportWhereInput {
  const kinds = kindsOf(actor);
  const registers = kinds.filter((kind) => !ownOnes.includes(kind));
  const own = kinds.filter((kind) => ownOnes.includes(kind));
  return {
    OR: [{ kind: { in: registers } }, { kind: { in: own }, createdById: actor.userId ?? nobody }],
  };
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Throws `notFound` for an import that isn't there, and for one that isn't the caller's to see. */
export async function checkOwnImport(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  id: string,
): Promise<void> {
  const found = await db.prisma.import.count({ where: { id, ...ownImports(actor) } });
  if (found === 0) throw notFound();
}
