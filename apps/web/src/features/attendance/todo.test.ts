import type { SheetBlock } from '@xuanpai/contracts/attendance';
import { expect, test } from 'vitest';
import { zh } from '../../locales/zh-cn.ts';
import { rowFor } from './testing-sheet.ts';
import { todoOf } from './todo.ts';

const text = zh.attendance;

function block(assignmentId: string, code: SheetBlock['code'], days: string[] = []): SheetBlock {
  return {
    assignmentId,
    days,
    code,
    message: { zh: `${assignmentId} ${code}`, en: '' },
    basis: { kind: 'reading', source: '' },
  };
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const rows = ids.map((id) => rowFor(id, { cadreName: `甲${id}` }));

test('one line for each, leading to its cell or its row', () => {
  const blocks = [
    block('a', 'unfilled', ['2015-06-22']),
    block('b', 'unaccountedWithoutNote', ['2015-06-17']),
  ];
  expect(todoOf({ rows, blocks }, text)).toMatchObject([
    { kind: 'cell', rowId: 'a', day: '2015-06-22', act: '填这一格' },
    { kind: 'note', rowId: 'b', day: '2015-06-17', act: '写原因' },
  ]);
});

test('many of a kind stand in one line', () => {
  const unfilled = ids.map((id) => block(id, 'unfilled', ['2015-06-01', '2015-06-02']));
  const unsigned = ids.map((id) => block(id, 'notSigned'));
  const [first, second, ...others] = todoOf({ rows, blocks: [...unfilled, ...unsigned] }, text);
  expect(first).toMatchObject({ words: '6人共12格未填', rowId: 'a', day: '2015-06-01' });
  expect(second).toMatchObject({ words: '甲a、甲b、甲c、甲d等6人未签字', kind: 'signAll' });
  expect(others).toEqual([]);
});

test('the reason of a shortfall is asked once the row is filled', () => {
  const blocks = [
    block('a', 'unfilled', ['2015-06-22']),
    block('a', 'shortWithoutReason'),
    block('b', 'shortWithoutReason'),
  ];
  expect(todoOf({ rows, blocks }, text).map(({ rowId }) => rowId)).toEqual(['a', 'b']);
});

test('a single cadre who has not signed is one to open', () => {
  const [item] = todoOf({ rows, blocks: [block('c', 'notSigned')] }, text);
  expect(item).toMatchObject({ kind: 'row', rowId: 'c', words: '甲c未签字' });
});
