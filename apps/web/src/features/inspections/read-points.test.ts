import { expect, it } from 'vitest';
import { readPoints } from './read-points.ts';

it.each([
  ['28.5', '28.5'],
  ['２８分', '28'],
  [' 9.04 ', '9'],
  ['', null],
  ['–', null],
  ['-3', undefined],
  ['优', undefined],
])('reads %j as %j', (typed, read) => expect(readPoints(typed)).toBe(read));
