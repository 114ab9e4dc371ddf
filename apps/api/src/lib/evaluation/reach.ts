import { type Permission, permissions } from '@xuanpai/contracts/permissions';
import type { EvaluationPerson } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../actor.ts';
import { notFound } from '../api-error.ts';
import type { Deps } from '../deps.ts';
import { scopeFor } from '../scope.ts';
import { join, rows, runnerOf, type Sql, sql } from '../sql.ts';
import { stepsBack } from './stepping-back.ts';

type Runner = Parameters<typeof rows>[0];

/**
 * People of rounds that somebody reaches by a permission; alias p, an `evaluation_person`. Office,
 * planner and leaders reach all; an evaluator those in the villages of the own team, less those to step
 * back from (E8); a township those in its villages, a unit its own people.
 */
export function peopleReached(actor: Actor, permission: Permission): Sql {
  return withinReach(actor, permission, sql`NOT ${stepsBack(sql`${actor.userId}::uuid`)}`);
}

/** The same with those whom an evaluator steps back from: to say how many are left out. */
export function peopleBeforeTies(actor: Actor, permission: Permission): Sql {
  return withinReach(actor, permission, sql`true`);
}

function withinReach(actor: Actor, permission: Permission, ofTeam: Sql): Sql {
  const scope = scopeFor(actor, permission, 'assignments');
  if (scope === 'all') return sql`true`;
  const ways: Sql[] = [];
  if (scope !== 'none') {
    ways.push(
      sql`p.township_id = ANY(${scope.townshipIds}::uuid[])`,
      sql`p.unit_id = ANY(${scope.unitIds}::uuid[])`,
    );
  }
  if (evaluates(actor, permission)) ways.push(ofOwnTeam(sql`${actor.userId}::uuid`, ofTeam));
  return ways.length === 0 ? sql`false` : sql`(${join(ways, ' OR ')})`;
}

function evaluates({ roles }: Actor, permission: Permission): boolean {
  const allowed: readonly string[] = permissions[permission];
  return roles.includes('evaluator') && allowed.includes('evaluator');
}

function ofOwnTeam(user: Sql, more: Sql): Sql {
  return sql`(EXISTS (SELECT 1 FROM evaluation_team_member tm
      JOIN evaluation_team_village tv ON tv.team_id = tm.team_id
      WHERE tm.user_id = ${user} AND tv.round_id = p.round_id AND tv.village_id = p.village_id)
    AND ${more})`;
}

/** Throws `notFound` where a person of a round isn't reached. */
export async function requirePerson(
  runner: Runner,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<void> {
  const [found] = await rows<{ id: string }>(
    runner,
    sql`SELECT p.id FROM evaluation_person p WHERE p.id = ${id}::uuid
      AND ${peopleReached(actor, permission)}`,
  );
  if (!found) throw notFound();
}

/** A person of a round to be changed, held to the end of the transaction. Throws `notFound`. */
export async function holdPerson(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<EvaluationPerson> {
  await tx.$queryRaw`SELECT 1 FROM evaluation_person WHERE id = ${id}::uuid FOR UPDATE`;
  await requirePerson(runnerOf(tx), actor, permission, id);
  return tx.evaluationPerson.findUniqueOrThrow({ where: { id } });
}

/** Ids of the rounds that somebody sees: every one, or those with somebody within reach. Alias r. */
export function roundsReached(actor: Actor, permission: Permission): Sql {
  const people = peopleReached(actor, permission);
  if (scopeFor(actor, permission, 'assignments') === 'all') return sql`true`;
  return sql`EXISTS (SELECT 1 FROM evaluation_person p WHERE p.round_id = r.id AND ${people})`;
}

/** Throws `notFound` where a round isn't there or out of reach; gives what most need of it. */
export async function requireRound(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  permission: Permission,
  id: string,
) {
  const [found] = await rows<{ id: string }>(
    db.pool,
    sql`SELECT r.id FROM evaluation_round r WHERE r.id = ${id}::uuid
      AND ${roundsReached(actor, permission)}`,
  );
  if (!found) throw notFound();
  return db.prisma.evaluationRound.findUniqueOrThrow({ where: { id } });
}
