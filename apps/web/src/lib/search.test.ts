import { expect, test } from 'vitest';
import { isLeaving } from './search.ts';

const location = { pathname: '/batch/eligibility' };

test.each([
  ['nothing is known of the router', null, false],
  ['nothing is on its way', { location, navigation: {} }, false],
  ['the same page with another address', { location, navigation: { location } }, false],
  ['another page', { location, navigation: { location: { pathname: '/plans' } } }, true],
])('%s', (_, going, is) => {
  expect(isLeaving(going)).toBe(is);
});
