import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { Text } from '@xuanpai/contracts/text';
import type { createUser } from '@xuanpai/contracts/users';
import { roleWords } from '@xuanpai/contracts/words';
import type { Tx } from '@xuanpai/database/transaction';
import { clashingRoles, heldFor } from '@xuanpai/domain/access';
import { passwordFault } from '@xuanpai/domain/password';
import type { Fault } from '../../lib/api-error.ts';
import type { GivenGrant } from '../../lib/records/account.ts';
import { takenCode } from '../../lib/refuse.ts';

type GrantInput = BodyInputOf<typeof createUser>['roles'][number];

export function givenGrants(inputs: readonly GrantInput[]): GivenGrant[] {
  return inputs.map(({ role, townshipId, unitId }) => ({
    role,
    townshipId: townshipId ?? null,
    unitId: unitId ?? null,
  }));
}

/**
 * Officers and heads are held for a township, liaisons for a unit, others for neither; each grant is
 * given once; administrator and auditor go with no other role.
 */
export async function grantFaults(tx: Tx, grants: readonly GivenGrant[]): Promise<Fault[]> {
  const known = await knownPlaces(tx, grants);
  const clashing = clashingRoles(grants.map(({ role }) => role));
  const seen = new Set<string>();
  return grants.flatMap((grant, at) => {
    const { role, townshipId, unitId } = grant;
    const fault = (field: string, code: string, message: Text) => ({
      path: `roles.${at}.${field}`,
      code,
      message,
    });
    const key = [role, townshipId, unitId].join();
    const repeated = seen.has(key);
    seen.add(key);
    return [
      ...placeFaults(grant, 'township', townshipId, known, fault),
      ...placeFaults(grant, 'unit', unitId, known, fault),
      ...(repeated ? [fault('role', 'repeated', words.repeated)] : []),
      ...(clashing.includes(role) ? [fault('role', 'standsAlone', words.standsAlone(role))] : []),
    ];
  });
}

function placeFaults(
  { role }: GivenGrant,
  place: 'township' | 'unit',
  id: string | null,
  known: Known,
  fault: (field: string, code: string, message: Text) => Fault,
): Fault[] {
  const field = `${place}Id`;
  if (heldFor(role) !== place) {
    return id === null ? [] : [fault(field, 'notExpected', words.notExpected(role))];
  }
  if (id === null) return [fault(field, 'required', words.required[place])];
  return known[place].has(id) ? [] : [fault(field, 'unknown', words.unknown[place])];
}

type Known = Record<'township' | 'unit', ReadonlySet<string>>;

async function knownPlaces(tx: Tx, grants: readonly GivenGrant[]): Promise<Known> {
  const ids = (pick: (grant: GivenGrant) => string | null) =>
    grants.map(pick).filter((id) => id !== null);
  const [townships, units] = await Promise.all([
    tx.region.findMany({
      where: { id: { in: ids(({ townshipId }) => townshipId) }, level: 'township' },
      select: { id: true },
    }),
    tx.unit.findMany({
      where: { id: { in: ids(({ unitId }) => unitId) } },
      select: { id: true },
    }),
  ]);
  const idsOf = (found: { id: string }[]) => new Set(found.map(({ id }) => id));
  return { township: idsOf(townships), unit: idsOf(units) };
}

export async function usernameFaults(tx: Tx, username: string): Promise<Fault[]> {
  const other = await tx.user.findUnique({ where: { username }, select: { id: true } });
  return other ? [{ path: 'username', code: takenCode, message: words.taken(username) }] : [];
}

export function passwordFaults(password: string, username: string): Fault[] {
  const message = passwordFault(password, username);
  return message ? [{ path: 'password', code: 'weakPassword', message }] : [];
}

const words = {
  required: {
    township: { zh: '请选择所在镇街。', en: 'Choose the township.' },
    unit: { zh: '请选择所在单位。', en: 'Choose the unit.' },
  },
  unknown: {
    township: { zh: '没有这个镇街。', en: 'There is no such township.' },
    unit: { zh: '没有这个单位。', en: 'There is no such unit.' },
  },
  repeated: { zh: '这个角色已经授予。', en: 'This role is given already.' },
  notExpected: (role: GivenGrant['role']) => ({
    zh: `${roleWords[role].zh}不限于镇街或单位，请留空。`,
    en: `${roleWords[role].en}: leave this empty.`,
  }),
  standsAlone: (role: GivenGrant['role']) => ({
    zh: `${roleWords[role].zh}不能兼任其他角色，请另建账号。`,
    en: `${roleWords[role].en} goes with no other role: create another account.`,
  }),
  taken: (username: string) => ({
    zh: `用户名“${username}”已被使用。`,
    en: `The user name “${username}” is taken.`,
  }),
};
