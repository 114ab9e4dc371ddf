import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { type Role, roles } from '@xuanpai/contracts/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declaredEndpoints, nameOf, rolesOf } from './access/declared.ts';
import { build, routesOf } from './app.ts';
import type { TestReply } from './testing.ts';
import { addCadre, type SmallDistrict, startSmallDistrict } from './testing-registers.ts';

let district: SmallDistrict;
let bound: EndpointShape[] = [];
beforeAll(async () => {
  district = await startSmallDistrict();
  const app = await build(district.office.deps, {
    routes: (deps) => {
      const routes = routesOf(deps);
      bound = routes.map(({ endpoint }) => endpoint);
      return routes;
    },
  });
  await app.close();
});
afterAll(() => district.office.close());

/** Calls without a body; parameters are filled with what can't be an id. */
function call(username: string | null, { method, path }: EndpointShape): Promise<TestReply> {
  const url = path.replace(/:\w+/g, 'no-such-id');
  const caller = district.office.as(username);
  switch (method) {
    case 'GET':
      return caller.get(url);
    case 'DELETE':
      return caller.delete(url);
    case 'PATCH':
      return caller.patch(url, {});
    case 'PUT':
      return caller.send({ method, url, payload: {} });
    default:
      return caller.post(url);
  }
}

describe('endpoints', () => {
  test('every endpoint of the contracts is carried out, and nothing else', async () => {
    const ids = (await declaredEndpoints()).map(({ id }) => id);
    expect(bound.map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  test('each has its own name and its own address', async () => {
    const all = await declaredEndpoints();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(nameOf)).size).toBe(all.length);
  });

  test('only what leads to signing in, and whether the system runs, is open to everybody', async () => {
    const open = (await declaredEndpoints()).filter(({ access }) => access === 'public');
    expect(open.map(({ id }) => id).sort()).toEqual([
      'about',
      'live',
      'login',
      'logout',
      'ready',
      'refresh',
    ]);
  });

  test('what everybody signed in may call is about themselves', async () => {
    const own = (await declaredEndpoints()).filter(({ access }) => access === 'signedIn');
    expect(own.map(({ id }) => id).sort()).toEqual([
      'beginSecondFactor',
      'changePassword',
      'confirmSecondFactor',
      'createTicket',
      'endSecondFactor',
      'getHome',
      'getSecondFactor',
      'listSessions',
      'logoutEverywhere',
      'me',
      'revokeSession',
      'search',
    ]);
  });
});

test('nobody calls anything without signing in', async () => {
  for (const endpoint of bound.filter(({ access }) => access !== 'public')) {
    const { status, body } = await call(null, endpoint);
    expect([nameOf(endpoint), status, body.code]).toEqual([nameOf(endpoint), 401, 'notSignedIn']);
  }
});

/** Ending the session that calls would answer the rest of the table with 401. */
const endsTheSession = ['logout', 'logoutEverywhere'];

test.each(roles)('%s calls what the role may, and is refused the rest unread', async (role) => {
  for (const endpoint of bound.filter(({ id }) => !endsTheSession.includes(id))) {
    const { status, body } = await call(role, endpoint);
    const expected = rolesOf(endpoint).includes(role) ? 'let in' : 'forbidden';
    const letIn = [200, 201, 202, 204, 400, 404, 409, 422].includes(status);
    const found = letIn || endpoint.access === 'public' ? 'let in' : (body.code ?? status);
    expect([nameOf(endpoint), found]).toEqual([nameOf(endpoint), expected]);
  }
});

describe('the two roles outside the field', () => {
  const only = (role: Role) =>
    bound
      .filter((endpoint) => endpoint.access !== 'public' && endpoint.access !== 'signedIn')
      .filter((endpoint) => rolesOf(endpoint).includes(role))
      .map(({ path }) => path.split('/')[2]);

  test('the administrator has the accounts, the auditor the log, and neither anything else', () => {
    expect(new Set(only('admin'))).toEqual(new Set(['users']));
    expect(new Set(only('auditor'))).toEqual(new Set(['audit', 'audit.xlsx']));
  });

  test('what they may call as everybody does tells them nothing of people and places', async () => {
    await addCadre(district.office, district.units.区财政局, { name: '欧阳修文' });
    const named = /欧阳|大尤家|财政局|郑旺|第二批/;
    const ask = async (role: Role, path: string) => {
      const url = `${path}?q=${encodeURIComponent('欧阳')}`;
      return (await district.office.as(role).get(url)).raw.toString();
    };
    expect(await ask('planner', '/api/search')).toMatch(named);
    const own = bound.filter(({ access, method }) => access === 'signedIn' && method === 'GET');
    for (const role of ['admin', 'auditor'] as const) {
      for (const { path } of own) expect(await ask(role, path), path).not.toMatch(named);
    }
  });
});
