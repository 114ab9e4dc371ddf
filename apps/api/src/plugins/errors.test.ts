import { endpoint } from '@xuanpai/contracts/endpoint';
import { problemSchema, problems } from '@xuanpai/contracts/problems';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { build } from '../app.ts';
import { ApiError, ruleViolated } from '../lib/api-error.ts';
import { route } from '../lib/route.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { send } from '../testing-sign-in.ts';

const shared = { method: 'POST', access: 'public', summary: '试', tag: 'health' } as const;
const body = z.object({
  name: z.string().min(1).max(5),
  count: z.int(),
  rows: z.array(z.object({ day: z.iso.date() })),
});
const form = endpoint({ ...shared, id: 'form', path: '/api/form', body, reply: z.object({}) });
const breaks = endpoint({ ...shared, id: 'breaks', path: '/api/breaks', reply: z.object({}) });
const query = endpoint({ ...shared, id: 'query', path: '/api/query', reply: z.object({}) });
const rule = endpoint({ ...shared, id: 'rule', path: '/api/rule', reply: z.object({}) });
const gone = endpoint({ ...shared, id: 'gone', path: '/api/gone', reply: z.object({}) });
const nul = endpoint({ ...shared, id: 'nul', path: '/api/nul', reply: z.object({}) });

let office: TestApp;
let app: TestApp['app'];
beforeAll(async () => {
  office = await startTestApp('empty');
  app = await build(office.deps, {
    routes: ({ db }) => [
      route(form, async () => ({})),
      route(breaks, async () => {
        throw new TypeError('secret of /srv/app/file.ts:7');
      }),
      route(query, async () => {
        await db.pool.query('SELECT secret_column FROM secret_table');
        return {};
      }),
      route(gone, async () => {
        await db.prisma.user.findUniqueOrThrow({ where: { username: 'nobody' } });
        return {};
      }),
      route(nul, async () => {
        await db.prisma.user.findUnique({ where: { username: 'a\u0000b' } });
        return {};
      }),
      route(rule, async () => {
        throw ruleViolated([
          {
            path: 'cadreId',
            code: 'notFullMember',
            message: { zh: '不是正式党员。', en: 'Not a full member.' },
            basis: { kind: 'notice', source: '二（三）' },
            remedy: { zh: '查档更正', en: 'Correct from the file' },
          },
        ]);
      }),
    ],
  });
});
afterAll(async () => {
  await app.close();
  await office.close();
});

const post = (url: string, payload: string | object = {}, headers: Record<string, string> = {}) =>
  send(
    { app },
    { method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } },
  );

test.each(['/api/breaks', '/api/query'])(
  '%s: an own mistake says nothing of its inside',
  async (url) => {
    const reply = await post(url);
    expect(reply.status).toBe(500);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.body).toMatchObject({ code: 'internal', title: problems.internal.zh, errors: [] });
    expect(JSON.stringify(reply.body)).not.toMatch(/secret|SELECT|\.ts|\bat\b |TypeError/);
  },
);

test('text that the database cannot store is a malformed request, not a mistake of ours', async () => {
  expect((await post('/api/nul')).body.code).toBe('badRequest');
});

test('every fault of a form comes at once, each beside its field', async () => {
  const reply = await post('/api/form', { name: '', count: 'x', rows: [{ day: '2015-02-30' }] });
  expect(reply).toMatchObject({ status: 400, body: { code: 'invalid' } });
  const paths = reply.body.errors.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(['name', 'count', 'rows.0.day']);
  expect(reply.body.errors[0].message).toBe('请填写这一项。');
  expect(problemSchema.parse(reply.body)).toEqual(reply.body);
});

test('a rule says its basis and what to do', async () => {
  const { status, body: problem } = await post('/api/rule');
  expect(status).toBe(422);
  expect(problem.errors).toEqual([
    {
      path: 'cadreId',
      code: 'notFullMember',
      message: '不是正式党员。',
      basis: { kind: 'notice', source: '二（三）' },
      remedy: '查档更正',
    },
  ]);
});

test('Chinese unless English is wanted more', async () => {
  const titled = async (language: string) =>
    (await post('/api/rule', {}, { 'accept-language': language })).body.title;
  const { zh, en } = problems.ruleViolated;
  expect(await titled('')).toBe(zh);
  expect(await titled('en')).toBe(en);
  expect(await titled('zh-CN,zh;q=0.9,en;q=0.8')).toBe(zh);
  expect(await titled('en-GB,en;q=0.9,zh;q=0.8')).toBe(en);
  const english = await post('/api/form', {}, { 'accept-language': 'en' });
  expect(english.body.errors[0].message).toBe('Please fill this in.');
});

test('a body that is no JSON, poisons prototypes or has another type is malformed', async () => {
  for (const text of ['{', 'nonsense', '{"name":}', '{"__proto__":{"admin":true}}']) {
    expect(await post('/api/form', text)).toMatchObject({
      status: 400,
      body: { code: 'badRequest' },
    });
  }
  for (const text of ['[]', '"text"', '7', 'null']) {
    expect(await post('/api/form', text)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  }
  const xml = await post('/api/form', '<a/>', { 'content-type': 'application/xml' });
  expect(xml).toMatchObject({ status: 400, body: { code: 'badRequest' } });
});

test('a body with lists in lists without end is malformed', async () => {
  const nested = (levels: number) => `{"more":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  expect((await post('/api/form', nested(100_000))).body.code).toBe('badRequest');
  expect((await post('/api/form', nested(20))).body.code).toBe('invalid');
});

test('a row that is deleted while it is looked at was not found', async () => {
  expect(await post('/api/gone', {})).toMatchObject({ status: 404, body: { code: 'notFound' } });
});

test('an empty body with the type of JSON is no body', async () => {
  expect((await post('/api/form', '')).body.code).toBe('invalid');
  expect((await post('/api/rule', '')).status).toBe(422);
});

test('a body above the limit is too large, in words', async () => {
  const reply = await post('/api/form', JSON.stringify({ name: 'x'.repeat(3_000_000) }));
  expect(reply).toMatchObject({
    status: 413,
    body: { code: 'tooLarge', title: problems.tooLarge.zh },
  });
});

test('addresses that cannot be read, or that nothing answers to, are problems too', async () => {
  for (const url of ['/api/%E0%A4%A', '/api/nothing', `/api/${'x'.repeat(5000)}`, '/api/form']) {
    const reply = await send({ app }, { method: 'GET', url });
    expect([400, 404]).toContain(reply.status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(problemSchema.parse(reply.body)).toEqual(reply.body);
  }
});

test('every problem of the table has both languages and a status that its kind has', () => {
  for (const [code, { status, zh, en }] of Object.entries(problems)) {
    expect(zh, code).toMatch(/\p{Script=Han}/u);
    expect(en, code).not.toMatch(/\p{Script=Han}/u);
    expect([400, 401, 403, 404, 409, 413, 422, 429, 500, 503, 507], code).toContain(status);
  }
  expect(new ApiError('conflict').message).toBe(problems.conflict.en);
});
