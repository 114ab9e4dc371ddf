import { randomBytes } from 'node:crypto';
import { systemActor } from '../lib/actor.ts';
import { record } from '../lib/audit.ts';
import type { Deps } from '../lib/deps.ts';
import { hashPassword } from '../lib/passwords.ts';
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
  await writeAs({ db, log: console as never }, systemActor, async (tx) => {
    const user = await tx.user.create({
      data: {
        username: 'admin',
        name: '系统管理员',
        passwordHash,
        roles: { create: { role: 'admin' } },
      },
    });
    record(tx, {
      action: 'user.create',
      entity: 'user',
      entityId: user.id,
      params: { name: user.name },
    });
  });
  return { username: 'admin', password };
}
