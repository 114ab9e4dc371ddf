import { randomBytes } from 'node:crypto';
import { systemActor } from '../lib/actor.ts';
import type { Deps } from '../lib/deps.ts';
import { hashPassword } from '../lib/passwords.ts';
import { insertAccount } from '../lib/records/account.ts';
import { writeAs } from '../lib/write.ts';

export interface FirstAdmin {
  username: string;
  password: string;
}

/** With no user yet, makes `admin`, whose password must be changed; null when there are users. */
export async function makeFirstUser(
  { db }: Pick<Deps, 'db'>,
  chosen: string | null,
): Promise<FirstAdmin | null> {
  if ((await db.prisma.user.count()) > 0) return null;
  const password = chosen ?? randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  await writeAs({ db }, systemActor, (tx) =>
    insertAccount(tx, {
      username: 'admin',
      name: '系统管理员',
      passwordHash,
      mustChangePassword: true,
      // It doesn't run out: there is nobody yet who could reset it.
      grants: [{ role: 'admin', townshipId: null, unitId: null, startsOn: null, endsOn: null }],
    }),
  );
  return { username: 'admin', password };
}
