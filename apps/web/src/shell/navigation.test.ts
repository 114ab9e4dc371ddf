import { expect, it } from 'vitest';
import { navigationFor, placeOf } from './navigation.ts';

it.each([
  ['/villages/v1', 'officer', 'registers', 'villages'],
  ['/villages/v1/targets', 'officer', 'daily', 'targets'],
  ['/villages/v1/support', 'officer', 'daily', 'support'],
  ['/units/u1/support', 'liaison', 'daily', 'support'],
  ['/villages/v1/inspections', 'inspector', 'daily', 'inspections'],
  ['/targets/templates', 'planner', 'daily', 'targets'],
] as const)('%s stands for %s under %s, %s', (pathname, role, group, page) => {
  const place = placeOf(navigationFor([role]), pathname);
  expect([place?.group.label, place?.page.label]).toEqual([group, page]);
});
