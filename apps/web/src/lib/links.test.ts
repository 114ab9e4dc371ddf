import { expect, test } from 'vitest';
import { carry } from './links.ts';

test('links take batch and day along, and nothing else', () => {
  const here = new URLSearchParams('batch=b2&on=2015-03-01&q=尤家&page=2');
  expect(carry('/villages/v1', here)).toBe('/villages/v1?batch=b2&on=2015-03-01');
});

test('a link that names its batch keeps it', () => {
  const here = new URLSearchParams('batch=b2');
  expect(carry('/plans?batch=b1', here)).toBe('/plans?batch=b1');
});
