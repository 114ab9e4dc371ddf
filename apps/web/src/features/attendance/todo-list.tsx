import { isEditable } from '@xuanpai/domain/attendance/acts';
import { memo, type ReactNode, type RefObject } from 'react';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Mark, type MarkShape, type Tone } from '../../ui/mark.tsx';
import type { GridHandle } from '../../ui/month-grid/grid-types.ts';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './attendance.module.css';
import { ComparedLines } from './compared-lines.tsx';
import type { EntryField } from './edits.ts';
import { SheetConflicts } from './sheet-conflicts.tsx';
import { type TodoItem, todoOf } from './todo.ts';
import type { OpenSheet } from './use-sheet.ts';

interface TodoListProps {
  open: OpenSheet;
  grid: RefObject<GridHandle | null>;
  onOpen: (rowId: string, field?: EntryField) => void;
  onNote: () => void;
  onSignAll: () => void;
}

/** What contradicts, then what is left before the month can be submitted: each a way to its cell. */
export const TodoList = memo(function TodoList(props: TodoListProps) {
  const { open, grid, onOpen, onNote, onSignAll } = props;
  const text = useText().attendance;
  const { sheet } = open;
  const items = todoOf(sheet, text);
  const { contradictions, remarks, rows } = sheet;
  const nameOf = (id: string) => rows.find((row) => row.assignmentId === id)?.cadreName ?? '';
  const toCell = (rowId: string, day: string) => grid.current?.focusCell(rowId, day);
  const compares = useCan('attendance.district') && !isEditable(sheet.status);
  const readsChecks = useCan('spotChecks.read');
  const { readOnly } = useDay();
  const writes = sheet.editable && !readOnly;
  const returned =
    sheet.status === 'returned'
      ? sheet.events.filter(({ act }) => act === 'return').at(-1)
      : undefined;
  const quiet = compares ? text.compared.title : text.todo.read;
  const title = items.length > 0 ? text.todo.title(items.length) : quiet;
  const nothing =
    !compares &&
    items.length + contradictions.length + remarks.length + open.unsaved.conflicts.size === 0;
  return (
    <section className={styles.todo} aria-label={title}>
      <h2 className={styles.footTitle}>{title}</h2>
      {nothing && <p className={styles.quiet}>{text.todo.none}</p>}
      <ul className={styles.todoLines}>
        <SheetConflicts open={open} onCell={toCell} />
        {sheet.correction && (
          <Line mark={['back', 'amber']}>
            {text.correction(sheet.correction.byName, sheet.correction.reason)}
          </Line>
        )}
        {returned?.reason && (
          <Line mark={['back', 'amber']}>
            {text.todo.returned(returned.byName, returned.reason)}
          </Line>
        )}
        {contradictions.map(({ assignmentId, day, kind, words, spotCheckId }) => (
          <Line
            key={`${assignmentId} ${day} ${kind}`}
            mark={['warn', 'amber']}
            act={text.todo.toCell}
            onAct={() => toCell(assignmentId, day)}
            more={
              spotCheckId !== null &&
              readsChecks && (
                <Link to={linkTo.spotChecks({ row: spotCheckId })}>{text.row.resolve}</Link>
              )
            }
          >
            {words[currentLanguage()]}
          </Line>
        ))}
        {remarks.map(({ assignmentId, day, reason }) => (
          <Line
            key={`${assignmentId} ${day}`}
            mark={['back', 'amber']}
            act={text.todo.toCell}
            onAct={() => (day === null ? onOpen(assignmentId) : toCell(assignmentId, day))}
          >
            {nameOf(assignmentId)}
            {day !== null && text.dayOf(Number(day.slice(5, 7)), Number(day.slice(8)))}
            {text.colon}
            {reason}
          </Line>
        ))}
        {compares && <ComparedLines open={open} onOpen={onOpen} />}
        {items.map((item) => (
          <Line
            key={item.key}
            mark={item.mark}
            act={writes || leads(item) ? item.act : ''}
            onAct={() => go(item)}
          >
            {item.words}
          </Line>
        ))}
      </ul>
    </section>
  );

  function go({ kind, rowId, day, field }: TodoItem) {
    if (kind === 'signAll') return onSignAll();
    if (rowId === null) return;
    if (kind === 'row') return onOpen(rowId, field);
    if (day !== null) toCell(rowId, day);
    if (kind === 'note') requestAnimationFrame(onNote);
  }
});

/** Whoever only reads can still go and look. */
function leads({ kind }: TodoItem): boolean {
  return kind === 'cell' || kind === 'row';
}

interface LineProps {
  mark: readonly [MarkShape, Tone];
  act?: string;
  onAct?: () => void;
  more?: ReactNode;
  children: ReactNode;
}

function Line({ mark, act, onAct, more, children }: LineProps) {
  return (
    <li className={styles.todoLine}>
      <Mark shape={mark[0]} tone={mark[1]} />
      <span className={styles.todoWords}>{children}</span>
      {act && <TextButton onClick={onAct}>{act}</TextButton>}
      {more}
    </li>
  );
}
