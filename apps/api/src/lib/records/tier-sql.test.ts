import { villageKinds } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import { proposeTier } from '@xuanpai/domain/coverage';
import { type Policy, policyOn } from '@xuanpai/domain/policy/policy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, startTestApp, type TestApp } from '../../testing.ts';
import { rows, sql } from '../sql.ts';
import { incomeYearSql, poorSql, tierSql } from './tier-sql.ts';

/** Every kind of village: all combinations of kinds, city dispatch and incomes around the limit. */
const incomes = [null, '-5.00', '0.00', '29999.99', '30000.00', '30000.01', '900000.00'];
const every = Array.from({ length: 2 ** villageKinds.length }, (_, mask) =>
  villageKinds.filter((_, at) => (mask >> at) % 2 === 1),
).flatMap((kinds) =>
  [false, true].flatMap((cityDispatched) =>
    incomes.map((income) => ({ kinds, cityDispatched, income })),
  ),
);
const name = (at: number) => `371312001${String(at).padStart(3, '0')}`;
const batchDate = day('2015-04-24');

let office: TestApp;
let batchId: string;
beforeAll(async () => {
  office = await startTestApp('empty');
  const { prisma } = office.db;
  const district = await prisma.region.create({
    data: { code: '371312', name: '河东区', level: 'district' },
  });
  const township = await prisma.region.create({
    data: { code: '371312001000', name: '九曲街道', level: 'township', parentId: district.id },
  });
  const day1 = toDate(day('2015-06-01'));
  const batch = await prisma.batch.create({
    data: { name: '第二批', date: toDate(batchDate), startsOn: day1, endsOn: day1 },
  });
  batchId = batch.id;
  for (const [at, { kinds, cityDispatched, income }] of every.entries()) {
    const years = [
      ...(income === null ? [] : [{ year: 2014, operatingIncome: income }]),
      // Neither an earlier year nor the one that isn't over counts while 2014 is known.
      ...(income === null ? [] : [{ year: 2013, operatingIncome: '1.00' }]),
      { year: 2015, operatingIncome: '2.00' },
    ];
    const village = await prisma.village.create({
      data: {
        code: name(at),
        name: name(at),
        townshipId: township.id,
        searchKey: '',
        years: { create: years },
      },
    });
    await prisma.batchVillage.create({
      data: { batchId, villageId: village.id, kinds, cityDispatched },
    });
  }
});
afterAll(() => office.close());

function inSql(policy: Policy, way: 'all' | 'each') {
  return rows<{ tier: string | null; poor: boolean }>(
    office.db.pool,
    sql`SELECT ${tierSql(policy)} AS tier, ${poorSql(policy)} AS poor
      FROM village v
      JOIN batch_village b ON b.village_id = v.id AND b.batch_id = ${batchId}::uuid
      ${incomeYearSql(batchDate)[way]} ORDER BY v.code`,
  );
}

const standard = policyOn([], batchDate);
const changed = (value: number, inclusive: boolean) =>
  policyOn(
    [
      {
        key: 'dispatch.poorLimit',
        effectiveFrom: batchDate,
        setAt: '2015-04-24T00:00:00Z',
        value,
        inclusive,
        basis: { kind: 'local', source: '示例' },
      },
    ],
    batchDate,
  );

test.each([
  ['the notice’s limit', standard],
  ['the limit without the number itself', changed(30_000, false)],
  ['another limit', changed(29_999.99, true)],
])('lists and coverage say the same of every village, by %s', async (_, policy) => {
  const expected = every.map((facts) => {
    const { tier, poor } = proposeTier(facts, policy);
    return { tier, poor };
  });
  expect(await inSql(policy, 'all')).toEqual(expected);
  expect(await inSql(policy, 'each')).toEqual(expected);
});

test('a tier set by hand goes before the rule', async () => {
  await office.db.prisma.batchVillage.updateMany({
    where: { village: { code: name(0) } },
    data: { tierOverride: 'township', tierReason: '经研究' },
  });
  expect((await inSql(standard, 'all'))[0]).toEqual({ tier: 'township', poor: false });
});
