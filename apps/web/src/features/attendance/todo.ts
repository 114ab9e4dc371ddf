import type { AttendanceMonth, SheetBlock } from '@xuanpai/contracts/attendance';
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

/** Rows from which on what is missing is said together. */
const together = 5;

/** What is left before the sheet can be submitted: one line each, many of a kind in one. */
export function todoOf({ rows, blocks }: Source, text: Text): TodoItem[] {
  const names = new Map(rows.map((row) => [row.assignmentId, row]));
  const unfilled = blocks.filter(({ code }) => code === 'unfilled');
  const unsigned = blocks.filter(({ code }) => code === 'notSigned');
  // What a row lacks is known once it is filled.
  const open = new Set(unfilled.map(({ assignmentId }) => assignmentId));
  const short = blocks.filter(
    ({ code, assignmentId }) => code === 'shortWithoutReason' && !open.has(assignmentId),
  );
  const single = blocks.filter(
    ({ code }) =>
      code !== 'notSigned' &&
      (code !== 'unfilled' || unfilled.length <= together) &&
      code !== 'shortWithoutReason',
  );
  return [
    ...(unfilled.length > together ? [unfilledTogether(unfilled, text)] : []),
    ...single.map((block) => itemOf(block, text)),
    ...(short.length > together
      ? [shortTogether(short, text)]
      : short.map((block) => itemOf(block, text))),
    ...(unsigned.length > 0 ? [unsignedTogether(unsigned, names, text)] : []),
  ];
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

function unfilledTogether(blocks: readonly SheetBlock[], text: Text): TodoItem {
  const [first] = blocks;
  const cells = blocks.reduce((sum, { days }) => sum + days.length, 0);
  return {
    key: 'unfilled',
    mark: looks.unfilled,
    words: text.todo.unfilledOf(blocks.length, cells),
    act: text.todo.acts.unfilled,
    kind: 'cell',
    rowId: first?.assignmentId ?? null,
    day: first?.days[0] ?? null,
  };
}

function shortTogether(blocks: readonly SheetBlock[], text: Text): TodoItem {
  return {
    key: 'shortWithoutReason',
    mark: looks.shortWithoutReason,
    words: text.todo.shortOf(blocks.length),
    act: text.todo.acts.shortWithoutReason,
    kind: 'row',
    rowId: blocks[0]?.assignmentId ?? null,
    day: null,
    ...fieldOf('shortWithoutReason'),
  };
}

function fieldOf(code: SheetBlock['code']): { field?: EntryField } {
  const field = fields[code];
  return field ? { field } : {};
}

function unsignedTogether(
  blocks: readonly SheetBlock[],
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
    words: text.todo.notSignedOf(said.join(text.comma), Math.max(0, blocks.length - shown)),
    act: one ? text.todo.acts.notSigned : text.todo.signAll,
    kind: one ? 'row' : 'signAll',
    rowId: blocks[0]?.assignmentId ?? null,
    day: null,
    ...fieldOf('notSigned'),
  };
}
