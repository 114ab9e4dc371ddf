import type { SheetBlock } from '@xuanpai/contracts/attendance';
import { expect, test } from 'vitest';
import { thingsLeft } from './things-left.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const block = (assignmentId: string, code: SheetBlock['code']): SheetBlock => ({
  ...{ assignmentId, code, days: [], message: { zh: '', en: '' } },
  basis: { kind: 'reading', source: '' },
});
const of = (code: SheetBlock['code'], count: number) =>
  ids.slice(0, count).map((id) => block(id, code));
const told = (blocks: readonly SheetBlock[]) =>
  thingsLeft(blocks).map(([{ code }, ...others]) => `${code} ${1 + others.length}`);

test('signatures are one thing however many are missing, reasons one each until they are many', () => {
  expect(told([...of('notSigned', 6), ...of('shortWithoutReason', 4)])).toEqual([
    ...Array(4).fill('shortWithoutReason 1'),
    'notSigned 6',
  ]);
  expect(told(of('shortWithoutReason', 6))).toEqual(['shortWithoutReason 6']);
});

test('many rows that aren’t filled are one thing, and their shortfalls wait', () => {
  expect(told(of('unfilled', 5))).toEqual(Array(5).fill('unfilled 1'));
  expect(told([...of('unfilled', 6), ...of('shortWithoutReason', 6)])).toEqual(['unfilled 6']);
  expect(told([])).toEqual([]);
});
