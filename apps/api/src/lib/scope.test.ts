import { permissions } from '@xuanpai/contracts/permissions';
import { roles } from '@xuanpai/contracts/values';
import { type Grant, grantsFor, type Resource, resources, scopeOf } from '@xuanpai/domain/access';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing.ts';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../testing-registers.ts';
import { scopeSql, scopeWhere } from './scope.ts';
import { rows, type Sql, sql } from './sql.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
  const { office, units, villages, batchId } = district;
  const posted: [string, string][] = [
    [units.区财政局, villages.大尤家村],
    [units.区水利局, villages.友谊村],
    [units.郑旺镇党委, villages.养马庄村],
    [units.朝阳街道党工委, villages.前杨墩村],
  ];
  for (const [unitId, villageId] of posted) {
    const cadreId = await addCadre(office, unitId);
    await addAssignment(district, cadreId, villageId);
    await office.db.prisma.nomination.create({
      data: { batchId, cadreId, unitId, tier: 'district', category: 'youngCadre' },
    });
    await addCadre(office, unitId);
  }
  const { id: planId } = await office.db.prisma.plan.create({
    data: { batchId, name: '方案一', createdByName: '王晓东' },
  });
  const sentOn = new Date('2015-04-24T00:00:00Z');
  const asked = { planId, posts: [], sentOn, sentByName: '王晓东' };
  await office.db.prisma.planConsultation.createMany({
    data: [
      ...Object.values(units).map((unitId) => ({ ...asked, party: 'unit' as const, unitId })),
      ...Object.values(district.townships).map((townshipId) => ({
        ...asked,
        party: 'township' as const,
        townshipId,
      })),
      { ...asked, party: 'disciplineInspection' },
    ],
  });
  await office.db.prisma.help.createMany({
    data: Object.values(units).flatMap((unitId) =>
      Object.values(villages).map((villageId) => ({
        ...{ unitId, villageId, kind: 'visits' as const, content: '走访', enteredByName: '某' },
      })),
    ),
  });
  // A post that never took effect opens no door.
  await office.db.prisma.assignment.updateMany({
    where: { villageId: villages.友谊村 },
    data: { state: 'revoked' },
  });
});
afterAll(() => district.office.close());

const tables: Record<Resource, Sql> = {
  villages: sql`village v`,
  units: sql`unit u`,
  cadres: sql`cadre c`,
  nominations: sql`nomination n`,
  assignments: sql`assignment a`,
  consultations: sql`plan_consultation k`,
  help: sql`help h`,
  sheets: sql`region t`,
  plans: sql`plan p`,
  batches: sql`batch b`,
};
const idOf: Record<Resource, Sql> = {
  villages: sql`v.id`,
  units: sql`u.id`,
  cadres: sql`c.id`,
  nominations: sql`n.id`,
  assignments: sql`a.id`,
  consultations: sql`k.id`,
  help: sql`h.id`,
  sheets: sql`t.id`,
  plans: sql`p.id`,
  batches: sql`b.id`,
};

type Db = TestApp['db'];

async function bySql(
  grants: Grant[],
  resource: Resource,
  { pool }: Db = district.office.db,
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    pool,
    sql`SELECT ${idOf[resource]} FROM ${tables[resource]} WHERE ${scopeSql(scopeOf(grants, resource), resource)}`,
  );
  return found.map(({ id }) => id).sort();
}

/** As handlers write it: a reach beside another condition, which here holds for every row. */
function within<Where>(reach: Where) {
  return { AND: [{ NOT: { id: { in: [] } } }, reach] };
}

async function byPrisma(
  grants: Grant[],
  resource: Resource,
  { prisma }: Db = district.office.db,
): Promise<string[]> {
  const scope = scopeOf(grants, resource);
  const select = { id: true };
  const finders: Record<Resource, () => Promise<{ id: string }[]>> = {
    villages: () =>
      prisma.village.findMany({ where: within(scopeWhere(scope, 'villages')), select }),
    units: () => prisma.unit.findMany({ where: within(scopeWhere(scope, 'units')), select }),
    cadres: () => prisma.cadre.findMany({ where: within(scopeWhere(scope, 'cadres')), select }),
    nominations: () =>
      prisma.nomination.findMany({ where: within(scopeWhere(scope, 'nominations')), select }),
    assignments: () =>
      prisma.assignment.findMany({ where: within(scopeWhere(scope, 'assignments')), select }),
    consultations: () =>
      prisma.planConsultation.findMany({
        where: within(scopeWhere(scope, 'consultations')),
        select,
      }),
    help: () => prisma.help.findMany({ where: within(scopeWhere(scope, 'help')), select }),
    sheets: () => prisma.region.findMany({ where: within(scopeWhere(scope, 'sheets')), select }),
    plans: () => prisma.plan.findMany({ where: within(scopeWhere(scope, 'plans')), select }),
    batches: () => prisma.batch.findMany({ where: within(scopeWhere(scope, 'batches')), select }),
  };
  return (await finders[resource]()).map(({ id }) => id).sort();
}

describe.each(resources)('the reach over %s', (resource) => {
  test('is the same for Prisma and SQL, whatever roles somebody holds', async () => {
    const places = [null, ...Object.values(district.townships)];
    const units = [null, ...Object.values(district.units)];
    const grant = fc.record({
      role: fc.constantFrom(...roles),
      townshipId: fc.constantFrom(...places),
      unitId: fc.constantFrom(...units),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(grant, { maxLength: 4 }), async (grants) => {
        expect(await bySql(grants, resource)).toEqual(await byPrisma(grants, resource));
      }),
      { numRuns: 30 },
    );
  });

  test('is nothing without a role', async () => {
    expect(await bySql([], resource)).toEqual([]);
    expect(await byPrisma([], resource)).toEqual([]);
  });
});

describe('what a reach is', () => {
  const officer = (): Grant[] => [
    { role: 'officer', townshipId: district.townships.郑旺镇, unitId: null },
  ];
  const liaison = (): Grant[] => [
    { role: 'liaison', townshipId: null, unitId: district.units.区水利局 },
  ];

  test('an officer sees the own people and those posted in the township', async () => {
    const names = await unitsOf(await bySql(officer(), 'cadres'));
    expect(names).toEqual(['区财政局', '郑旺镇党委', '郑旺镇党委']);
  });

  test('a liaison sees the villages of the own people, while they are there', async () => {
    expect(await bySql(liaison(), 'villages')).toEqual([]);
    const finance: Grant[] = [
      { role: 'liaison', townshipId: null, unitId: district.units.区财政局 },
    ];
    expect(await bySql(finance, 'villages')).toEqual([district.villages.大尤家村]);
  });

  test('a second role lends no rows to a permission that it doesn’t carry', () => {
    const grants: Grant[] = [...officer(), { role: 'leader', townshipId: null, unitId: null }];
    expect(scopeOf(grants, 'cadres')).toBe('all');
    expect(scopeOf(grantsFor(grants, permissions['cadres.write']), 'cadres')).toEqual({
      townshipIds: [district.townships.郑旺镇],
      unitIds: [],
    });
  });

  async function unitsOf(ids: string[]) {
    const found = await district.office.db.prisma.cadre.findMany({
      where: { id: { in: ids } },
      select: { unit: { select: { name: true } } },
    });
    return found.map(({ unit }) => unit.name).sort();
  }
});

describe('the sample district', () => {
  let sample: TestApp;
  beforeAll(async () => {
    sample = await startTestApp('demo');
  });
  afterAll(() => sample.close());

  test('every account reaches the same rows either way', async () => {
    const users = await sample.db.prisma.user.findMany({ include: { roles: true } });
    const reached: Record<string, number> = {};
    for (const { username, roles: grants } of users) {
      for (const resource of resources) {
        const ids = await bySql(grants, resource, sample.db);
        expect(ids, `${username} ${resource}`).toEqual(await byPrisma(grants, resource, sample.db));
        if (resource === 'cadres') reached[username] = ids.length;
      }
    }
    expect(reached).toMatchObject({
      planner: 255,
      officer: 16,
      liaison: 1,
      evaluator: 0,
      admin: 0,
    });
  });
});
