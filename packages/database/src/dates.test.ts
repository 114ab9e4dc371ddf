import { type PlainDate, plainDateSchema } from '@xuanpai/contracts/values';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from './client.ts';
import { toDate, toPlainDate } from './dates.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

const day = plainDateSchema.parse('2015-06-01');
const zone = process.env.TZ;

describe.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'in %s',
  (timeZone) => {
    let test: TestDatabase;
    let database: Database;

    beforeAll(async () => {
      process.env.TZ = timeZone;
      test = await createTestDatabase();
      await preferZone(test.url, 'Asia/Kolkata');
      database = createDatabase(test.url);
    });

    afterAll(async () => {
      process.env.TZ = zone;
      await database.close();
      await test.drop();
    });

    it('keeps the day on the way to a Date and back', () => {
      expect(toDate(day).toISOString()).toBe('2015-06-01T00:00:00.000Z');
      expect(toPlainDate(toDate(day))).toBe(day);
    });

    it('stores the day that was said, and reads it as text through pg and as that day through Prisma', async () => {
      await database.pool.query('CREATE TABLE "day" (d date)');
      await database.prisma.$executeRaw`INSERT INTO "day" VALUES (${day}::date)`;
      const { rows } = await database.pool.query<{ d: string }>('SELECT d FROM "day"');
      expect(rows).toEqual([{ d: '2015-06-01' }]);
      const [read] = await database.prisma.$queryRaw<{ d: Date }[]>`SELECT d FROM "day"`;
      expect(read && toPlainDate(read.d)).toBe(day);
    });

    it('keeps an instant, whatever the time zone that the server prefers', async () => {
      await database.pool.query('CREATE TABLE instant (i timestamptz)');
      const instant = new Date('2015-04-24T16:30:00.250Z');
      await database.prisma.$executeRaw`INSERT INTO instant VALUES (${instant})`;
      const [byPrisma] = await database.prisma.$queryRaw<{ i: Date }[]>`SELECT i FROM instant`;
      const byPg = await database.pool.query<{ i: Date }>('SELECT i FROM instant');
      expect(byPrisma?.i).toEqual(instant);
      expect(byPg.rows[0]?.i).toEqual(instant);
    });
  },
);

it('refuses a day that no calendar has, and an instant where a day is due', () => {
  expect(() => toDate('2015-02-30' as PlainDate)).toThrow(RangeError);
  expect(() => toPlainDate(new Date('2015-06-01T16:00:00Z'))).toThrow(RangeError);
});

it('passes on a date that is open', () => {
  expect(toDate(null)).toBeNull();
  expect(toPlainDate(null)).toBeNull();
});

async function preferZone(url: string, timeZone: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`ALTER DATABASE ${client.database} SET timezone TO '${timeZone}'`);
  await client.end();
}
