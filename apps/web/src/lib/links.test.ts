import { expect, test } from 'vitest';
import { carry } from './links.ts';

test('links take batch and day along, and nothing else', () => {
  const here = new URLSearchParams('batch=b2&on=2015-03-01&q=尤家&page=2');
  expect(carry('/villages/v1', here)).toBe('/villages/v1?batch=b2&on=2015-03-01');
});

test('a page that tells of no day is opened without one', () => {
  const here = new URLSearchParams('batch=b2&on=2015-03-01');
  expect(carry('/inspections/draws/d1', here)).toBe('/inspections/draws/d1?batch=b2');
  expect(carry('/inspections/visits/i1/comparison', here)).not.toContain('on=');
  expect(carry('/inspections/visits/i1', here)).toContain('on=2015-03-01');
});

test('a link that names its batch keeps it', () => {
  const here = new URLSearchParams('batch=b2');
  expect(carry('/plans?batch=b1', here)).toBe('/plans?batch=b1');
});
