import { expect, test } from 'vitest';
import { exampleActsOf } from './life.ts';

const writer = { writes: true, reviews: false, ownWork: true };
const reviewer = { writes: false, reviews: true, ownWork: false };
/** Of the district's offices: writes, submits and reviews, but not the own work. */
const both = { writes: true, reviews: true, ownWork: true };
const reader = { writes: false, reviews: false, ownWork: false };

test.each([
  ['draft', writer, ['write', 'submit']],
  ['returned', writer, ['write', 'submit']],
  ['submitted', writer, ['recall']],
  ['released', writer, []],
  ['withdrawn', writer, []],
  ['draft', reviewer, []],
  ['submitted', reviewer, ['release', 'return']],
  ['released', reviewer, ['withdraw']],
  ['submitted', both, ['recall']],
  ['released', both, ['withdraw']],
  ['submitted', { ...both, ownWork: false }, ['recall', 'release', 'return']],
  ['submitted', reader, []],
] as const)('%s, by %j: %j', (state, actor, acts) => {
  expect(exampleActsOf(state, actor)).toEqual(acts);
});
