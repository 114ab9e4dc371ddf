import type { Permission } from '@xuanpai/contracts/permissions';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Json } from '@xuanpai/contracts/values';
import type { Project } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import { type AuditChange, record } from '../../../lib/audit.ts';
import { lockRow } from '../../../lib/lock.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { checkVersion } from '../../../lib/versions.ts';

export const byReading: Basis = { kind: 'reading', source: '按本办理解' };

export type HeldProject = Project & { village: { name: string } };

/** A project of the own reach, held for this transaction, in the version that the writer saw. */
export async function holdProject(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  id: string,
  seen: number,
): Promise<HeldProject> {
  await lockRow(tx, 'project', id);
  const reach = scopeWhere(scopeFor(actor, permission, 'villages'), 'villages');
  const project = await tx.project.findFirst({
    where: { id, village: reach },
    include: { village: { select: { name: true } } },
  });
  if (!project) throw notFound();
  const { version, name, state } = project;
  const current = { id, version, name, state };
  await checkVersion(tx, { entity: 'project', id, version, current }, seen);
  return project;
}

/** Raises the version and puts the act into the log. */
export async function noteProject(
  tx: Tx,
  action: string,
  { id, name, version, village }: HeldProject,
  change: Pick<AuditChange, 'before' | 'after'>,
  params: { [name: string]: Json } = {},
): Promise<void> {
  await tx.project.update({ where: { id }, data: { version: { increment: 1 } } });
  record(tx, {
    ...{ action, entity: 'project', entityId: id },
    params: { name, village: village.name, ...params },
    changes: [{ entity: 'project', entityId: id, versionAfter: version + 1, ...change }],
  });
}
