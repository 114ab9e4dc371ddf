import { endpoint } from '@xuanpai/contracts/endpoint';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { build, routesOf } from '../app.ts';
import { route } from '../lib/route.ts';
import { multipart } from '../seed/sample-district.ts';
import { testPassword } from '../testing.ts';
import {
  addCadre,
  idNumberOf,
  newCadre,
  type SmallDistrict,
  startSmallDistrict,
} from '../testing-registers.ts';
import { bearer, send, signIn } from '../testing-sign-in.ts';

const breaks = endpoint({
  id: 'breaks',
  method: 'POST',
  path: '/api/breaks/:how',
  access: 'public',
  summary: '试',
  tag: 'health',
  params: z.object({ how: z.string() }),
  reply: z.object({}),
});

const idNumber = idNumberOf('1976-03-02');
const wrongPassword = 'not-my-password-77';
/** Nothing of this may stand in the log. */
const secrets = [
  ...[idNumber, '欧阳探花', '郝寻常', 'ouyangtanhua', '13905391234', 'note-of-a-doctor'],
  ...[wrongPassword, testPassword, 'eyJ', 'xuanpai_refresh=', 'ticket=', 'planner'],
];

type Line = Record<string, unknown> & { err?: Record<string, unknown> };

let district: SmallDistrict;
let app: SmallDistrict['office']['app'];
const written: string[] = [];
const lines = () => written.flatMap((text) => text.trim().split('\n')).map(parse);
const parse = (text: string) => JSON.parse(text) as Line;
let token: string;
let cookie: string;
let cadreId: string;

beforeAll(async () => {
  district = await startSmallDistrict();
  const { office, units } = district;
  const faults: Record<string, () => Promise<unknown>> = {
    type: async () => JSON.parse('{}').places.length,
    json: async () => JSON.parse('欧阳探花 note-of-a-doctor'),
    own: async () => {
      throw new Error(`no such cadre: 欧阳探花 "note-of-a-doctor" ${idNumber}`, {
        cause: new Error(`because of "ouyangtanhua" 13905391234`),
      });
    },
    pg: () => office.db.pool.query('SELECT $1::uuid', ['ouyangtanhua']),
    check: () =>
      office.db.pool.query(
        'INSERT INTO "user" (id, username, name, password_hash) SELECT id, $1, $1, $1 FROM "user"',
        ['欧阳探花'],
      ),
    prisma: () =>
      office.db.prisma.cadre.create({
        data: { name: '欧阳探花', note: 'note-of-a-doctor' } as never,
      }),
    raw: () => office.db.prisma.$queryRaw`SELECT ${'ouyangtanhua'}::uuid, nothing FROM nowhere`,
    thrown: async () => Promise.reject('欧阳探花'),
  };
  app = await build(office.deps, {
    log: { level: 'trace', stream: { write: (text) => void written.push(text) } },
    routes: (deps) => [
      ...routesOf(deps),
      route(breaks, async ({ params }) => {
        await faults[params.how]?.();
        return {};
      }),
    ],
  });
  cadreId = await addCadre(office, units.区财政局, { name: '郝寻常' });
});
afterAll(async () => {
  await app.close();
  await district.office.close();
});

async function call(method: InjectOptions['method'] & string, url: string, payload?: object) {
  const headers = { ...bearer(token), cookie };
  return send({ app }, { method: method as 'GET', url, headers, ...(payload ? { payload } : {}) });
}

test('a day of requests, good and bad, leaves nobody’s data in the log', async () => {
  await signIn({ app }, 'planner', wrongPassword);
  await signIn({ app }, '欧阳探花', wrongPassword);
  const signedIn = await signIn({ app }, 'planner');
  token = signedIn.body.accessToken;
  cookie = signedIn.cookie ?? '';
  await call('GET', `/api/search?q=${encodeURIComponent('欧阳探花')}`);
  await call('GET', `/api/cadres?q=${idNumber}`);
  await call('GET', '/api/cadres?q=ouyangtanhua&sort=nothing');
  await call('GET', `/api/nothing/${encodeURIComponent('欧阳探花')}`);
  const unitId = district.units.区财政局;
  const cadre = newCadre(unitId, { name: '欧阳探花', idNumber } as never);
  for (const _ of [1, 2]) await call('POST', '/api/cadres', cadre);
  await call('POST', '/api/cadres', { ...cadre, phone: '13905391234', note: 7 });
  await call('POST', `/api/cadres/${cadreId}/reveal`, { reason: 'note-of-a-doctor' });
  await call('PATCH', `/api/cadres/${cadreId}`, { version: 99, note: 'note-of-a-doctor' });
  const ticket = await call('POST', '/api/tickets', { path: '/api/cadres.xlsx?q=ouyangtanhua' });
  await send({ app }, { method: 'GET', url: ticket.body.url ?? '/api/cadres.xlsx?ticket=x' });
  const book = Buffer.from(`姓名,身份证号码\n欧阳探花,${idNumber}\n郝寻常,1\n`);
  const form = multipart({ kind: 'cadres', batchId: district.batchId }, '欧阳探花.csv', book);
  await send(
    { app },
    {
      method: 'POST',
      url: '/api/imports',
      payload: form.body,
      headers: { ...bearer(token), 'content-type': form.type },
    },
  );
  for (const how of ['type', 'json', 'own', 'pg', 'check', 'prisma', 'raw', 'thrown']) {
    await call('POST', `/api/breaks/${how}`);
  }
  await call('POST', '/api/auth/refresh');
  await call('POST', '/api/auth/logout');

  const text = written.join('');
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  expect(lines().length).toBeGreaterThan(25);
});

test('a line says when, which request, who, the route, the status and how long', async () => {
  const answered = lines().filter(({ msg }) => msg === 'answered');
  const search = answered.find(({ route: pattern }) => pattern === '/api/search');
  expect(search).toMatchObject({
    level: 'info',
    method: 'GET',
    status: 200,
    user: expect.stringMatching(/^[0-9a-f-]{36}$/),
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(search?.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(search?.ms).toBeGreaterThan(0);
  const routes = new Set(answered.map(({ route: pattern }) => pattern));
  expect(routes).toContain('/api/cadres/:id/reveal');
  expect(routes).toContain('none');
});

test('an own mistake is found by its number: the reply, the problem and the log have the same', async () => {
  token = (await signIn({ app }, 'planner')).body.accessToken;
  const reply = await call('POST', '/api/breaks/type');
  expect(reply.status).toBe(500);
  const { requestId } = reply.body;
  expect(reply.headers['x-request-id']).toBe(requestId);
  const [failed, answered] = lines().filter((line) => line.requestId === requestId);
  expect(failed).toMatchObject({
    level: 'error',
    route: '/api/breaks/:how',
    err: { type: 'TypeError', message: expect.stringContaining("'length'") },
  });
  expect(failed?.err?.stack).toMatch(/^\s+at .*request-log\.test\.ts/);
  expect(answered).toMatchObject({ msg: 'answered', status: 500 });
  expect((await call('GET', '/api/health/live')).headers['x-request-id']).toBeDefined();
});

test('of what the database refuses the log has the code and the constraint', () => {
  const facts = lines().flatMap(({ err }) => (err ? [err] : []));
  expect(facts.find(({ constraint }) => constraint === 'user_pkey')).toMatchObject({
    sqlstate: '23505',
    message: '',
  });
  expect(facts.find(({ sqlstate }) => sqlstate === '42P01')?.message).toMatch(/relation/);
});

test('probes that succeed are no noise', async () => {
  const before = written.length;
  await call('GET', '/api/health/live');
  expect(lines().slice(before)).toMatchObject([{ level: 'debug', route: '/api/health/live' }]);
});
