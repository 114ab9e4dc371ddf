import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
});
afterAll(() => office.close());

test('a strict linter finds nothing in the description of the API', async () => {
  const { body } = await office.as(null).get('/api/openapi.json');
  const config = await createConfig({ extends: ['recommended-strict'] });
  const found = await lintFromString({ source: JSON.stringify(body), config });
  const told = found.map(({ ruleId, message, location }) => {
    return `${ruleId}: ${message} (${location[0]?.pointer ?? ''})`;
  });
  expect(told).toEqual([]);
});
