import type { RefObject } from 'react';
import { useCallback, useMemo } from 'react';
import { useDay } from '../../lib/day.ts';
import { usePageKeys } from '../../lib/keys.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import type { GridChange, GridHandle, GridSelection } from '../../ui/month-grid/grid-types.ts';
import { MonthGrid } from '../../ui/month-grid/month-grid.tsx';
import { editsOf } from './edits.ts';
import { keyToCell, parseCell, signOfCell } from './mark-words.ts';
import { type Said, saidOf } from './row-flags.ts';
import { useColumns } from './use-columns.tsx';
import { useRows } from './use-rows.ts';
import type { OpenSheet } from './use-sheet.ts';

interface SheetGridProps {
  open: OpenSheet;
  grid: RefObject<GridHandle | null>;
  onSelect: (selection: GridSelection | null) => void;
  onOpen: (rowId: string) => void;
  onNote: () => void;
  /** Said about cells instead of what contradicts them now: an edition's differences. */
  said?: readonly Said[];
}

/** The month as a spreadsheet: what is typed in it is saved. */
export function SheetGrid(props: SheetGridProps) {
  const { open, grid, onSelect, onOpen, onNote } = props;
  const { sheet, edits, unsaved, saver } = open;
  const { attendance: text } = useText();
  const { readOnly } = useDay();
  const columns = useColumns(sheet);
  const { contradictions, remarks } = sheet;
  const ofNow = useMemo(
    () => saidOf({ contradictions, remarks }, text.cell.remark),
    [contradictions, remarks, text],
  );
  const rows = useRows(sheet, edits, unsaved.conflicts, props.said ?? ofNow);
  const onChange = useCallback(
    (changes: GridChange[]) =>
      saver.edit(
        editsOf(
          changes.map(({ rowId, column, was, is }) => ({
            ...{ assignmentId: rowId, field: 'cell', day: column, was, is },
          })),
        ),
      ),
    [saver],
  );
  const words = useMemo(
    () => ({
      hint: text.grid.hint,
      closed: text.cell.closed,
      noted: text.cell.noted,
      editor: text.cell.editor,
      unreadable: text.cell.unreadable,
    }),
    [text],
  );
  usePageKeys([
    { keys: '↑ ↓ ← →', does: text.keys.move },
    { keys: 'Shift', does: text.keys.choose },
    { keys: 'Shift+Space', does: text.keys.row },
    { keys: 'V J P …', does: text.keys.mark },
    { keys: 'F2', does: text.keys.edit },
    { keys: 'Shift+F2', does: text.keys.note },
    { keys: 'Del', does: text.keys.clear },
    { keys: 'Ctrl+R', does: text.keys.fillRight },
    { keys: 'Ctrl+D', does: text.keys.fillDown },
    { keys: 'Ctrl+C Ctrl+V', does: text.keys.copy },
    { keys: 'Ctrl+Z Ctrl+Y', does: text.keys.undo },
    { keys: 'Esc Tab', does: text.keys.leave },
    { keys: 'Enter', does: text.keys.open },
  ]);
  return (
    <MonthGrid
      ref={grid}
      label={text.sheetOf(sheet.township.name, monthWords(sheet.month, text))}
      leftColumns={columns.left}
      days={columns.days}
      rightColumns={columns.right}
      rows={rows}
      words={words}
      keyToValue={keyToCell}
      parse={parseCell}
      format={signOfCell}
      readOnly={!sheet.editable || readOnly}
      onChange={onChange}
      onSelect={onSelect}
      onOpen={onOpen}
      onNote={onNote}
      onUnreadable={(texts) => showDone(text.grid.unread(texts.slice(0, 5).join('、')))}
    />
  );
}

/** 2016年6月. */
export function monthWords(
  month: string,
  text: { month: (year: number, month: number) => string },
): string {
  return text.month(Number(month.slice(0, 4)), Number(month.slice(5)));
}
