import { act, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { show } from '../testing.tsx';
import type { DayCell, GridChange, GridHandle, GridRow, MonthGridProps } from './grid-types.ts';
import { MonthGrid } from './month-grid.tsx';

const days = ['1', '2', '3', '4', '5'].map((key) => ({
  key,
  head: key,
  below: '一',
  label: `6月${key}日`,
}));
const left = [{ key: 'name', title: '姓名', width: 54 }];
const right = [{ key: 'total', title: '在村', width: 38 }];
const words = {
  hint: '方向键移动',
  closed: '不在任',
  noted: '，有备注',
  editor: '符号',
  unreadable: (text: string) => `不认识${text}`,
};
const signs: Record<string, string> = { V: '√', J: '机', B: '病' };
const keyToValue = (key: string) => signs[key.toUpperCase()];
const parse = (text: string) => {
  const sign = text.trim();
  if (sign === '') return null;
  return Object.values(signs).includes(sign) ? sign : undefined;
};
const format = (value: string | null) => value ?? '';

type Values = Record<string, (string | null)[]>;
const closed = Symbol('closed');

function cellOf(value: string | null | typeof closed): DayCell {
  if (value === closed) return { value: null, text: '', closed: true };
  return { value, text: value ?? '', label: value ?? '未填' };
}

function rowsOf(values: Values, closedAt: Record<string, number[]>): GridRow[] {
  return Object.entries(values).map(([id, cells]) => ({
    id,
    left: [{ text: id }],
    cells: cells.map((value, at) => cellOf(closedAt[id]?.includes(at) ? closed : value)),
    right: [{ text: String(cells.filter(Boolean).length) }],
  }));
}

interface Setup extends Partial<MonthGridProps> {
  closedAt?: Record<string, number[]>;
  handle?: { current: GridHandle | null };
}

interface HostProps extends Setup {
  start: Values;
  log: GridChange[][];
  onValues: (values: Values) => void;
}

/** A grid whose values follow what it writes. */
function Host({ start, log, onValues, closedAt = {}, handle, ...more }: HostProps) {
  const [values, setValues] = useState(start);
  onValues(values);
  return (
    <>
      <MonthGrid
        {...(handle ? { ref: handle } : {})}
        label="考勤"
        leftColumns={left}
        days={days}
        rightColumns={right}
        rows={rowsOf(values, closedAt)}
        words={words}
        keyToValue={keyToValue}
        parse={parse}
        format={format}
        onChange={(changes) => {
          log.push(changes);
          setValues((before) => {
            const next = structuredClone(before);
            for (const { rowId, column, is } of changes) {
              const row = next[rowId];
              if (row) row[Number(column) - 1] = is;
            }
            return next;
          });
        }}
        {...more}
      />
      <button type="button">后面</button>
    </>
  );
}

function grid(start: Values, setup: Setup = {}) {
  const log: GridChange[][] = [];
  let current = start;
  const onValues = (values: Values) => {
    current = values;
  };
  const box = show(<Host start={start} log={log} onValues={onValues} {...setup} />);
  return { box, log, values: () => current };
}

const empty = (): (string | null)[] => [null, null, null, null, null];

function at(box: HTMLElement, row: number, day: number): HTMLElement {
  const cells = box.querySelectorAll(`[data-row="${row}"] [data-col="${day}"]`);
  return cells[0] as HTMLElement;
}

function key(name: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key: name,
    bubbles: true,
    cancelable: true,
    ...more,
  });
  act(() => {
    (document.activeElement ?? document.body).dispatchEvent(event);
  });
  return event;
}

function point(target: HTMLElement, type: string, more: PointerEventInit = {}) {
  act(() => {
    target.dispatchEvent(
      new PointerEvent(type, { bubbles: true, button: 0, pointerType: 'mouse', ...more }),
    );
  });
}

function choose(box: HTMLElement, row: number, day: number, more: PointerEventInit = {}) {
  point(at(box, row, day), 'pointerdown', more);
  act(() => {
    window.dispatchEvent(new PointerEvent('pointerup'));
  });
}

/** A clipboard as the browser hands it over. */
function clipboard(type: 'copy' | 'cut' | 'paste', texts: Record<string, string> = {}) {
  const kept = new Map(Object.entries(texts));
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, {
    clipboardData: {
      getData: (kind: string) => kept.get(kind) ?? '',
      setData: (kind: string, text: string) => kept.set(kind, text),
    },
  });
  act(() => {
    (document.activeElement ?? document.body).dispatchEvent(event);
  });
  return kept;
}

test('it is a grid with names, counts and one stop for Tab', () => {
  const { box } = grid({ 甲: empty(), 乙: empty() });
  const element = box.querySelector('[role="grid"]');
  expect(element?.getAttribute('aria-rowcount')).toBe('3');
  expect(element?.getAttribute('aria-colcount')).toBe('7');
  expect(box.querySelectorAll('[role="grid"] [tabindex="0"]').length).toBe(1);
  expect(at(box, 0, 1).getAttribute('aria-label')).toBe('未填');
  expect(at(box, 0, 1).getAttribute('aria-colindex')).toBe('2');
  expect(box.querySelector('[role="columnheader"][aria-label="6月1日"]')).not.toBeNull();
});

test('arrows, Home, End, Enter and Tab move the real focus', () => {
  const { box } = grid({ 甲: empty(), 乙: empty() });
  choose(box, 0, 1);
  expect(document.activeElement).toBe(at(box, 0, 1));
  key('ArrowRight');
  key('ArrowDown');
  expect(document.activeElement).toBe(at(box, 1, 2));
  key('End');
  expect(document.activeElement).toBe(at(box, 1, 5));
  key('Home');
  key('ArrowUp');
  expect(document.activeElement).toBe(at(box, 0, 1));
  key('Enter');
  expect(document.activeElement).toBe(at(box, 1, 1));
  key('Tab', { shiftKey: true });
  expect(document.activeElement).toBe(at(box, 0, 5));
  key('Tab');
  expect(document.activeElement).toBe(at(box, 1, 1));
});

test('Tab leaves at the end, and everywhere after Escape', () => {
  const { box } = grid({ 甲: empty() });
  choose(box, 0, 5);
  expect(key('Tab').defaultPrevented).toBe(false);
  choose(box, 0, 1);
  key('Escape');
  expect(key('Tab').defaultPrevented).toBe(false);
});

test('a letter writes the mark, also into a whole range; Delete clears', () => {
  const { box, values, log } = grid({ 甲: empty(), 乙: empty() });
  choose(box, 0, 1);
  key('v');
  expect(values().甲).toEqual(['√', null, null, null, null]);
  key('ArrowRight', { shiftKey: true });
  key('ArrowDown', { shiftKey: true });
  key('J', { shiftKey: true });
  expect(values()).toEqual({
    甲: ['机', '机', null, null, null],
    乙: ['机', '机', null, null, null],
  });
  expect(log[1]).toHaveLength(4);
  key('Delete');
  expect(values()).toEqual({ 甲: empty(), 乙: empty() });
  expect(key('k').defaultPrevented).toBe(false);
});

test('keys of an input method that composes write nothing', () => {
  const { box, log } = grid({ 甲: empty() });
  choose(box, 0, 1);
  key('b', { isComposing: true });
  key('Process', { keyCode: 229 });
  key('Enter', { isComposing: true });
  expect(log).toEqual([]);
  expect(document.activeElement).toBe(at(box, 0, 1));
});

test('drag and Shift+click choose a range', () => {
  const { box, values } = grid({ 甲: empty(), 乙: empty() });
  point(at(box, 0, 2), 'pointerdown');
  point(at(box, 1, 3), 'pointerover');
  act(() => {
    window.dispatchEvent(new PointerEvent('pointerup'));
  });
  point(at(box, 0, 5), 'pointerover');
  key('v');
  expect(values().乙).toEqual([null, '√', '√', null, null]);
  choose(box, 0, 1);
  choose(box, 0, 4, { shiftKey: true });
  const chosen = box.querySelectorAll('[role="gridcell"][aria-selected="true"]');
  expect([...chosen].map((cell) => cell.getAttribute('data-col'))).toEqual(['1', '2', '3', '4']);
});

test('a click on a day chooses its column, Shift+Space the row, Ctrl+A everything', () => {
  const { box, values } = grid({ 甲: empty(), 乙: empty() });
  act(() => box.querySelector<HTMLElement>('[data-head="2"]')?.click());
  key('v');
  expect(values().乙).toEqual([null, '√', null, null, null]);
  choose(box, 1, 4);
  key(' ', { shiftKey: true });
  key('b');
  expect(values().乙).toEqual(['病', '病', '病', '病', '病']);
  key('a', { ctrlKey: true });
  key('Delete');
  expect(values()).toEqual({ 甲: empty(), 乙: empty() });
});

test('closed cells are passed over by every way of writing', () => {
  const { box, values } = grid({ 甲: empty() }, { closedAt: { 甲: [1] } });
  choose(box, 0, 1);
  choose(box, 0, 3, { shiftKey: true });
  key('v');
  expect(values().甲).toEqual(['√', null, '√', null, null]);
  clipboard('paste', { 'text/plain': '机\t机\t机\r\n' });
  expect(values().甲).toEqual(['机', null, '机', null, null]);
  choose(box, 0, 2);
  key('F2');
  expect(box.querySelector('input')).toBeNull();
});

test('a grid to read writes nothing, and still copies', () => {
  const { box, log } = grid({ 甲: ['√', null, null, null, null] }, { readOnly: true });
  choose(box, 0, 1);
  key('v');
  key('Delete');
  clipboard('paste', { 'text/plain': '机' });
  expect(clipboard('cut').get('text/plain')).toBe('√\r\n');
  expect(log).toEqual([]);
});

test('Ctrl+R fills right and Ctrl+D down, from the neighbour where one cell is chosen', () => {
  const { box, values } = grid({ 甲: ['√', null, null, null, null], 乙: empty() });
  choose(box, 0, 1);
  choose(box, 0, 3, { shiftKey: true });
  expect(key('r', { ctrlKey: true }).defaultPrevented).toBe(true);
  expect(values().甲).toEqual(['√', '√', '√', null, null]);
  choose(box, 1, 2);
  key('d', { ctrlKey: true });
  expect(values().乙).toEqual([null, '√', null, null, null]);
});

test('the handle at the corner fills the range on, one way', () => {
  const { box, values } = grid({ 甲: ['√', '机', null, null, null], 乙: empty(), 丙: empty() });
  choose(box, 0, 1);
  choose(box, 0, 2, { shiftKey: true });
  const handle = box.querySelector<HTMLElement>('[data-handle]');
  if (!handle) throw new Error('no handle');
  point(handle, 'pointerdown');
  point(at(box, 2, 3), 'pointerover');
  act(() => {
    window.dispatchEvent(new PointerEvent('pointerup'));
  });
  expect(values()).toEqual({
    甲: ['√', '机', null, null, null],
    乙: ['√', '机', null, null, null],
    丙: ['√', '机', null, null, null],
  });
  expect(box.querySelectorAll('[role="gridcell"][aria-selected="true"]')).toHaveLength(6);
  key('z', { ctrlKey: true });
  expect(values().丙).toEqual(empty());
});

test('copies what is chosen as text and as a table, totals and names too', () => {
  const { box } = grid({ 甲: ['√', '机', null, null, null], 乙: ['病', null, null, null, null] });
  choose(box, 0, 0);
  choose(box, 1, 2, { shiftKey: true });
  const copied = clipboard('copy');
  expect(copied.get('text/plain')).toBe('甲\t√\t机\r\n乙\t病\t\r\n');
  expect(copied.get('text/html')).toContain('<tr><td>甲</td><td>√</td><td>机</td></tr>');
});

test('pastes what Excel copies, and says what it cannot read', () => {
  const onUnreadable = vi.fn();
  const { box, values } = grid({ 甲: empty(), 乙: empty() }, { onUnreadable });
  choose(box, 0, 2);
  clipboard('paste', { 'text/plain': '√\t机\r\n病\t??\r\n', 'text/html': '<b>…</b>' });
  expect(values()).toEqual({
    甲: [null, '√', '机', null, null],
    乙: [null, '病', null, null, null],
  });
  expect(onUnreadable).toHaveBeenCalledWith(['??']);
});

test('a table without text is read from its cells', () => {
  const { box, values } = grid({ 甲: empty(), 乙: empty() });
  choose(box, 0, 1);
  clipboard('paste', {
    'text/html':
      '<html><body><table>\n<tr>\n<td colspan=2>√</td><td>机</td></tr><tr><td>病\n </td></tr></table></body></html>',
  });
  expect(values()).toEqual({
    甲: ['√', null, '机', null, null],
    乙: ['病', null, null, null, null],
  });
});

test('one cell on the clipboard fills the range', () => {
  const { box, values } = grid({ 甲: empty(), 乙: empty() });
  choose(box, 0, 1);
  choose(box, 1, 2, { shiftKey: true });
  clipboard('paste', { 'text/plain': '√\r\n' });
  expect(values()).toEqual({
    甲: ['√', '√', null, null, null],
    乙: ['√', '√', null, null, null],
  });
});

test('cut takes the marks along', () => {
  const { box, values } = grid({ 甲: ['√', null, null, null, null] });
  choose(box, 0, 1);
  expect(clipboard('cut').get('text/plain')).toBe('√\r\n');
  expect(values().甲).toEqual(empty());
});

test('undo and redo go step by step, and leave alone what somebody else wrote meanwhile', () => {
  const handle: { current: GridHandle | null } = { current: null };
  const { box, values } = grid({ 甲: empty(), 乙: empty() }, { handle });
  choose(box, 0, 1);
  key('v');
  act(() => handle.current?.apply([{ rowId: '乙', column: '2', was: null, is: '机' }]));
  key('z', { ctrlKey: true });
  expect(values()).toEqual({ 甲: ['√', null, null, null, null], 乙: empty() });
  key('z', { ctrlKey: true });
  expect(values().甲).toEqual(empty());
  key('z', { ctrlKey: true, shiftKey: true });
  key('y', { ctrlKey: true });
  expect(values().乙).toEqual([null, '机', null, null, null]);
  act(() => handle.current?.undo());
  expect(values().乙).toEqual(empty());
});

test('F2 opens a field, in which an input method may compose, and Enter writes what it says', () => {
  const { box, values } = grid({ 甲: ['√', null, null, null, null], 乙: empty() });
  choose(box, 0, 1);
  key('F2');
  const field = box.querySelector('input');
  if (!field) throw new Error('no field');
  expect(field.value).toBe('√');
  type(field, '病');
  key('Enter', { isComposing: true });
  expect(values().甲?.[0]).toBe('√');
  key('Enter');
  expect(values().甲?.[0]).toBe('病');
  expect(document.activeElement).toBe(at(box, 1, 1));
  key('F2');
  const second = box.querySelector('input');
  if (!second) throw new Error('no field');
  type(second, '??');
  key('Enter');
  expect(box.textContent).toContain('不认识??');
  key('Escape');
  expect(box.querySelector('input')).toBeNull();
  expect(values().乙).toEqual(empty());
});

function type(field: HTMLInputElement, text: string) {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  act(() => {
    setter?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test('only the rows that a key touches are drawn again', () => {
  const drawn: string[] = [];
  const values: Values = { 甲: empty(), 乙: empty(), 丙: empty() };
  const rows = rowsOf(values, {}).map((row) => ({
    ...row,
    left: [
      {
        text: row.id,
        get show() {
          drawn.push(row.id);
          return row.id;
        },
      },
    ],
  }));
  const { box } = grid(values, { rows });
  choose(box, 0, 1);
  drawn.length = 0;
  key('ArrowRight');
  expect(new Set(drawn)).toEqual(new Set(['甲']));
  drawn.length = 0;
  key('ArrowDown');
  expect(new Set(drawn)).toEqual(new Set(['甲', '乙']));
});

test('what is chosen is told in the caller’s own keys; Enter on a total opens the row', () => {
  const onSelect = vi.fn();
  const onOpen = vi.fn();
  const onNote = vi.fn();
  const { box } = grid({ 甲: empty(), 乙: empty() }, { onSelect, onOpen, onNote });
  choose(box, 0, 2);
  choose(box, 1, 3, { shiftKey: true });
  expect(onSelect).toHaveBeenLastCalledWith({
    rowIds: ['甲', '乙'],
    columns: ['2', '3'],
    rowId: '乙',
    column: '3',
  });
  key('F2', { shiftKey: true });
  expect(onNote).toHaveBeenCalledWith('乙', '3');
  choose(box, 0, 6);
  key('Enter');
  expect(onOpen).toHaveBeenCalledWith('甲', 'total');
});
