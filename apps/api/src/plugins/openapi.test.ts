import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing.ts';

let office: TestApp;
beforeAll(async () => {
  office = await startTestApp('empty');
});
afterAll(() => office.close());

// How 3.0 must write a tuple (a list of any of its parts) and a choice that may be empty.
const inOlderWords = {
  'no-illogical-composition-keywords': 'off',
  'nullable-type-sibling': 'off',
} as const;

test.each([
  { at: '/api/openapi.json', version: '3.1.0', rules: {} },
  { at: '/api/docs/json', version: '3.0.3', rules: inOlderWords },
])('a strict linter finds nothing in OpenAPI $version at $at', async ({ at, version, rules }) => {
  const { body } = await office.as(null).get(at);
  expect(body).toMatchObject({ openapi: version });
  const config = await createConfig({ extends: ['recommended-strict'], rules });
  const found = await lintFromString({ source: JSON.stringify(body), config });
  const told = found.map(({ ruleId, message, location }) => {
    return `${ruleId}: ${message} (${location[0]?.pointer ?? ''})`;
  });
  expect(told).toEqual([]);
});
