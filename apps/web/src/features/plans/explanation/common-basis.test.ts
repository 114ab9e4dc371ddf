import type { Basis } from '@xuanpai/contracts/problems';
import { expect, test } from 'vitest';
import { commonBasis, isSame } from './common-basis.ts';

const own: Basis = { kind: 'reading', source: '本办测算口径' };
const clause: Basis = { kind: 'notice', source: '二（二）' };

test('what most stand on is said once', () => {
  expect(commonBasis([own, clause, null, { ...own }])).toEqual(own);
});

test('where nothing is shared, each says its own', () => {
  expect(commonBasis([own, clause, null])).toBeNull();
  expect(commonBasis([])).toBeNull();
});

test('a basis is the same by kind and source', () => {
  expect(isSame(own, { ...own })).toBe(true);
  expect(isSame(own, { ...own, kind: 'local' })).toBe(false);
  expect(isSame(null, null)).toBe(false);
});
