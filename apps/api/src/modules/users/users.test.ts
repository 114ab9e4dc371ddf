import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { bearer, me, refresh, send, signIn } from '../../testing-sign-in.ts';

let district: SmallDistrict;
beforeAll(async () => {
  district = await startSmallDistrict();
});
afterAll(() => district.office.close());

const as = (username: string | null) => district.office.as(username);
const lastEntry = () =>
  district.office.db.prisma.auditEntry.findFirstOrThrow({
    where: { entity: 'user', action: { startsWith: 'user.' } },
    orderBy: { seq: 'desc' },
    include: { changes: true },
  });
const firstPassword = 'first-blue-river-1';
let made = 0;
const body = (given: object = {}) => {
  made += 1;
  return {
    username: `person${made}`,
    name: `某${made}`,
    password: firstPassword,
    roles: [{ role: 'leader' }],
    ...given,
  };
};
async function created(given: object = {}) {
  const reply = await as('admin').post('/api/users', body(given));
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body;
}
const pathsOf = (reply: { body: { errors: { path: string }[] } }) =>
  reply.body.errors.map(({ path }) => path);

describe('a new user', () => {
  test('has the roles given, with the names of township and unit', async () => {
    const { townships, units } = district;
    const user = await created({
      roles: [
        { role: 'officer', townshipId: townships.郑旺镇 },
        { role: 'liaison', unitId: units.区财政局 },
        { role: 'inspector', townshipId: null },
      ],
    });
    expect(user).toMatchObject({ disabled: false, mustChangePassword: true, version: 1 });
    expect(user.lastSeenAt).toBeNull();
    expect(user.roles).toEqual([
      expect.objectContaining({ role: 'officer', townshipName: '郑旺镇', unitId: null }),
      expect.objectContaining({ role: 'inspector', townshipId: null, unitId: null }),
      expect.objectContaining({ role: 'liaison', unitName: '区财政局', townshipId: null }),
    ]);
    expect((await as('admin').get(`/api/users/${user.id}`)).body).toEqual(user);
  });

  test('must change the first password before anything else', async () => {
    const { username } = await created();
    const session = await signIn(district.office, username, firstPassword);
    expect(session.body.user.mustChangePassword).toBe(true);
    const headers = bearer(session.body.accessToken);
    const barred = await send(district.office, { method: 'GET', url: '/api/villages', headers });
    expect([barred.status, barred.body.code]).toEqual([403, 'passwordChangeRequired']);
  });

  test('stands in the log with roles, and without the password', async () => {
    const user = await created({
      roles: [{ role: 'head', townshipId: district.townships.郑旺镇 }],
    });
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'user.create', entityId: user.id });
    expect(entry.changes[0]).toMatchObject({
      before: null,
      after: { username: user.username, roles: ['head:郑旺镇'] },
    });
    expect(JSON.stringify(entry)).not.toMatch(/argon2|blue-river/);
  });

  test('every problem is said at once, each beside its field', async () => {
    const { townships, units } = district;
    const reply = await as('admin').post(
      '/api/users',
      body({
        username: 'planner',
        password: 'planner-1',
        roles: [
          { role: 'officer' },
          { role: 'liaison', townshipId: townships.郑旺镇 },
          { role: 'leader', unitId: units.区财政局 },
          { role: 'head', townshipId: units.区财政局 },
          { role: 'admin' },
          { role: 'admin' },
        ],
      }),
    );
    expect([reply.status, reply.body.code]).toEqual([400, 'invalid']);
    expect(pathsOf(reply)).toEqual([
      'username',
      'password',
      'roles.0.townshipId',
      'roles.1.townshipId',
      'roles.1.unitId',
      'roles.2.unitId',
      'roles.3.townshipId',
      'roles.4.role',
      'roles.5.role',
      'roles.5.role',
    ]);
  });

  test('a district or a village is no township', async () => {
    const { id } = await district.office.db.prisma.region.findFirstOrThrow({
      where: { level: 'district' },
    });
    const roles = [{ role: 'officer', townshipId: id }];
    const reply = await as('admin').post('/api/users', body({ roles }));
    expect(pathsOf(reply)).toEqual(['roles.0.townshipId']);
  });

  test.each([[['admin', 'planner']], [['auditor', 'leader']], [['admin', 'auditor']]])(
    '%j go with no other role',
    async (names) => {
      const roles = names.map((role) => ({ role }));
      expect((await as('admin').post('/api/users', body({ roles }))).status).toBe(400);
    },
  );

  test('planner and office may be one person: the plan itself wants two', async () => {
    const user = await created({ roles: [{ role: 'planner' }, { role: 'office' }] });
    expect(user.roles).toHaveLength(2);
  });

  test('a name that is taken is a conflict, also when two come at once', async () => {
    const one = body();
    const replies = await Promise.all([1, 2].map(() => as('admin').post('/api/users', one)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    const again = await as('admin').post('/api/users', one);
    expect([again.status, pathsOf(again)]).toEqual([409, ['username']]);
  });

  test.each(['1abc', 'a', '王伟', 'a b', 'a@b', `a${'b'.repeat(40)}`])(
    'is not called %s',
    async (username) => {
      expect(pathsOf(await as('admin').post('/api/users', body({ username })))).toEqual([
        'username',
      ]);
    },
  );

  test('capitals are typed as small letters', async () => {
    expect((await created({ username: 'Zhang.San' })).username).toBe('zhang.san');
  });
});

describe('the list', () => {
  const names = (reply: { body: { items: { username: string }[] } }) =>
    reply.body.items.map(({ username }) => username);
  const list = async (query: string) => names(await as('admin').get(`/api/users?${query}`));

  test('is searched by name and user name, and takes wildcards literally', async () => {
    const { username } = await created({ name: '欧阳修文' });
    expect(await list('q=欧阳'.replace('欧阳', encodeURIComponent('欧阳')))).toEqual([username]);
    expect(await list('q=OFFICER')).toEqual(['officer', 'officer2']);
    expect(await list('q=%25')).toEqual([]);
  });

  test('is filtered by roles and state, sorted both ways, paged without doubles', async () => {
    expect(await list('roles=head,liaison')).toEqual(expect.arrayContaining(['head', 'liaison']));
    expect(await list('roles=auditor')).toEqual(['auditor']);
    const { id, username, version } = await created();
    await as('admin').patch(`/api/users/${id}`, { disabled: true, version });
    expect(await list('state=disabled')).toContain(username);
    expect(await list('state=active&pageSize=200')).not.toContain(username);
    const up = await list('sort=name&pageSize=200');
    expect(await list('sort=-name&pageSize=200')).toHaveLength(up.length);
    const pages = await Promise.all(
      [1, 2, 3].map((page) => list(`sort=lastSeenAt&pageSize=5&page=${page}`)),
    );
    expect(new Set(pages.flat()).size).toBe(15);
  });

  test('says how many there are, and refuses what it cannot sort by', async () => {
    const { body } = await as('admin').get('/api/users?pageSize=1');
    expect(body.total).toBeGreaterThan(10);
    expect((await as('admin').get('/api/users?sort=passwordHash')).status).toBe(400);
  });

  test('shows no password and no session', async () => {
    const { raw } = await as('admin').get('/api/users?pageSize=200');
    expect(raw.toString()).not.toMatch(/argon2|hash|token/i);
  });
});

test('townships and units to choose from come by name, and no more of them', async () => {
  const { body } = await as('admin').get('/api/users/scopes');
  expect(body.townships.map(({ name }: { name: string }) => name)).toEqual(['朝阳街道', '郑旺镇']);
  expect(Object.keys(body.units[0])).toEqual(['id', 'name']);
});

describe('changing a user', () => {
  test('name and roles, kept in the log as before and after', async () => {
    const user = await created();
    const roles = [{ role: 'officer', townshipId: district.townships.朝阳街道 }];
    const change = { name: '改名', roles, version: user.version };
    const { status, body: changed } = await as('admin').patch(`/api/users/${user.id}`, change);
    expect(status).toBe(200);
    expect(changed).toMatchObject({ name: '改名', version: 2, roles: [{ role: 'officer' }] });
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'user.update', params: { name: '改名' } });
    expect(entry.changes[0]).toMatchObject({
      versionAfter: 2,
      before: { name: user.name, roles: ['leader'] },
      after: { name: '改名', roles: ['officer:朝阳街道'] },
    });
  });

  test('with a version that is no longer the newest is refused, with what changed', async () => {
    const { id, name } = await created();
    await as('admin').patch(`/api/users/${id}`, { name: '先改', version: 1 });
    const late = await as('admin').patch(`/api/users/${id}`, { name: '后改', version: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'staleVersion' } });
    expect(late.body.changes).toMatchObject([{ path: 'name', was: name, is: '先改' }]);
    expect(late.body.current).toMatchObject({ name: '先改', version: 2 });
  });

  test('two who change one user at once: one succeeds, the other is told', async () => {
    const { id } = await created();
    const change = (name: string) => as('admin').patch(`/api/users/${id}`, { name, version: 1 });
    const replies = await Promise.all([change('甲'), change('乙')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('somebody who is not there is not found', async () => {
    const url = '/api/users/01890a5d-ac96-774b-bcce-b302099a8057';
    expect((await as('admin').patch(url, { name: '某', version: 1 })).status).toBe(404);
    expect((await as('admin').get(url)).status).toBe(404);
    const reset = { password: firstPassword, version: 1 };
    expect((await as('admin').post(`${url}/reset-password`, reset)).status).toBe(404);
  });
});

describe('disabling', () => {
  test('ends every session at once, and the account opens nothing until it is enabled', async () => {
    const user = await created();
    const session = await signIn(district.office, user.username, firstPassword);
    const url = `/api/users/${user.id}`;
    const off = await as('admin').patch(url, { disabled: true, version: 1 });
    expect(off.body).toMatchObject({ disabled: true, version: 2 });
    expect((await lastEntry()).action).toBe('user.disable');
    expect((await me(district.office, session.body.accessToken)).status).toBe(401);
    expect((await refresh(district.office, session.cookie)).status).toBe(401);
    expect((await signIn(district.office, user.username, firstPassword)).status).toBe(401);
    await as('admin').patch(url, { disabled: false, version: 2 });
    expect((await lastEntry()).action).toBe('user.enable');
    expect((await signIn(district.office, user.username, firstPassword)).status).toBe(200);
    expect((await me(district.office, session.body.accessToken)).status).toBe(401);
  });
});

describe('a reset password', () => {
  test('is a first one: sessions end, and it must be changed', async () => {
    const user = await created();
    const session = await signIn(district.office, user.username, firstPassword);
    const url = `/api/users/${user.id}/reset-password`;
    const reset = await as('admin').post(url, { password: 'second-green-hill-2', version: 1 });
    expect(reset).toMatchObject({ status: 200, body: { mustChangePassword: true, version: 2 } });
    expect((await me(district.office, session.body.accessToken)).status).toBe(401);
    expect((await signIn(district.office, user.username, firstPassword)).status).toBe(401);
    const next = await signIn(district.office, user.username, 'second-green-hill-2');
    expect(next.body.user.mustChangePassword).toBe(true);
    expect(JSON.stringify(await lastEntry())).not.toContain('green-hill');
  });

  test('that is easy to guess is refused beside its field; a stale version too', async () => {
    const { id, username } = await created();
    const url = `/api/users/${id}/reset-password`;
    const weak = await as('admin').post(url, { password: `${username}-1234`, version: 1 });
    expect([weak.status, pathsOf(weak)]).toEqual([400, ['password']]);
    const stale = await as('admin').post(url, { password: 'second-green-hill-2', version: 9 });
    expect(stale.status).toBe(409);
  });
});

describe('administrators', () => {
  const own = async () => {
    const { body } = await as('admin').get('/api/users?q=admin&roles=admin');
    return body.items.find(({ username }: { username: string }) => username === 'admin');
  };

  test('do not change their own roles, disable themselves, or get round their own password', async () => {
    const { id, version } = await own();
    const url = `/api/users/${id}`;
    for (const [path, change] of [
      ['roles', { roles: [{ role: 'planner' }] }],
      ['disabled', { disabled: true }],
    ] as const) {
      const reply = await as('admin').patch(url, { ...change, version });
      expect([reply.status, pathsOf(reply)]).toEqual([403, [path]]);
    }
    const reset = { password: 'second-green-hill-2', version };
    expect((await as('admin').post(`${url}/reset-password`, reset)).status).toBe(403);
    const renamed = await as('admin').patch(url, {
      name: '系统管理员',
      roles: [{ role: 'admin' }],
      version,
    });
    expect(renamed.status).toBe(200);
  });

  test('of two who disable each other at once, one stays', async () => {
    const { office } = district;
    await created({ username: 'admin2', roles: [{ role: 'admin' }] });
    await office.db.prisma.user.updateMany({
      where: { username: 'admin2' },
      data: {
        mustChangePassword: false,
        passwordHash: (
          await office.db.prisma.user.findUniqueOrThrow({ where: { username: 'admin' } })
        ).passwordHash,
      },
    });
    const users = await office.db.prisma.user.findMany({
      where: { username: { in: ['admin', 'admin2'] } },
      orderBy: { username: 'asc' },
    });
    const [first, second] = users;
    await Promise.all([as('admin').get('/api/auth/me'), as('admin2').get('/api/auth/me')]);
    const off = (by: string, user: typeof first) =>
      as(by).patch(`/api/users/${user?.id}`, { disabled: true, version: user?.version });
    const replies = await Promise.all([off('admin', second), off('admin2', first)]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await office.db.prisma.user.count({
      where: { disabledAt: null, roles: { some: { role: 'admin' } } },
    });
    expect(left).toBe(1);
  });
});
