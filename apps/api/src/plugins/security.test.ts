import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../app.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { type Reply, send } from '../testing-sign-in.ts';

let office: TestApp;
let overHttps: TestApp['app'];
beforeAll(async () => {
  office = await startTestApp('empty');
  const settings = { ...office.deps.settings, publicUrl: 'https://xuanpai.example' };
  overHttps = await build({ ...office.deps, settings });
});
afterAll(async () => {
  await overHttps.close();
  await office.close();
});

const live = { method: 'GET', url: '/api/health/live' } as const;
const rulesOf = ({ headers }: Reply) =>
  Object.fromEntries(
    String(headers['content-security-policy'])
      .split(';')
      .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  );

test('the page loads nothing from elsewhere, runs no script written into it, and stands in no frame', async () => {
  const rules = rulesOf(await send(office, live));
  expect(rules).toMatchObject({
    'default-src': "'self'",
    'script-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  });
  expect(JSON.stringify(rules)).not.toMatch(/unsafe-eval|https?:|\*/);
  // On plain http that would ask for every file over https, which isn't there.
  expect(rules).not.toHaveProperty('upgrade-insecure-requests');
});

test('a reply is never taken for another type, leaks no address, and names no server', async () => {
  const { headers } = await send(office, live);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('server');
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('only over https is the browser told to stay with https', async () => {
  expect((await send(office, live)).headers).not.toHaveProperty('strict-transport-security');
  const { headers } = await send({ app: overHttps }, live);
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
});

test('problems carry the same headers, and are not kept by the browser', async () => {
  const { headers } = await send(office, { method: 'GET', url: '/api/auth/me' });
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});
