import type { PlainDate, Role } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { record } from '../audit.ts';
import { loggedGrants } from './grants.ts';

/**
 * A role as it is given: the township or unit that it is held for, null where it needs none; first and
 * last day, null where open.
 */
export interface GivenGrant {
  role: Role;
  townshipId: string | null;
  unitId: string | null;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
}

/** A grant as a row. */
export function grantRow({ startsOn, endsOn, ...grant }: GivenGrant) {
  return { ...grant, startsOn: toDate(startsOn), endsOn: toDate(endsOn) };
}

export interface NewAccount {
  username: string;
  name: string;
  passwordHash: string;
  /** True for a password that somebody else knows. */
  mustChangePassword: boolean;
  /** When a password that somebody else knows opens nothing any more; without it, it stays good. */
  passwordExpiresAt?: Date;
  grants: readonly GivenGrant[];
}

/** Writes a user with roles, and its entry of the log; gives the id. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<string> {
  const { grants, ...fields } = account;
  const { id, username, name } = await tx.user.create({
    data: { ...fields, roles: { create: grants.map(grantRow) } },
  });
  const after = { username, name, roles: await loggedGrants(tx, id) };
  record(tx, {
    action: 'user.create',
    entity: 'user',
    entityId: id,
    params: { name, username },
    changes: [{ entity: 'user', entityId: id, versionAfter: 1, before: null, after }],
  });
  return id;
}
