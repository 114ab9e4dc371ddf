import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { createUser, User, updateUser } from '@xuanpai/contracts/users';
import type { Role } from '@xuanpai/contracts/values';
import { heldFor } from '@xuanpai/domain/access';

/** A role as the form holds it; empty until it is chosen. */
export interface GrantValues {
  role?: Role;
  townshipId?: string | null;
  unitId?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
}

export interface UserValues {
  username: string;
  name: string;
  password: string;
  roles: GrantValues[];
}

export function valuesOf({ username, name, roles }: User): Partial<UserValues> {
  return {
    username,
    name,
    roles: roles.map(({ role, townshipId, unitId, startsOn, endsOn }) => ({
      ...{ role, townshipId, unitId },
      ...{ startsOn, endsOn },
    })),
  };
}

type GrantBody = BodyInputOf<typeof createUser>['roles'][number];

/** What a role is not held for stays behind when the role is changed. */
function grantsOf(grants: readonly GrantValues[]): GrantBody[] {
  return grants.flatMap(({ role, townshipId, unitId, startsOn, endsOn }) => {
    if (!role) return [];
    const place = heldFor(role);
    return [
      {
        role,
        ...(place === 'township' && townshipId ? { townshipId } : {}),
        ...(place === 'unit' && unitId ? { unitId } : {}),
        ...(startsOn ? { startsOn } : {}),
        ...(endsOn ? { endsOn } : {}),
      },
    ];
  });
}

export function newUserBody({ roles, ...values }: UserValues): BodyInputOf<typeof createUser> {
  return { ...values, roles: grantsOf(roles) };
}

/** Only what was changed, so that one's own roles aren't sent along with a new name. */
export function userChanges(values: UserValues, base: User): BodyInputOf<typeof updateUser> {
  const roles = grantsOf(values.roles);
  const before = grantsOf(valuesOf(base).roles ?? []);
  return {
    version: base.version,
    ...(values.name === base.name ? {} : { name: values.name }),
    ...(JSON.stringify(roles) === JSON.stringify(before) ? {} : { roles }),
  };
}
