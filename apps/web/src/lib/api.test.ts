import { endpoint } from '@xuanpai/contracts/endpoint';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { call } from './api.ts';
import { ApiProblem } from './api-problem.ts';
import { about } from './auth-endpoints.ts';
import { accept, session } from './session.ts';
import { answerWith, problemBody, tokenReply } from './testing.ts';

const readVillage = endpoint({
  id: 'readVillage',
  method: 'GET',
  path: '/api/villages/:id',
  access: 'villages.read',
  summary: '',
  tag: 'health',
  params: z.object({ id: z.string() }),
  query: z.object({ tiers: z.string().exactOptional(), q: z.string().exactOptional() }),
  reply: z.object({ name: z.string() }),
});

const createVillage = endpoint({
  id: 'createVillage',
  method: 'POST',
  path: '/api/villages',
  access: 'villages.write',
  summary: '',
  tag: 'health',
  body: z.object({ name: z.string() }),
  reply: z.object({ name: z.string() }),
});

beforeEach(() => accept(tokenReply('old')));
afterEach(() => vi.unstubAllGlobals());

async function problemFrom(promise: Promise<unknown>): Promise<ApiProblem> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiProblem);
  return error as ApiProblem;
}

test('an address holds the parameters, and the query without what is empty', async () => {
  const asked = answerWith({ status: 200, body: { name: '大尤家村' } });
  const village = await call(readVillage, {
    params: { id: 'a/b' },
    query: { tiers: ['city', 'district'], q: '' },
  });
  expect(village.name).toBe('大尤家村');
  expect(asked[0]?.url).toBe('/api/villages/a%2Fb?tiers=city%2Cdistrict');
  expect(asked[0]?.headers.get('Authorization')).toBe('Bearer old');
  expect(asked[0]?.headers.get('Accept-Language')).toBe('zh-CN');
});

test('a POST carries a key of its own, the same one when it is run again', async () => {
  const asked = answerWith(
    { status: 401, body: problemBody('notSignedIn', 401) },
    { status: 200, body: tokenReply('new') },
    { status: 201, body: { name: '新村' } },
  );
  await call(createVillage, { body: { name: '新村' } });
  const keys = [asked[0], asked[2]].map((one) => one?.headers.get('Idempotency-Key'));
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
});

test('a token that has run out is renewed once, however many requests meet it', async () => {
  let refreshes = 0;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const token = new Headers(init.headers).get('Authorization');
    if (url === '/api/auth/refresh') {
      refreshes += 1;
      return Promise.resolve(Response.json(tokenReply('new')));
    }
    return Promise.resolve(
      token === 'Bearer new'
        ? Response.json({ name: '村' })
        : Response.json(problemBody('notSignedIn', 401), { status: 401 }),
    );
  });
  const ids = ['1', '2', '3'];
  const villages = await Promise.all(ids.map((id) => call(readVillage, { params: { id } })));
  expect(villages.map((one) => one.name)).toEqual(['村', '村', '村']);
  expect(refreshes).toBe(1);
});

test('a session that is over ends here, without asking again and again', async () => {
  const asked = answerWith(
    { status: 401, body: problemBody('notSignedIn', 401) },
    { status: 401, body: problemBody('sessionEnded', 401) },
  );
  const problem = await problemFrom(call(readVillage, { params: { id: '1' } }));
  expect(problem.code).toBe('notSignedIn');
  expect(asked).toHaveLength(2);
  expect(session.get()).toEqual({ status: 'out', why: 'ended' });
});

test('a refusal comes as a problem with its errors, changes and present state', async () => {
  answerWith({
    status: 409,
    body: problemBody('staleVersion', 409, {
      title: '内容已被他人修改',
      errors: [{ path: 'name', code: 'taken', message: '同名', basis: null, remedy: null }],
      changes: [{ path: 'name', was: '甲', is: '乙', by: '李广文', at: null }],
      current: { name: '乙' },
    }),
  });
  const problem = await problemFrom(call(createVillage, { body: { name: '甲' } }));
  expect(problem.code).toBe('staleVersion');
  expect(problem.title).toBe('内容已被他人修改');
  expect(problem.errors[0]?.path).toBe('name');
  expect(problem.changes[0]?.by).toBe('李广文');
  expect(problem.current).toEqual({ name: '乙' });
});

test('a refusal for haste says how many seconds to wait', async () => {
  answerWith({
    status: 429,
    body: problemBody('tooMany', 429),
    headers: { 'Retry-After': '28' },
  });
  const problem = await problemFrom(call(readVillage, { params: { id: '1' } }));
  expect(problem.retryAfter).toBe(28);
});

test('no answer, and an answer that is not ours, are told apart', async () => {
  answerWith();
  expect((await problemFrom(call(about))).code).toBe('network');
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('<h1>Bad Gateway</h1>', { status: 502 })),
  );
  expect(await problemFrom(call(about))).toMatchObject({ code: 'unreadable', status: 502 });
});
