import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Text } from '@xuanpai/contracts/text';
import type { createUser } from '@xuanpai/contracts/users';
import { roleWords } from '@xuanpai/contracts/words';
import type { Tx } from '@xuanpai/database/transaction';
import { clashingRoles, heldFor, termsOverlap } from '@xuanpai/domain/access';
import type { Fault } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Holder, passwordFault } from '../../lib/new-password/fault.ts';
import type { GivenGrant } from '../../lib/records/account.ts';
import { takenCode } from '../../lib/refuse.ts';

type GrantInput = BodyOf<typeof createUser>['roles'][number];

export function givenGrants(inputs: readonly GrantInput[]): GivenGrant[] {
  return inputs.map(({ role, townshipId, unitId, startsOn, endsOn }) => ({
    role,
    townshipId: townshipId ?? null,
    unitId: unitId ?? null,
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
  }));
}

/**
 * Officers and heads are held for a township, liaisons for a unit, others for neither; a grant is given
 * once at a time, and ends after it starts; administrator and auditor go with no other role, at any
 * time: nobody reads the log of what they did themselves.
 */
export async function grantFaults(tx: Tx, grants: readonly GivenGrant[]): Promise<Fault[]> {
  const known = await knownPlaces(tx, grants);
  const clashing = clashingRoles(grants.map(({ role }) => role));
  return grants.flatMap((grant, at) => {
    const { role, townshipId, unitId } = grant;
    const fault = (field: string, code: string, message: Text) => ({
      path: `roles.${at}.${field}`,
      code,
      message,
    });
    const repeated = grants
      .slice(0, at)
      .some((earlier) => isSameRole(grant, earlier) && termsOverlap(grant, earlier));
    const { startsOn, endsOn } = grant;
    const backwards = startsOn !== null && endsOn !== null && endsOn < startsOn;
    return [
      ...placeFaults(grant, 'township', townshipId, known, fault),
      ...placeFaults(grant, 'unit', unitId, known, fault),
      ...(backwards ? [fault('endsOn', 'endsBeforeStart', words.backwards)] : []),
      ...(repeated ? [fault('role', 'repeated', words.repeated)] : []),
      ...(clashing.includes(role) ? [fault('role', 'standsAlone', words.standsAlone(role))] : []),
    ];
  });
}

function isSameRole(one: GivenGrant, other: GivenGrant): boolean {
  return (
    one.role === other.role && one.townshipId === other.townshipId && one.unitId === other.unitId
  );
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
  const townships = await tx.region.findMany({
    where: { id: { in: ids(({ townshipId }) => townshipId) }, level: 'township' },
    select: { id: true },
  });
  const units = await tx.unit.findMany({
    where: { id: { in: ids(({ unitId }) => unitId) } },
    select: { id: true },
  });
  const idsOf = (found: { id: string }[]) => new Set(found.map(({ id }) => id));
  return { township: idsOf(townships), unit: idsOf(units) };
}

export async function usernameFaults(tx: Tx, username: string): Promise<Fault[]> {
  const other = await tx.user.findUnique({ where: { username }, select: { id: true } });
  return other ? [{ path: 'username', code: takenCode, message: words.taken(username) }] : [];
}

export async function passwordFaults(
  deps: Deps,
  password: string,
  holder: Holder,
): Promise<Fault[]> {
  const message = await passwordFault(deps, password, holder);
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
  backwards: {
    zh: '止日早于起日。',
    en: 'The last day is before the first.',
  },
  repeated: {
    zh: '这个角色在同一时间已经授予。',
    en: 'This role is given already for that time.',
  },
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
