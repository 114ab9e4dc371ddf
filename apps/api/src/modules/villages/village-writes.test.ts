import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addAssignment,
  addCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../../testing-registers.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const as = (username: string | null) => district.office.as(username);
let last = 300;
const newVillage = (given: object = {}) => {
  last += 1;
  return {
    code: `371312108${last}`,
    name: '西官庄村',
    townshipId: district.townships.郑旺镇,
    ...given,
  };
};
const added = async (given: object = {}) => {
  const reply = await as('planner').post('/api/villages', newVillage(given));
  expect(reply.status).toBe(201);
  return reply.body;
};
const lastEntry = () =>
  district.office.db.prisma.auditEntry.findFirstOrThrow({
    orderBy: { seq: 'desc' },
    include: { changes: true },
  });

describe('a village is registered', () => {
  test('by the planner, with its years, and the log says so', async () => {
    const years = [
      {
        year: 2014,
        operatingIncome: '12000.00',
        netIncomePerHead: null,
        infrastructureInvestment: null,
      },
      { year: 2013, operatingIncome: null, netIncomePerHead: null, infrastructureInvestment: null },
    ];
    const village = await added({ households: 120, note: '  ', years });
    expect(village).toMatchObject({
      name: '西官庄村',
      households: 120,
      note: null,
      version: 1,
      years: [{ year: 2014, operatingIncome: '12000.00' }],
    });
    expect(await lastEntry()).toMatchObject({
      action: 'village.create',
      entityId: village.id,
      userName: 'planner某',
      changes: [
        { before: null, after: { name: '西官庄村', 'years.2014.operatingIncome': '12000.00' } },
      ],
    });
    const found = await as('planner').get('/api/villages?q=xgzc');
    expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(village.id);
  });

  test.each(['office', 'officer', 'head', 'evaluator', 'inspector', 'liaison', 'leader', 'admin'])(
    'not by %s',
    async (username) => {
      const reply = await as(username).post('/api/villages', newVillage());
      expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
    },
  );

  test('with everything that is wrong said at once', async () => {
    const year = { operatingIncome: null, netIncomePerHead: null, infrastructureInvestment: null };
    const reply = await as('planner').post('/api/villages', {
      code: '371312108201',
      name: '又一个大尤家村',
      townshipId: district.units.区财政局,
      years: [
        { year: 2014, ...year },
        { year: 2014, ...year },
      ],
    });
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map(({ path, code }: Fault) => [path, code])).toEqual([
      ['code', 'taken'],
      ['townshipId', 'townshipNotFound'],
      ['years.1.year', 'yearTwice'],
    ]);
    expect(reply.body.errors[0].message).toContain('大尤家村');
  });

  test('not twice under one code', async () => {
    const reply = await as('planner').post('/api/villages', newVillage({ code: '371312108201' }));
    expect([reply.status, reply.body.code]).toEqual([409, 'conflict']);
  });

  test.each([
    [{ code: '37131210820' }, 'code'],
    [{ name: ' ' }, 'name'],
    [{ households: -1 }, 'households'],
    [{ years: [{ year: 2014, operatingIncome: '3万' }] }, 'years.0.operatingIncome'],
  ])('not with %j', async (given, path) => {
    const reply = await as('planner').post('/api/villages', newVillage(given));
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map((fault: Fault) => fault.path)).toContain(path);
  });
});

interface Fault {
  path: string;
  code: string;
}

describe('a village is changed', () => {
  test('field by field; a year given takes the place of the same year only', async () => {
    const figures = { netIncomePerHead: null, infrastructureInvestment: null };
    const { id } = await added({
      population: 500,
      years: [
        { year: 2013, operatingIncome: '1.00', ...figures },
        { year: 2014, operatingIncome: '2.00', ...figures },
      ],
    });
    const reply = await as('planner').patch(`/api/villages/${id}`, {
      name: '东官庄村',
      years: [{ year: 2014, operatingIncome: '3.00', ...figures }],
      version: 1,
    });
    expect(reply.body).toMatchObject({
      name: '东官庄村',
      population: 500,
      version: 2,
      years: [
        { year: 2014, operatingIncome: '3.00' },
        { year: 2013, operatingIncome: '1.00' },
      ],
    });
    expect((await lastEntry()).changes).toMatchObject([
      {
        versionAfter: 2,
        before: { name: '西官庄村', 'years.2014.operatingIncome': '2.00' },
        after: { name: '东官庄村', 'years.2014.operatingIncome': '3.00' },
      },
    ]);
    const found = await as('planner').get('/api/villages?q=dgzc');
    expect(found.body.total).toBe(1);
  });

  test('a year without figures goes', async () => {
    const { id } = await added({
      years: [
        {
          year: 2014,
          operatingIncome: '2.00',
          netIncomePerHead: null,
          infrastructureInvestment: null,
        },
      ],
    });
    const { body } = await as('planner').patch(`/api/villages/${id}`, {
      years: [
        {
          year: 2014,
          operatingIncome: null,
          netIncomePerHead: null,
          infrastructureInvestment: null,
        },
      ],
      version: 1,
    });
    expect(body.years).toEqual([]);
  });

  test('on a stale page: refused, with who changed what', async () => {
    const { id } = await added({ population: 500 });
    await as('planner').patch(`/api/villages/${id}`, { population: 510, version: 1 });
    const stale = await as('planner').patch(`/api/villages/${id}`, { note: '重名', version: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'staleVersion']);
    expect(stale.body.changes).toMatchObject([
      { path: 'population', was: '500', is: '510', by: 'planner某' },
    ]);
    expect(stale.body.current).toMatchObject({ version: 2, population: 510 });
  });

  test('by two at once: one succeeds, the other is told', async () => {
    const { id } = await added();
    const replies = await Promise.all(
      [1, 2, 3].map((population) =>
        as('planner').patch(`/api/villages/${id}`, { population, version: 1 }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test.each(['officer', 'leader', 'liaison'])('not by %s', async (username) => {
    const id = district.villages.大尤家村;
    const reply = await as(username).patch(`/api/villages/${id}`, { note: '', version: 1 });
    expect(reply.status).toBe(403);
  });
});

describe('a village is deleted', () => {
  test('with its years and its empty place in the batch', async () => {
    const { id } = await added();
    await district.office.db.prisma.batchVillage.create({
      data: { batchId: district.batchId, villageId: id, kinds: [] },
    });
    expect((await as('planner').delete(`/api/villages/${id}?version=1`)).status).toBe(204);
    expect((await as('planner').get(`/api/villages/${id}`)).status).toBe(404);
    expect(await lastEntry()).toMatchObject({ action: 'village.delete', entityId: id });
  });

  test('not while posts hang on it: it says how many, and whose', async () => {
    const { id } = await added({ name: '有人村' });
    const cadre = await addCadre(district.office, district.units.区财政局, { name: '武凯鹏' });
    await addAssignment(district, cadre, id);
    const reply = await as('planner').delete(`/api/villages/${id}?version=1`);
    expect([reply.status, reply.body.code]).toEqual([409, 'wouldOrphan']);
    expect(reply.body.detail).toBe('“有人村”还有1个任职（武凯鹏），不能删除。');
  });

  test('not while a batch says what it is', async () => {
    const { id } = await added({ name: '涣散村' });
    await district.office.db.prisma.batchVillage.create({
      data: { batchId: district.batchId, villageId: id, kinds: ['weakLax'] },
    });
    const reply = await as('planner').delete(`/api/villages/${id}?version=1`);
    expect(reply.body.errors).toMatchObject([{ code: 'batches' }]);
    expect(reply.body.detail).toContain('第二批 2015–2017');
  });

  test('not on a stale page, and not without a version', async () => {
    const { id } = await added();
    await as('planner').patch(`/api/villages/${id}`, { note: '改', version: 1 });
    expect((await as('planner').delete(`/api/villages/${id}?version=1`)).status).toBe(409);
    expect((await as('planner').delete(`/api/villages/${id}`)).status).toBe(400);
  });

  test('not by an officer, not when it isn’t there', async () => {
    const id = district.villages.大尤家村;
    expect((await as('officer').delete(`/api/villages/${id}?version=1`)).status).toBe(403);
    const unknown = district.units.区财政局;
    expect((await as('planner').delete(`/api/villages/${unknown}?version=1`)).status).toBe(404);
  });
});

describe('villages are ordered by the income of the last year', () => {
  const figures = { netIncomePerHead: null, infrastructureInvestment: null };
  const kept = async (id: string) => {
    const { rows } = await district.office.db.pool.query(
      'SELECT latest_income::text AS income FROM village WHERE id = $1',
      [id],
    );
    return rows[0].income;
  };

  test('whichever way that comes, and goes', async () => {
    const { id } = await added({
      years: [
        { year: 2013, operatingIncome: '1.00', ...figures },
        { year: 2014, operatingIncome: '2.00', ...figures },
      ],
    });
    expect(await kept(id)).toBe('2.00');
    const change = async (version: number, year: object) => {
      const body = { years: [{ ...figures, ...year }], version };
      expect((await as('planner').patch(`/api/villages/${id}`, body)).status).toBe(200);
      return kept(id);
    };
    const unreported = { operatingIncome: null, netIncomePerHead: '5.00' };
    expect(await change(1, { year: 2014, ...unreported })).toBeNull();
    expect(await change(2, { year: 2014, operatingIncome: null })).toBe('1.00');
    expect(await change(3, { year: 2015, operatingIncome: '9.00' })).toBe('9.00');
    const { pool } = district.office.db;
    await pool.query('UPDATE village SET latest_income = 7 WHERE id = $1', [id]);
    expect(await kept(id)).toBe('9.00');
    await pool.query('DELETE FROM village_year WHERE village_id = $1', [id]);
    expect(await kept(id)).toBeNull();
  });

  test('of two who write years at the same time both count', async () => {
    const { id } = await added();
    const { pool } = district.office.db;
    const [early, late] = [await pool.connect(), await pool.connect()];
    const write =
      'INSERT INTO village_year (village_id, year, operating_income) VALUES ($1, $2, $3)';
    await early.query('BEGIN');
    await early.query(write, [id, 2016, 6]);
    const waiting = late.query(write, [id, 2015, 5]);
    await early.query('COMMIT');
    await waiting;
    for (const writer of [early, late]) writer.release();
    expect(await kept(id)).toBe('6.00');
  });
});
