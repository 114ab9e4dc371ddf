import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from './client.ts';
import { databaseProblem } from './errors.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';
import { executeLarge, type Tx, write } from './transaction.ts';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.url);
  await database.pool.query('CREATE TABLE bench (place int PRIMARY KEY, name text)');
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

const sit = (tx: Tx, ...places: number[]) =>
  executeLarge(
    tx,
    'INSERT INTO bench SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(place int, name text)',
    [JSON.stringify(places.map((place) => ({ place, name: `第${place}席` })))],
  );

async function places() {
  const { rows } = await database.pool.query<{ place: number }>(
    'SELECT place FROM bench ORDER BY 1',
  );
  return rows.map(({ place }) => place);
}

it('a large statement is of the transaction: kept with it, gone with it', async () => {
  await write(database.prisma, null, async (tx) => {
    expect(await sit(tx, 1, 2)).toBe(2);
    expect(await tx.$queryRaw`SELECT count(*)::int AS n FROM bench`).toEqual([{ n: 2 }]);
    expect(await places()).toEqual([]);
  });
  expect(await places()).toEqual([1, 2]);
  const failed = write(database.prisma, null, async (tx) => {
    await sit(tx, 3);
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await places()).toEqual([1, 2]);
});

it('two transactions at once keep to their own connections', async () => {
  const both = [11, 12].map((place) =>
    write(database.prisma, null, async (tx) => {
      await sit(tx, place);
      const seen = await tx.$queryRaw<
        { place: number }[]
      >`SELECT place FROM bench WHERE place > 10`;
      expect(seen).toEqual([{ place }]);
      if (place === 12) throw new Error('no');
    }),
  );
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
  ]);
  expect(await places()).toEqual([1, 2, 11]);
});

it('names the constraint that a large statement breaks', async () => {
  const error = await write(database.prisma, null, (tx) => sit(tx, 1)).catch((one: unknown) => one);
  expect(databaseProblem(error)).toEqual({ sqlstate: '23505', constraint: 'bench_pkey' });
});

it('takes nothing once the transaction is over: the connection is somebody else’s', async () => {
  let kept: Tx | undefined;
  await write(database.prisma, null, async (tx) => {
    kept = tx;
  });
  await expect(sit(kept as Tx, 21)).rejects.toThrow('closed');
  expect(await places()).toEqual([1, 2, 11]);
});

it('sends the statements of a transaction one after the other', async () => {
  const query = pg.Client.prototype.query;
  let [underWay, most] = [0, 0];
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    underWay += 1;
    most = Math.max(most, underWay);
    return Promise.resolve(Reflect.apply(query, this, given)).finally(() => {
      underWay -= 1;
    });
  } as typeof query;
  try {
    await write(database.prisma, null, (tx) =>
      Promise.all([sit(tx, 31), tx.$executeRaw`INSERT INTO bench VALUES (32)`, sit(tx, 33)]),
    );
  } finally {
    pg.Client.prototype.query = query;
  }
  expect(most).toBe(1);
  expect(await places()).toEqual([1, 2, 11, 31, 32, 33]);
});
