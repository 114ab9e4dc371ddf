import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing.ts';
import { meaningOf } from './constraints.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
  const { region } = office.db.prisma;
  const district = await region.create({ data: regionOf('371312', 'district', null) });
  await region.create({ data: regionOf('371312108000', 'township', district.id) });
});
afterAll(() => office.close());

const regionOf = (code: string, level: 'district' | 'township', parentId: string | null) => ({
  code,
  name: code,
  level,
  parentId,
});
const meaning = async (refused: Promise<unknown>) =>
  meaningOf(await refused.catch((error: unknown) => error))?.code;

test('a row that others point at is not deleted; one that is gone is not pointed at', async () => {
  const { region } = office.db.prisma;
  expect(await meaning(region.delete({ where: { code: '371312' } }))).toBe('wouldOrphan');
  const orphan = regionOf('371312109000', 'township', '00000000-0000-7000-8000-000000000000');
  expect(await meaning(region.create({ data: orphan }))).toBe('conflict');
});

test('text with a NUL, a number out of range and half a character are malformed input', async () => {
  const { pool, prisma } = office.db;
  expect(await meaning(pool.query('SELECT $1::text', ['\0']))).toBe('badRequest');
  expect(await meaning(pool.query('SELECT $1::int', ['2147483648']))).toBe('badRequest');
  expect(await meaning(prisma.$queryRaw`SELECT ${'{"a":"\\ud800"}'}::jsonb`)).toBe('badRequest');
});

test('an error that the database did not make has no meaning', () => {
  expect(meaningOf(new Error('in the middle'))).toBeNull();
});
