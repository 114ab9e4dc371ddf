import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { build } from '../../app.ts';
import { calendarDay } from '../../lib/calendar.ts';
import { day } from '../../testing.ts';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { addPerson, bearer, me, send, signIn } from '../../testing-sign-in.ts';

let district: SmallDistrict;
/** The same district on a day that goes on. */
let app: FastifyInstance;
let today = day('2015-12-31');
beforeAll(async () => {
  district = await startSmallDistrict();
  app = await build({ ...district.office.deps, today: () => today });
});
beforeEach(() => {
  today = day('2015-12-31');
});
afterAll(async () => {
  await app.close();
  await district.office.close();
});

const admin = () => district.office.as('admin');
let made = 0;
async function created(roles: object[]) {
  made += 1;
  const username = `person${made}`;
  const reply = await admin().post('/api/users', {
    ...{ username, name: `某${made}`, password: 'first-blue-river-1', roles },
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  const data = { mustChangePassword: false };
  await district.office.db.prisma.user.update({ where: { username }, data });
  return reply.body;
}
const tokenOf = async (username: string) =>
  (await signIn({ app }, username, 'first-blue-river-1')).body.accessToken;
const villages = async (token: string) =>
  (await send({ app }, { method: 'GET', url: '/api/villages', headers: bearer(token) })).status;
const faults = (reply: { body: { errors: { path: string; code: string }[] } }) =>
  reply.body.errors.map(({ path, code }) => [path, code]);

describe('a role from a day to a day', () => {
  const term = { startsOn: '2015-12-31', endsOn: '2016-03-31' };

  test('opens on its first day and closes after its last, within one sign-in', async () => {
    const { username } = await created([{ role: 'leader', ...term }]);
    const token = await tokenOf(username);
    const seen: [string, number][] = [];
    for (const on of ['2015-12-30', '2015-12-31', '2016-03-31', '2016-04-01']) {
      today = day(on);
      seen.push([on, await villages(token)]);
    }
    expect(seen).toEqual([
      ['2015-12-30', 403],
      ['2015-12-31', 200],
      ['2016-03-31', 200],
      ['2016-04-01', 403],
    ]);
  });

  test('is shown to its holder while it is held, to the administrator always', async () => {
    const { id, username, roles } = await created([
      { role: 'inspector', endsOn: '2015-12-30' },
      { role: 'leader', ...term },
      { role: 'planner', startsOn: '2016-01-01' },
    ]);
    expect(roles).toMatchObject([
      { role: 'planner', startsOn: '2016-01-01', endsOn: null },
      { role: 'inspector', startsOn: null, endsOn: '2015-12-30' },
      { role: 'leader', ...term },
    ]);
    const own = await me({ app }, await tokenOf(username));
    expect(own.body.roles.map(({ role }: { role: string }) => role)).toEqual(['leader']);
    expect((await admin().get(`/api/users/${id}`)).body.roles).toEqual(roles);
  });

  test('lends its rows no longer: the township that was left is out of reach', async () => {
    const { townships } = district;
    const { username } = await created([
      { role: 'officer', townshipId: townships.朝阳街道, endsOn: '2015-12-30' },
      { role: 'officer', townshipId: townships.郑旺镇, startsOn: '2015-12-31' },
    ]);
    const headers = bearer(await tokenOf(username));
    const { body } = await send({ app }, { method: 'GET', url: '/api/villages', headers });
    const names = body.items.map((row: { townshipName: string }) => row.townshipName);
    expect([...new Set(names)]).toEqual(['郑旺镇']);
  });

  test('whoever holds none today may sign in and sees nothing of the field', async () => {
    const { username } = await created([{ role: 'leader', endsOn: '2015-12-30' }]);
    const token = await tokenOf(username);
    expect(await villages(token)).toBe(403);
    const home = await send({ app }, { method: 'GET', url: '/api/home', headers: bearer(token) });
    expect([home.status, home.body.tasks, home.body.figures.villages]).toEqual([200, [], 0]);
  });

  test.each([
    ['Asia/Shanghai', 403],
    ['America/Los_Angeles', 200],
  ])('ends by the day of the server’s own zone: in %s %i', async (zone, status) => {
    const { username } = await created([{ role: 'leader', endsOn: '2015-12-31' }]);
    const token = await tokenOf(username);
    const own = process.env.TZ;
    try {
      process.env.TZ = zone;
      today = calendarDay(new Date('2015-12-31T16:30:00Z'));
      expect(await villages(token)).toBe(status);
    } finally {
      if (own === undefined) delete process.env.TZ;
      else process.env.TZ = own;
    }
  });

  test('may be given again for another time, not twice for one', async () => {
    const again = await created([
      { role: 'leader', endsOn: '2015-06-30' },
      { role: 'leader', startsOn: '2015-07-01' },
    ]);
    expect(again.roles).toHaveLength(2);
    const twice = await admin().patch(`/api/users/${again.id}`, {
      roles: [
        { role: 'leader', endsOn: '2015-07-01' },
        { role: 'leader', startsOn: '2015-07-01' },
        { role: 'office', startsOn: '2015-07-02', endsOn: '2015-07-01' },
      ],
      version: again.version,
    });
    expect(faults(twice)).toEqual([
      ['roles.1.role', 'repeated'],
      ['roles.2.endsOn', 'endsBeforeStart'],
    ]);
  });

  test('the database itself holds it once at a time, and ends it after its start', async () => {
    const userId = await addPerson(district.office, 'leader2');
    const row = (startsOn: string, endsOn: string) => ({
      ...{ userId, role: 'leader' as const },
      ...{ startsOn: new Date(startsOn), endsOn: new Date(endsOn) },
    });
    const { userRole } = district.office.db.prisma;
    await expect(userRole.create({ data: row('2016-01-01', '2016-01-02') })).rejects.toThrow(
      /user_role_once|23P01/,
    );
    await userRole.deleteMany({ where: { userId } });
    await expect(userRole.create({ data: row('2016-01-02', '2016-01-01') })).rejects.toThrow(
      /user_role_ends_after_start|23514/,
    );
  });

  test('stands in the log with its days', async () => {
    const { id, version } = await created([{ role: 'leader' }]);
    const roles = [
      { role: 'officer', townshipId: district.townships.郑旺镇, endsOn: '2016-03-31' },
      { role: 'office', ...term },
    ];
    await admin().patch(`/api/users/${id}`, { roles, version });
    const entry = await district.office.db.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'user.update', entityId: id },
      include: { changes: true },
    });
    expect(entry.changes[0]).toMatchObject({
      before: { roles: ['leader'] },
      after: { roles: ['office::2015-12-31/2016-03-31', 'officer:郑旺镇:/2016-03-31'] },
    });
  });
});

describe('the last administrator', () => {
  const change = async (username: string, change: object) => {
    const { prisma } = district.office.db;
    const { id, version } = await prisma.user.findUniqueOrThrow({ where: { username } });
    const { accessToken } = (await signIn({ app }, 'helper')).body;
    const request = { method: 'PATCH' as const, url: `/api/users/${id}` };
    const payload = { ...change, version };
    return send({ app }, { ...request, payload, headers: bearer(accessToken) });
  };

  test('stays one on every day from today: who takes over must begin in time', async () => {
    // In office until the end of January only: not enough to let the lasting one go.
    const helper = await addPerson(district.office, 'helper', { roles: [] });
    const { userRole } = district.office.db.prisma;
    const term = { endsOn: new Date('2016-01-31') };
    await userRole.create({ data: { userId: helper, role: 'admin', ...term } });
    const lasting = (given: object) => change('admin', { roles: [{ role: 'admin', ...given }] });
    const refused = await change('admin', { disabled: true });
    expect([refused.status, faults(refused)]).toEqual([409, [['disabled', 'lastAdmin']]]);
    expect((await lasting({ endsOn: '2017-01-01' })).status).toBe(409);
    expect((await lasting({ startsOn: '2016-02-02' })).status).toBe(409);
    expect((await lasting({ startsOn: '2016-02-01' })).status).toBe(200);
  });
});
