import { Fragment } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Mark } from '../../ui/mark.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './attendance.module.css';
import { type Conflict, keyOf } from './edits.ts';
import { cellInWords } from './mark-words.ts';
import type { OpenSheet } from './use-sheet.ts';

interface ConflictLinesProps {
  open: OpenSheet;
  onCell: (rowId: string, day: string) => void;
}

/** So many are said one by one; more than these can be decided together. */
const most = 4;

/** Where somebody else wrote something else, place by place: theirs beside mine. */
export function ConflictLines({ open, onCell }: ConflictLinesProps) {
  const all = [...open.unsaved.conflicts.values()];
  const changed = all.filter(({ message }) => message === null);
  const refused = all.filter(({ message }) => message !== null);
  return [changed, refused].map((conflicts, at) => (
    <Fragment key={at === 0 ? 'changed' : 'refused'}>
      {conflicts.length > most && <Together {...{ open, conflicts }} />}
      {conflicts.slice(0, most).map((conflict) => (
        <ConflictLine key={keyOf(conflict.edit)} {...{ open, onCell, conflict }} />
      ))}
    </Fragment>
  ));
}

/** All of a kind decided at once. */
function Together({ open, conflicts }: { open: OpenSheet; conflicts: readonly Conflict[] }) {
  const text = useText().attendance.todo;
  const keys = conflicts.map(({ edit }) => keyOf(edit));
  const refused = conflicts[0]?.message !== null;
  return (
    <li className={styles.conflict}>
      <Mark shape="cross" tone="red" />
      <span className={styles.todoWords}>
        {refused ? text.allRefused(keys.length) : text.allChanged(keys.length)}
      </span>
      <TextButton onClick={() => open.saver.settle(keys, 'theirs')}>
        {refused ? text.giveUpAll : text.useAllTheirs}
      </TextButton>
      {!refused && (
        <TextButton onClick={() => open.saver.settle(keys, 'mine')}>{text.keepAllMine}</TextButton>
      )}
    </li>
  );
}

function ConflictLine({
  open: { sheet, saver },
  onCell,
  conflict,
}: ConflictLinesProps & { conflict: Conflict }) {
  const text = useText().attendance;
  const { edit, by, at, message } = conflict;
  const key = keyOf(edit);
  const row = sheet.rows.find(({ assignmentId }) => assignmentId === edit.assignmentId);
  const where = edit.day && text.dayOf(Number(edit.day.slice(5, 7)), Number(edit.day.slice(8)));
  return (
    <li className={styles.conflict}>
      <Mark shape="cross" tone="red" />
      <span className={styles.todoWords}>
        {message === null ? (
          <>
            {row?.cadreName}
            {where ?? ''} {fieldWords(conflict)} {text.todo.theirs(by ?? text.todo.someone)}
            <b>{said(conflict, conflict.theirs)}</b>
            {at && <span className={styles.quiet}> {formatInstant(at)}</span>}
            {text.listComma}
            {text.todo.mine}
            <b>{said(conflict, edit.is)}</b>
          </>
        ) : (
          `${text.todo.refused}${text.colon}${message}`
        )}
      </span>
      {edit.day && (
        <TextButton onClick={() => onCell(edit.assignmentId, edit.day ?? '')}>
          {text.todo.toCell}
        </TextButton>
      )}
      <TextButton onClick={() => saver.settle([key], 'theirs')}>
        {message === null ? text.todo.useTheirs : text.todo.giveUp}
      </TextButton>
      {message === null && (
        <TextButton onClick={() => saver.settle([key], 'mine')}>{text.todo.keepMine}</TextButton>
      )}
    </li>
  );

  function fieldWords({ edit: { field } }: Conflict): string {
    return field === 'cell' ? '' : text.fields[field];
  }

  function said({ edit: { field } }: Conflict, value: string | null): string {
    if (field === 'cell') return cellInWords(value, text.cell);
    return value ?? text.cell.unfilled;
  }
}
