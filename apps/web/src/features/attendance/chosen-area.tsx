import type { AttendanceMonth } from '@xuanpai/contracts/attendance';
import { Input, type InputRef } from 'antd';
import type { RefObject } from 'react';
import { memo, useCallback, useDeferredValue, useEffect, useState } from 'react';
import { useDay } from '../../lib/day.ts';
import type { Store } from '../../lib/store.ts';
import { useStore } from '../../lib/store.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { GridHandle, GridSelection } from '../../ui/month-grid/grid-types.ts';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './attendance.module.css';
import { editsOf, shownValue } from './edits.ts';
import { FillMenu } from './fill-menu.tsx';
import { Legend } from './legend.tsx';
import { cellInWords, hasMark } from './mark-words.ts';
import type { OpenSheet } from './use-sheet.ts';

interface ChosenAreaProps {
  open: OpenSheet;
  selection: Store<GridSelection | null>;
  grid: RefObject<GridHandle | null>;
  note: RefObject<InputRef | null>;
  onOpen: (rowId: string) => void;
  /** The planner's: to confirm an absence, and to point at a cell when returning the sheet. */
  onAbsence?: ((rowId: string, day: string) => void) | undefined;
  onRemark?: ((rowId: string, day: string) => void) | undefined;
  remarked: number;
  mayFill: boolean;
}

/**
 * About what is chosen: the signs to write, the note of the cell, and what else can be done there.
 * The grid is painted first, then this.
 */
export const ChosenArea = memo(function ChosenArea(props: ChosenAreaProps) {
  return <Chosen {...props} chosen={useDeferredValue(useStore(props.selection))} />;
});

interface ChosenProps extends ChosenAreaProps {
  chosen: GridSelection | null;
}

const Chosen = memo(function Chosen({ chosen: selection, ...props }: ChosenProps) {
  const { open, grid } = props;
  const text = useText().attendance.chosen;
  const { readOnly } = useDay();
  const { sheet } = open;
  const editable = sheet.editable && !readOnly;
  const title = useTitle(sheet, selection);
  const row = sheet.rows.find(({ assignmentId }) => assignmentId === selection?.rowId);
  const isCell = row !== undefined && sheet.days.some(({ day }) => day === selection?.column);
  const inPost =
    isCell &&
    selection !== null &&
    selection.column >= row.firstDay &&
    selection.column <= row.lastDay;
  const write = useCallback((mark: string | null) => grid.current?.write(mark), [grid]);
  const value = inPost ? shownValue(row, 'cell', selection.column, open.edits) : null;
  return (
    <section className={styles.chosen} aria-label={text.legend}>
      <h2 className={styles.footTitle}>
        {title}
        <span className={styles.footNote}>{editable ? sizeWords() : text.readOnly}</span>
      </h2>
      <Legend onWrite={editable ? write : undefined} />
      <div className={styles.chosenActs}>
        {inPost && (
          <NoteField
            {...props}
            rowId={selection.rowId}
            day={selection.column}
            editable={editable}
          />
        )}
        {props.mayFill && <FillMenu {...{ open, grid }} selection={props.selection} />}
        {row && <TextButton onClick={() => props.onOpen(row.assignmentId)}>{text.row}</TextButton>}
        {inPost && props.onAbsence && hasMark(value, 'unaccounted') && (
          <TextButton onClick={() => props.onAbsence?.(selection.rowId, selection.column)}>
            {text.absence}
          </TextButton>
        )}
        {inPost && props.onRemark && (
          <TextButton onClick={() => props.onRemark?.(selection.rowId, selection.column)}>
            {text.remark}
          </TextButton>
        )}
        {props.remarked > 0 && (
          <span className={styles.quiet}>{text.remarked(props.remarked)}</span>
        )}
      </div>
    </section>
  );

  function sizeWords() {
    const { rowIds = [], columns = [] } = selection ?? {};
    if (rowIds.length * columns.length > 1) return text.size(rowIds.length, columns.length);
    return text.one;
  }
});

function useTitle(sheet: AttendanceMonth, selection: GridSelection | null): string {
  const text = useText().attendance;
  if (selection === null || selection.columns.length === 0) return text.chosen.none;
  return text.chosen.title(peopleOf(sheet, selection, text), daysOf(selection.columns, text));
}

function peopleOf({ rows }: AttendanceMonth, { rowIds }: GridSelection, text: Text): string {
  const names = rowIds
    .slice(0, 3)
    .map((id) => rows.find(({ assignmentId }) => assignmentId === id)?.cadreName ?? '');
  const said = names.join(text.comma);
  return rowIds.length > 3 ? text.chosen.people(said, rowIds.length) : said;
}

type Text = Dictionary['attendance'];

function daysOf(columns: readonly string[], text: Text): string {
  const [first = '', last = ''] = [columns[0], columns.at(-1)];
  const [from, to] = [Number(first.slice(8)), Number(last.slice(8))];
  return columns.length === 1 ? text.chosen.day(from) : text.chosen.days(from, to);
}

interface NoteFieldProps extends ChosenAreaProps {
  rowId: string;
  day: string;
  editable: boolean;
}

/** The note of the cell that has the focus; Enter keeps it and goes back to the cell. */
function NoteField({ open, note, grid, rowId, day, editable }: NoteFieldProps) {
  const text = useText().attendance;
  const row = open.sheet.rows.find(({ assignmentId }) => assignmentId === rowId);
  const kept = row ? shownValue(row, 'note', day, open.edits) : null;
  const [typed, setTyped] = useState(kept ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell has another note
  useEffect(() => setTyped(kept ?? ''), [kept, rowId, day]);
  if (!row || (!editable && kept === null)) return null;
  const said = cellInWords(shownValue(row, 'cell', day, open.edits), text.cell);
  if (!editable) return <span className={styles.noteText}>{text.cell.note(kept ?? '')}</span>;
  return (
    <Input
      ref={note}
      size="small"
      className={styles.noteField ?? ''}
      aria-label={text.chosen.noteOf(
        row.cadreName,
        `${text.dayOf(Number(day.slice(5, 7)), Number(day.slice(8)))}${said}`,
      )}
      placeholder={text.chosen.notePlaceholder}
      maxLength={200}
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') setTyped(kept ?? '');
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        grid.current?.focusCell(rowId, day);
      }}
    />
  );

  function keep() {
    const is = typed.trim() === '' ? null : typed.trim();
    if (is === kept) return;
    open.saver.edit(editsOf([{ assignmentId: rowId, field: 'note', day, was: kept, is }]));
  }
}
