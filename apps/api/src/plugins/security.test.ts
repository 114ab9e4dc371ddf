import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../app.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { addPerson, bearer, type Reply, send, signIn } from '../testing-sign-in.ts';

let office: TestApp;
/** With a page, over https. */
let site: TestApp['app'];
let token: string;
const webRoot = mkdtempSync(join(tmpdir(), 'xuanpai-page-'));
beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'assets/main.js'), 'export {};\n');
  writeFileSync(join(webRoot, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
  writeFileSync(join(webRoot, 'index.html'), '<meta property="csp-nonce" nonce="CSP_NONCE">\n');
  office = await startTestApp('empty');
  const settings = { ...office.deps.settings, publicUrl: 'https://xuanpai.example', webRoot };
  site = await build({ ...office.deps, settings });
  await addPerson(office, 'planner', { roles: [{ role: 'planner' }] });
  token = (await signIn({ app: site }, 'planner')).body.accessToken;
});
afterAll(async () => {
  await site.close();
  await office.close();
  rmSync(webRoot, { recursive: true });
});

const live = { method: 'GET', url: '/api/health/live' } as const;
const rulesOf = ({ headers }: Reply) =>
  Object.fromEntries(
    String(headers['content-security-policy'])
      .split(';')
      .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  );

const replies = {
  'an answer': () => send({ app: site }, live),
  'a file to keep': async () => {
    const get = { method: 'GET', url: '/api/villages.xlsx', headers: bearer(token) } as const;
    const reply = await send({ app: site }, get);
    expect(reply.status).toBe(200);
    expect(String(reply.headers['content-disposition'])).toMatch(/^attachment; /);
    return reply;
  },
  'a refusal': () => send({ app: site }, { method: 'GET', url: '/api/auth/me' }),
  'a missing endpoint': () => send({ app: site }, { method: 'GET', url: '/api/nothing' }),
  'a missing file': () => send({ app: site }, { method: 'GET', url: '/assets/nothing.js' }),
  'an address that cannot be read': () => send({ app: site }, { method: 'GET', url: '/api/%zz' }),
  'an address that is too long': () =>
    send({ app: site }, { method: 'GET', url: `/api/users/${'x'.repeat(300)}` }),
  'a body that cannot be read': () =>
    send(
      { app: site },
      {
        ...{ method: 'POST', url: '/api/auth/login', payload: '{' },
        headers: { 'content-type': 'application/json' },
      },
    ),
  'another method': () => send({ app: site }, { method: 'OPTIONS', url: '/api/villages' }),
  'a method that would echo': async () => {
    const reply = await send({ app: site }, { method: 'TRACE', url: '/api/villages' } as never);
    expect(reply.status).toBe(404);
    return reply;
  },
  'the page': () => send({ app: site }, { method: 'GET', url: '/villages' }),
  'a script of the page': () => send({ app: site }, { method: 'GET', url: '/assets/main.js' }),
  'a picture of the page': () => send({ app: site }, { method: 'GET', url: '/favicon.svg' }),
  'the description of the API': () => send({ app: site }, { method: 'GET', url: '/api/docs/' }),
};

describe.each(Object.entries(replies))('%s', (name, reply) => {
  test('has the headers that keep a browser to what it is', async () => {
    const { headers, ...rest } = await reply();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(), '),
    });
    const rules = rulesOf({ headers, ...rest });
    expect(rules).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(JSON.stringify(rules)).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(JSON.stringify(rules['script-src'])).not.toContain('unsafe');
    for (const telling of ['x-powered-by', 'server', 'access-control-allow-origin']) {
      expect(headers).not.toHaveProperty(telling);
    }
    if (!/page/.test(name)) expect(headers['cache-control']).toBe('no-store');
    if (headers['content-length'] !== '0') expect(headers['content-type']).toMatch(/\w+\/\w+/);
  });
});

test('each page carries a nonce of its own for the styles, and is not kept', async () => {
  const [one, other] = await Promise.all([replies['the page'](), replies['the page']()]);
  const nonceOf = ({ body }: Reply) => /nonce="([^"]+)"/.exec(body)?.[1] ?? '';
  expect(nonceOf(one)).toMatch(/^[\w+/]{22}==$/);
  expect(nonceOf(one)).not.toBe(nonceOf(other));
  expect(rulesOf(one)['style-src']).toBe(`'self' 'nonce-${nonceOf(one)}'`);
  expect(one.headers['cache-control']).toBe('no-store');
});

test('other systems below the host name can be left out of https', async () => {
  const settings = {
    ...office.deps.settings,
    publicUrl: 'https://a.example',
    hstsSubdomains: false,
  };
  const app = await build({ ...office.deps, settings });
  const { headers } = await send({ app }, live);
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  await app.close();
});

test('over plain http nothing binds the browser to https', async () => {
  const reply = await send(office, live);
  expect(reply.headers).not.toHaveProperty('strict-transport-security');
  expect(reply.headers).not.toHaveProperty('cross-origin-opener-policy');
  expect(rulesOf(reply)).not.toHaveProperty('upgrade-insecure-requests');
});

test('scripts of the page may be kept for good, a missing one is not found', async () => {
  const script = await replies['a script of the page']();
  expect(script.headers['cache-control']).toContain('immutable');
  expect((await replies['a missing file']()).status).toBe(404);
});
