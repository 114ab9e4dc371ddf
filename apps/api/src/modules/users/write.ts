import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createUser, resetPassword, updateUser } from '@xuanpai/contracts/users';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { firstPasswordEnd, hashPassword } from '../../lib/passwords.ts';
import { grantRow, insertAccount } from '../../lib/records/account.ts';
import { endSessions } from '../../lib/records/sessions.ts';
import { refuse } from '../../lib/refuse.ts';
import { writeAs } from '../../lib/write.ts';
import { givenGrants, grantFaults, passwordFaults, usernameFaults } from './checks.ts';
import { keepAnAdmin, refuseOwn } from './guards.ts';
import { holdUser, type LoggedUser, loggedUser } from './hold-user.ts';

/** A new user, whose first password must be changed at the first sign-in; gives the id. */
export async function addUser(deps: Deps, actor: Actor, body: BodyOf<typeof createUser>) {
  const { username, name, password } = body;
  const grants = givenGrants(body.roles);
  const weak = await passwordFaults(deps, password, { username, name });
  const passwordHash = await hashPassword(password);
  return writeAs(deps, actor, async (tx) => {
    refuse([...(await usernameFaults(tx, username)), ...weak, ...(await grantFaults(tx, grants))]);
    const passwordExpiresAt = firstPasswordEnd();
    return insertAccount(tx, {
      ...{ username, name, passwordHash, grants },
      mustChangePassword: true,
      passwordExpiresAt,
    });
  });
}

/** Name, roles, disabling: what is given changes, the rest stays. Disabling ends every session. */
export async function changeUser(
  deps: Deps,
  actor: Actor,
  id: string,
  { name, roles, disabled, version }: BodyOf<typeof updateUser>,
): Promise<void> {
  await writeAs(deps, actor, async (tx) => {
    const { user, logged } = await holdUser(tx, id, version);
    if (roles) await replaceGrants(tx, actor, id, roles);
    const turned = disabled !== undefined && disabled !== logged.disabled;
    if (turned) refuseOwn(actor, id, 'disabled');
    await tx.user.update({
      where: { id },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(turned ? { disabledAt: disabled ? new Date() : null } : {}),
        version: { increment: 1 },
      },
    });
    if (user.roles.some(({ role }) => role === 'admin')) {
      await keepAnAdmin(tx, deps.today(), turned ? 'disabled' : 'roles');
    }
    if (turned && disabled) await endSessions(tx, id, {}, 'disabled');
    const act = disabled ? 'user.disable' : 'user.enable';
    await log(tx, turned ? act : 'user.update', { ...user, logged });
  });
}

/** A first password again: to be changed at the next sign-in; every session ends. */
export async function resetUserPassword(
  deps: Deps,
  actor: Actor,
  id: string,
  { password, version }: BodyOf<typeof resetPassword>,
): Promise<void> {
  refuseOwn(actor, id, 'password');
  const holder = await deps.db.prisma.user.findUnique({ where: { id } });
  if (!holder) throw notFound();
  refuse(await passwordFaults(deps, password, holder));
  const passwordHash = await hashPassword(password);
  await writeAs(deps, actor, async (tx) => {
    const { user, logged } = await holdUser(tx, id, version);
    await tx.user.update({
      where: { id },
      data: {
        passwordHash,
        mustChangePassword: true,
        passwordExpiresAt: firstPasswordEnd(),
        version: { increment: 1 },
      },
    });
    await endSessions(tx, id, {}, 'passwordReset');
    await log(tx, 'user.resetPassword', { ...user, logged });
  });
}

async function replaceGrants(
  tx: Tx,
  actor: Actor,
  userId: string,
  inputs: NonNullable<BodyOf<typeof updateUser>['roles']>,
) {
  const grants = givenGrants(inputs);
  refuse(await grantFaults(tx, grants));
  const rows = grants.map(grantRow);
  const known = await tx.userRole.findMany({ where: { userId } });
  const keyOf = ({ role, townshipId, unitId, startsOn, endsOn }: (typeof rows)[number]) =>
    [role, townshipId, unitId, startsOn?.getTime(), endsOn?.getTime()].join();
  const wanted = new Set(rows.map(keyOf));
  const kept = new Set(known.map(keyOf));
  if (wanted.size === kept.size && [...wanted].every((key) => kept.has(key))) return;
  refuseOwn(actor, userId, 'roles');
  await tx.userRole.deleteMany({ where: { userId } });
  await tx.userRole.createMany({ data: rows.map((row) => ({ ...row, userId })) });
}

async function log(
  tx: Tx,
  action: string,
  before: { id: string; version: number; logged: LoggedUser },
) {
  const { id, version, logged } = before;
  const after = await loggedUser(tx, id);
  const change = { entity: 'user', entityId: id, versionAfter: version + 1 };
  const changes = [{ ...change, ...difference(logged, after) }];
  record(tx, { action, entity: 'user', entityId: id, params: { name: after.name }, changes });
}
