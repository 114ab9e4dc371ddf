import { expect, test } from 'vitest';
import type { ImportCell } from './import-column.ts';
import { readTrainingRow } from './training-row.ts';

const given = { topic: '任前培训', startsOn: '2015.6.8', name: '王  伟' };
const read = (cells: Record<string, string>) =>
  readTrainingRow(
    new Map<string, ImportCell>(
      Object.entries(cells).map(([field, text]) => [
        field,
        { text, kind: text === '' ? 'empty' : 'text' },
      ]),
    ) as never,
    1900,
  );

test.each([
  ['√', 'came'],
  ['参加', 'came'],
  ['否', 'absent'],
  ['请假', 'absent'],
  ['', null],
])('“%s” is %s', (presence, is) => {
  const row = read({ ...given, presence });
  expect(row.read).toMatchObject({ name: '王伟', startsOn: '2015-06-08', presence: is });
  expect(row.reader.problems).toEqual([]);
});

test('what can’t be is named together', () => {
  const { reader } = read({ topic: '', startsOn: '六月', name: '', presence: '来', reason: '病' });
  expect(reader.problems.map(({ field, code }) => [field, code])).toEqual([
    ['startsOn', expect.stringContaining('date')],
    ['presence', 'presenceUnknown'],
    ['topic', 'required'],
    ['name', 'required'],
    ['reason', 'reasonWithoutAbsence'],
  ]);
});
