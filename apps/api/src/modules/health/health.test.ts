import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
});
afterAll(() => office.close());

test('a served system says that it is alive and ready', async () => {
  const nobody = office.as(null);
  expect((await nobody.get('/api/health/live')).body).toEqual({ status: 'ok' });
  const ready = await nobody.get('/api/health/ready');
  expect(ready.body).toMatchObject({ status: 'ok', database: true });
  expect(ready.body.migrations).toBeGreaterThan(0);
});

test('an unknown address is a problem in words, not a stack', async () => {
  const { status, body, headers } = await office.as(null).get('/api/nothing');
  expect(status).toBe(404);
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body).toMatchObject({ code: 'notFound', errors: [] });
});

test('the description of the API is there, and readable without anything from outside', async () => {
  const { body } = await office.as(null).get('/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const page = await office.as(null).get('/api/docs/');
  expect(page.status).toBe(200);
  expect(page.body).not.toMatch(/https?:\/\//);
});
