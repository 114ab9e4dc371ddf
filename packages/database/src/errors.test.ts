import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from './client.ts';
import { databaseProblem, raisedConstraints } from './errors.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = createDatabase(test.url);
  await database.pool.query(`CREATE TABLE stay (
    person int,
    days daterange,
    CONSTRAINT stay_once EXCLUDE USING gist (person WITH =, days WITH &&))`);
  await database.prisma.region.create({ data: district });
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

const district = { code: '371312', name: '河东区', level: 'district' } as const;
const nobody = '00000000-0000-7000-8000-000000000000';

async function problemOf(refused: Promise<unknown>) {
  return databaseProblem(await refused.catch((error: unknown) => error));
}

describe('a refusal of the database has its SQLSTATE and constraint', () => {
  it('by a method of Prisma: unique, foreign key, check', async () => {
    const { region } = database.prisma;
    expect(await problemOf(region.create({ data: district }))).toEqual({
      sqlstate: '23505',
      constraint: 'region_code_key',
    });
    const orphan = { code: '371312001', name: '九曲街道', level: 'township' } as const;
    expect(
      await problemOf(
        region.create({ data: { ...orphan, code: '371312001000', parentId: nobody } }),
      ),
    ).toEqual({ sqlstate: '23503', constraint: 'region_parent_id_fkey' });
    expect(await problemOf(region.create({ data: { ...district, code: '37' } }))).toEqual({
      sqlstate: '23514',
      constraint: 'region_code_form',
    });
  });

  it('by raw SQL of Prisma and by pg, an exclusion over dates among them', async () => {
    const stay = `INSERT INTO stay VALUES (1, '[2015-06-01,2017-05-31]')`;
    await database.pool.query(stay);
    const expected = { sqlstate: '23P01', constraint: 'stay_once' };
    expect(await problemOf(database.prisma.$executeRawUnsafe(stay))).toEqual(expected);
    expect(await problemOf(database.pool.query(stay))).toEqual(expected);
  });

  it('by a trigger that names one', async () => {
    const { rows } = await database.pool.query<{ source: string }>(
      "SELECT prosrc AS source FROM pg_proc WHERE prosrc LIKE '%RAISE EXCEPTION%CONSTRAINT =%'",
    );
    const raised = rows.flatMap(({ source }) =>
      [...source.matchAll(/RAISE EXCEPTION '([^']+)'\s+USING [^;]*CONSTRAINT = '(\w+)'/g)].map(
        ([, text, name]) => [text, name] as const,
      ),
    );
    const words = [...new Set(raised.map(([text]) => text))];
    expect(words.sort()).toEqual(Object.keys(raisedConstraints).sort());
    for (const [text, constraint] of Object.entries(raisedConstraints)) {
      expect(raised).toContainEqual([text, constraint]);
      const raise = `DO $$ BEGIN RAISE EXCEPTION '${text}' USING ERRCODE = '23514', CONSTRAINT = '${constraint}'; END $$`;
      const expected = { sqlstate: '23514', constraint };
      expect(await problemOf(database.prisma.$executeRawUnsafe(raise))).toEqual(expected);
      expect(await problemOf(database.pool.query(raise))).toEqual(expected);
    }
  });

  it('by a trigger, without a constraint', async () => {
    const raise = `DO $$ BEGIN RAISE EXCEPTION 'the month "2015-06" is confirmed'; END $$`;
    const expected = { sqlstate: 'P0001', constraint: null };
    expect(await problemOf(database.prisma.$executeRawUnsafe(raise))).toEqual(expected);
    expect(await problemOf(database.pool.query(raise))).toEqual(expected);
  });
});

it('gives null for anything else', async () => {
  expect(databaseProblem(new Error('network'))).toBeNull();
  expect(databaseProblem(undefined)).toBeNull();
  const missing = database.prisma.region.update({ where: { code: '0' }, data: { name: 'x' } });
  expect(await problemOf(missing)).toBeNull();
});
