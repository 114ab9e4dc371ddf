import type { FastifyInstance } from 'fastify';
import { systemActor } from '../lib/actor.ts';
import type { Deps, ProcessDeps } from '../lib/deps.ts';
import { hashPassword, passwordMatches } from '../lib/passwords.ts';
import { insertAccount } from '../lib/records/account.ts';
import { writeAs } from '../lib/write.ts';
import { demoAccounts } from '../modules/auth/demo-accounts.ts';
import type { FirstAdmin } from './first-user.ts';
import { loadSampleDistrict } from './sample-district.ts';

const marker = 'demo-seeded';

/**
 * Makes the demo's people and loads the sample district through the API, as a planner would.
 * Begun but unfinished, it goes on where it stopped; the password follows DEMO_PASSWORD.
 */
export async function seedDemo(
  app: FastifyInstance,
  deps: ProcessDeps,
  password: string,
  folder: string,
): Promise<FirstAdmin | null> {
  const { prisma } = deps.db;
  if (await prisma.setting.findUnique({ where: { key: marker } })) {
    await renewPasswords(deps, password);
    return null;
  }
  const passwordHash = await hashPassword(password);
  await makeAccounts(deps, passwordHash, (account) => !account.township && !account.unit);
  await loadSampleDistrict(app, { username: 'planner', password }, folder);
  await makeAccounts(deps, passwordHash, () => true);
  await prisma.setting.create({ data: { key: marker, value: true } });
  return null;
}

type Account = (typeof demoAccounts)[number];

/** Scoped accounts come after the registers: their townships and units must be there. */
async function makeAccounts(
  { db }: Pick<Deps, 'db'>,
  passwordHash: string,
  chosen: (account: Account) => boolean,
) {
  for (const account of demoAccounts.filter(chosen)) {
    const { username, name, role, township, unit } = account;
    if (await db.prisma.user.findUnique({ where: { username } })) continue;
    const townshipId = township
      ? (await db.prisma.region.findFirstOrThrow({ where: { name: township, level: 'township' } }))
          .id
      : null;
    const unitId = unit
      ? (await db.prisma.unit.findUniqueOrThrow({ where: { name: unit } })).id
      : null;
    const grants = [{ role, townshipId, unitId, startsOn: null, endsOn: null }];
    await writeAs({ db }, systemActor, (tx) =>
      insertAccount(tx, { username, name, passwordHash, mustChangePassword: false, grants }),
    );
  }
}

async function renewPasswords({ db }: Pick<Deps, 'db'>, password: string) {
  const planner = await db.prisma.user.findUnique({ where: { username: 'planner' } });
  if (!planner || (await passwordMatches(planner.passwordHash, password))) return;
  const passwordHash = await hashPassword(password);
  await db.prisma.user.updateMany({
    where: { username: { in: demoAccounts.map(({ username }) => username) } },
    data: { passwordHash },
  });
}
