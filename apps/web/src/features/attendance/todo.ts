import type { AttendanceMonth, SheetBlock } from '@xuanpai/contracts/attendance';
import { type ThingLeft, thingsLeft } from '@xuanpai/domain/attendance/things-left';
import { currentLanguage } from '../../lib/language.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { MarkShape, Tone } from '../../ui/mark.tsx';
import type { EntryField } from './edits.ts';

export interface TodoItem {
  key: string;
  mark: readonly [MarkShape, Tone];
  words: string;
  /** What to do about it, and where. */
  act: string;
  kind: 'cell' | 'note' | 'row' | 'signAll' | 'none';
  rowId: string | null;
  day: string | null;
  /** What of the row is to be entered. */
  field?: EntryField;
}

type Text = Dictionary['attendance'];
type Source = Pick<AttendanceMonth, 'rows' | 'blocks'>;

/** What is left before the sheet can be submitted: one line each, many of a kind in one. */
export function todoOf({ rows, blocks }: Source, text: Text): TodoItem[] {
  const names = new Map(rows.map((row) => [row.assignmentId, row]));
  return thingsLeft(blocks).map((thing) => {
    const [first] = thing;
    if (first.code === 'notSigned') return unsignedTogether(thing, names, text);
    if (thing.length === 1) return itemOf(first, text);
    return first.code === 'unfilled' ? unfilledTogether(thing, text) : shortTogether(thing, text);
  });
}

const looks: Record<SheetBlock['code'], readonly [MarkShape, Tone]> = {
  monthOpen: ['clock', 'grey'],
  unfilled: ['cross', 'red'],
  unaccountedWithoutNote: ['warn', 'red'],
  homeUnitWithoutNote: ['warn', 'amber'],
  shortWithoutReason: ['warn', 'amber'],
  notSigned: ['circle', 'grey'],
  objectionWithoutAnswer: ['warn', 'amber'],
};

const kinds: Record<SheetBlock['code'], TodoItem['kind']> = {
  monthOpen: 'none',
  unfilled: 'cell',
  unaccountedWithoutNote: 'note',
  homeUnitWithoutNote: 'note',
  shortWithoutReason: 'row',
  notSigned: 'row',
  objectionWithoutAnswer: 'row',
};

const fields: Partial<Record<SheetBlock['code'], EntryField>> = {
  shortWithoutReason: 'shortReason',
  notSigned: 'signedOn',
  objectionWithoutAnswer: 'answer',
};

function itemOf({ assignmentId, days, code, message }: SheetBlock, text: Text): TodoItem {
  return {
    key: `${code} ${assignmentId}`,
    mark: looks[code],
    words: message[currentLanguage()],
    act: code === 'monthOpen' ? '' : text.todo.acts[code],
    kind: kinds[code],
    rowId: assignmentId,
    day: days[0] ?? null,
    ...fieldOf(code),
  };
}

function unfilledTogether(blocks: ThingLeft, text: Text): TodoItem {
  const [first] = blocks;
  const cells = blocks.reduce((sum, { days }) => sum + days.length, 0);
  return {
    key: 'unfilled',
    mark: looks.unfilled,
    words: text.todo.unfilledOf(blocks.length, cells),
    act: text.todo.acts.unfilled,
    kind: 'cell',
    rowId: first.assignmentId,
    day: first.days[0] ?? null,
  };
}

function shortTogether(blocks: ThingLeft, text: Text): TodoItem {
  return {
    key: 'shortWithoutReason',
    mark: looks.shortWithoutReason,
    words: text.todo.shortOf(blocks.length),
    act: text.todo.acts.shortWithoutReason,
    kind: 'row',
    rowId: blocks[0].assignmentId,
    day: null,
    ...fieldOf('shortWithoutReason'),
  };
}

function fieldOf(code: SheetBlock['code']): { field?: EntryField } {
  const field = fields[code];
  return field ? { field } : {};
}

function unsignedTogether(
  blocks: ThingLeft,
  names: ReadonlyMap<string, { cadreName: string }>,
  text: Text,
): TodoItem {
  const shown = 4;
  const said = blocks
    .slice(0, shown)
    .map(({ assignmentId }) => names.get(assignmentId ?? '')?.cadreName ?? '');
  const one = blocks.length === 1;
  return {
    key: 'notSigned',
    mark: looks.notSigned,
    words: text.todo.notSignedOf(said.join(text.comma), blocks.length, said.length),
    act: one ? text.todo.acts.notSigned : text.todo.signAll,
    kind: one ? 'row' : 'signAll',
    rowId: blocks[0].assignmentId,
    day: null,
    ...fieldOf('notSigned'),
  };
}
