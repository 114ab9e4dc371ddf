import { expect, test } from 'vitest';
import { zh } from '../../locales/zh-cn.ts';
import { rowFlags, saidOf } from './row-flags.ts';
import { gridRow, type RowSource, remarksOf, requiredWords, secondsOf } from './sheet-rows.tsx';
import { daysFor, rowFor, sheetFor } from './testing-sheet.ts';

const text = zh.attendance;
const nothing = { edits: new Map(), conflicts: new Map(), flags: undefined, second: false, text };
const days = daysFor('2015-06');

function cellsOf(more: Partial<RowSource> & Pick<RowSource, 'row'>) {
  return gridRow({ ...nothing, days, daysBefore: [], ...more }).cells;
}

const week = (short: number, required = 2) => ({
  monday: `2015-06-0${short}`,
  sunday: '2015-06-07',
  inVillage: 2 - short,
  required,
  short,
  words: { zh: '', en: '' },
});

test('days outside the post are closed, those of the month before are to read', () => {
  const row = rowFor('a', {
    tier: 'township',
    firstDay: '2015-06-02',
    lastDay: '2015-06-03',
    before: { '2015-05-31': 'office' },
  });
  const daysBefore = daysFor('2015-05').slice(-1);
  const [before, first, second, , fourth] = cellsOf({ row, daysBefore });
  expect(before).toMatchObject({ value: 'office', text: '机', readOnly: true });
  expect([first?.closed, second?.closed, fourth?.closed]).toEqual([true, undefined, true]);
});

test('what was typed stands over what the server has, and a conflict is framed', () => {
  const row = rowFor('a', { days: { '2015-06-01': 'village' }, prefilled: ['2015-06-06'] });
  const edit = { was: 'village', is: 'training' };
  const conflict = { ...edit, theirs: 'office', by: null, at: null, message: null };
  const [cell] = cellsOf({
    row,
    edits: new Map([['a/2015-06-01', edit]]),
    conflicts: new Map([['a/2015-06-01', conflict]]),
  });
  expect(cell).toMatchObject({ text: '训', flagged: 'red' });
  expect(cell?.tip).toContain('机关');
});

test('notes, halves and what is unclear show in the cell', () => {
  const row = rowFor('a', {
    days: { '2015-06-01': 'village/office', '2015-06-02': 'unaccounted', '2015-06-03': 'homeUnit' },
    notes: { '2015-06-03': '借调' },
  });
  const [half, unaccounted, homeUnit, empty] = cellsOf({ row });
  expect(half).toMatchObject({ text: '√机', label: '上午在村，下午机关' });
  expect(unaccounted?.tone).toBe('red');
  expect(homeUnit).toMatchObject({ tone: 'amber', noted: true, tip: '备注：借调' });
  expect(empty).toMatchObject({ text: '', label: '未填', flagged: undefined });
});

test('contradictions and remarks are framed; missing days once few are missing', () => {
  const few = rowFor('a', { unfilled: ['2015-06-01', '2015-06-30'] });
  const sheet = sheetFor([few], {
    contradictions: [
      {
        assignmentId: 'a',
        day: '2015-06-02',
        kind: 'foundElsewhere',
        words: { zh: '检查时不在村', en: '' },
        spotCheckId: null,
      },
    ],
    remarks: [{ assignmentId: 'a', day: '2015-06-03', reason: '请核对' }],
  });
  const said = saidOf(sheet, text.cell.remark);
  const flags = rowFlags(said, sheet.rows, '2015-06-15').get('a');
  const cells = cellsOf({ row: few, flags });
  expect(cells.slice(0, 3).map(({ flagged }) => flagged)).toEqual(['red', 'amber', 'amber']);
  // A day to come isn't missing yet.
  expect(cells[29]?.flagged).toBeUndefined();
  const many = Array.from({ length: 41 }, (_, at) =>
    rowFor(`r${at}`, { unfilled: ['2015-06-01'] }),
  );
  const none = rowFlags([], many, '2015-06-15');
  expect(none.size).toBe(0);
});

test('what is asked: of the month, or of each week', () => {
  expect(requiredWords(rowFor('a', { required: 9.5 }), text)).toBe('9.5');
  const township = { tier: 'township', weeks: [week(1), week(0)] } as const;
  expect(requiredWords(rowFor('a', { ...township, weeks: [...township.weeks] }), text)).toBe('周2');
  const uneven = { ...township, weeks: [week(1), week(0, 1)] };
  expect(requiredWords(rowFor('a', uneven), text)).toBe('周1–2');
});

test('remarks say which weeks are short and what else explains the days', () => {
  const row = rowFor('a', {
    weeks: [week(0), week(1), week(1)],
    totals: { village: 8, rest: 8, personalLeave: 1.5 },
  });
  expect(remarksOf(row, text)).toBe('第2、3周不足，事假1.5天');
  expect(remarksOf(rowFor('a', { weeks: [week(1), week(1)] }), text)).toBe('各周不足');
});

test('the second person of a village is known', () => {
  const rows = [rowFor('a', { villageId: 'v' }), rowFor('b', { villageId: 'v' }), rowFor('c')];
  expect([...secondsOf({ rows })]).toEqual(['b']);
});
