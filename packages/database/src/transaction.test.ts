import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from './client.ts';
import { databaseProblem } from './errors.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';
import { afterCommit, contextOf, type Tx, write } from './transaction.ts';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.url);
  await database.pool.query(`CREATE TABLE seat (
    person text,
    place int,
    CONSTRAINT seat_place UNIQUE (place) DEFERRABLE INITIALLY DEFERRED)`);
});

afterEach(() => database.pool.query('DELETE FROM seat'));

afterAll(async () => {
  await database.close();
  await test.drop();
});

function sit(tx: Tx, person: string, place: number) {
  return tx.$executeRaw`INSERT INTO seat VALUES (${person}, ${place})`;
}

async function seats() {
  const { rows } = await database.pool.query<{ person: string }>(
    'SELECT * FROM seat ORDER BY place',
  );
  return rows.map(({ person }) => person);
}

it('lets two people change places', async () => {
  await write(database.prisma, null, async (tx) => {
    await sit(tx, '王伟', 1);
    await sit(tx, '李娜', 2);
  });
  await write(database.prisma, null, async (tx) => {
    await tx.$executeRaw`UPDATE seat SET place = 2 WHERE person = '王伟'`;
    await tx.$executeRaw`UPDATE seat SET place = 1 WHERE person = '李娜'`;
  });
  expect(await seats()).toEqual(['李娜', '王伟']);
});

it('names the deferred constraint that the end of the work breaks, and keeps nothing', async () => {
  const error = await write(database.prisma, null, async (tx) => {
    await sit(tx, '王伟', 1);
    await sit(tx, '李娜', 1);
  }).catch((thrown: unknown) => thrown);
  expect(databaseProblem(error)).toEqual({ sqlstate: '23505', constraint: 'seat_place' });
  expect(await seats()).toEqual([]);
});

it('runs the hooks in the transaction after the work, with who writes', async () => {
  const actor = { userId: 'planner' };
  await write(database.prisma, actor, (tx) => sit(tx, contextOf<typeof actor>(tx).userId, 1), {
    beforeCommit: [async (tx, { userId }) => void (await sit(tx, `${userId} 2`, 2))],
  });
  expect(await seats()).toEqual(['planner', 'planner 2']);
});

it('keeps nothing of the work when a hook fails', async () => {
  const failing = write(database.prisma, null, (tx) => sit(tx, '王伟', 1), {
    beforeCommit: [() => Promise.reject(new Error('no audit'))],
  });
  await expect(failing).rejects.toThrow('no audit');
  expect(await seats()).toEqual([]);
});

it('runs effects once the rows are there for everyone, and not at all after a failure', async () => {
  const seen: string[][] = [];
  await write(database.prisma, null, async (tx) => {
    afterCommit(tx, async () => void seen.push(await seats()));
    await sit(tx, '王伟', 1);
  });
  await write(database.prisma, null, async (tx) => {
    afterCommit(tx, () => void seen.push(['never']));
    throw new Error('changed my mind');
  }).catch(() => {});
  expect(seen).toEqual([['王伟']]);
});

it('stands by the commit when an effect fails', async () => {
  const failures: unknown[] = [];
  await write(
    database.prisma,
    null,
    async (tx) => {
      afterCommit(tx, () => {
        throw new Error('nobody listens');
      });
      await sit(tx, '王伟', 1);
    },
    { onEffectFailed: (error) => failures.push(error) },
  );
  expect(await seats()).toEqual(['王伟']);
  expect(failures).toHaveLength(1);
});
