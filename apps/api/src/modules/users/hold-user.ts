import type { Tx } from '@xuanpai/database/transaction';
import { notFound } from '../../lib/api-error.ts';
import { loggedGrants, withGrants } from '../../lib/records/grants.ts';
import { sql } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';

/** A user as the log keeps it. */
export interface LoggedUser {
  [field: string]: string | boolean | string[];
  name: string;
  roles: string[];
  disabled: boolean;
  mustChangePassword: boolean;
}

/**
 * The user, held for this transaction together with every administrator: of two administrators who
 * disable each other, the second finds that there would be none left. Throws `notFound`, `staleVersion`.
 */
export async function holdUser(tx: Tx, id: string, seen: number) {
  await tx.$queryRaw(sql`SELECT 1 FROM "user" u WHERE u.id = ${id}::uuid
    OR EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role = 'admin')
    ORDER BY u.id FOR UPDATE`);
  const user = await tx.user.findUnique({ where: { id }, include: withGrants });
  if (!user) throw notFound();
  const logged = await loggedUser(tx, id);
  const { version } = user;
  await checkVersion(
    tx,
    { entity: 'user', id, version, current: { id, version, ...logged } },
    seen,
  );
  return { user, logged };
}

export async function loggedUser(tx: Tx, id: string): Promise<LoggedUser> {
  const user = await tx.user.findUniqueOrThrow({ where: { id } });
  return {
    name: user.name,
    roles: await loggedGrants(tx, id),
    disabled: user.disabledAt !== null,
    mustChangePassword: user.mustChangePassword,
  };
}
