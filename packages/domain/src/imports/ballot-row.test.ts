import { expect, test } from 'vitest';
import { ballotColumns, fieldOfCell, readBallotRow } from './ballot-row.ts';
import type { ImportCell } from './import-column.ts';

const row = (cells: Record<string, string>) =>
  new Map<string, ImportCell>(
    Object.entries(cells).map(([field, text]) => [
      field,
      { text, kind: text === '' ? 'empty' : 'text' },
    ]),
  );
const place = { village: '大尤家村', name: '王  伟', group: '村"两委"成员' };

test('a line is read with its questions, whatever marks its group is written with', () => {
  const { group, name, content, reader } = readBallotRow(
    row({ ...place, issued: '6', returned: '6', valid: '6', 'q1.first': '5' }),
    1,
  );
  expect([group, name, reader.problems]).toEqual(['villageCommittees', '王伟', []]);
  expect(content.figures).toMatchObject({ issued: 6, valid: 6, void: null });
  expect(content.answers).toMatchObject([{ first: 5, second: null }]);
});

test('groups, names and figures that can’t be are named together', () => {
  const { reader } = readBallotRow(
    row({ village: '', name: '王伟', group: '群众', issued: '六', valid: '-1' }),
    0,
  );
  expect(reader.problems.map(({ field, code }) => [field, code])).toEqual([
    ...[
      ['group', 'notInList'],
      ['village', 'required'],
    ],
    ...[
      ['issued', 'notCount'],
      ['valid', 'notCount'],
    ],
  ]);
});

test('fields are told apart', () => {
  const fields = ballotColumns.map(({ field }) => field);
  expect(new Set(fields).size).toBe(fields.length);
  expect(fields).toContain(fieldOfCell('6.abstained'));
  const headings = ballotColumns.flatMap(({ headings: all }) => all);
  expect(new Set(headings).size).toBe(headings.length);
});
