import { Fragment } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { asText, type Conflict } from '../../lib/saving/edits.ts';
import { useText } from '../../locales/use-text.ts';
import { Mark } from '../../ui/mark.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './attendance.module.css';
import { placeOf } from './edits.ts';
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
  const all = [...open.unsaved.conflicts];
  const changed = all.filter(([, { message }]) => message === null);
  const refused = all.filter(([, { message }]) => message !== null);
  return [changed, refused].map((conflicts, at) => (
    <Fragment key={at === 0 ? 'changed' : 'refused'}>
      {conflicts.length > most && <Together {...{ open, conflicts }} />}
      {conflicts.slice(0, most).map(([name, conflict]) => (
        <ConflictLine key={name} {...{ open, onCell, name, conflict }} />
      ))}
    </Fragment>
  ));
}

interface TogetherProps {
  open: OpenSheet;
  conflicts: readonly [string, Conflict][];
}

/** All of a kind decided at once. */
function Together({ open, conflicts }: TogetherProps) {
  const text = useText().attendance.todo;
  const names = conflicts.map(([name]) => name);
  const refused = conflicts[0]?.[1].message !== null;
  return (
    <li className={styles.conflict}>
      <Mark shape="cross" tone="red" />
      <span className={styles.todoWords}>
        {refused ? text.allRefused(names.length) : text.allChanged(names.length)}
      </span>
      <TextButton onClick={() => open.saver.settle(names, 'theirs')}>
        {refused ? text.giveUpAll : text.useAllTheirs}
      </TextButton>
      {!refused && (
        <TextButton onClick={() => open.saver.settle(names, 'mine')}>{text.keepAllMine}</TextButton>
      )}
    </li>
  );
}

interface LineProps extends ConflictLinesProps {
  name: string;
  conflict: Conflict;
}

function ConflictLine({ open: { sheet, saver }, onCell, name, conflict }: LineProps) {
  const text = useText().attendance;
  const { theirs, is, by, at, message } = conflict;
  const { assignmentId, field, day } = placeOf(name);
  const row = sheet.rows.find((one) => one.assignmentId === assignmentId);
  const where = day && text.dayOf(Number(day.slice(5, 7)), Number(day.slice(8)));
  return (
    <li className={styles.conflict}>
      <Mark shape="cross" tone="red" />
      <span className={styles.todoWords}>
        {message === null ? (
          <>
            {row?.cadreName}
            {where ?? ''} {field === 'cell' ? '' : text.fields[field]}{' '}
            {text.todo.theirs(by ?? text.todo.someone)}
            <b>{said(asText(theirs))}</b>
            {at && <span className={styles.quiet}> {formatInstant(at)}</span>}
            {text.listComma}
            {text.todo.mine}
            <b>{said(asText(is))}</b>
          </>
        ) : (
          `${text.todo.refused}${text.colon}${message}`
        )}
      </span>
      {day && <TextButton onClick={() => onCell(assignmentId, day)}>{text.todo.toCell}</TextButton>}
      <TextButton onClick={() => saver.settle([name], 'theirs')}>
        {message === null ? text.todo.useTheirs : text.todo.giveUp}
      </TextButton>
      {message === null && (
        <TextButton onClick={() => saver.settle([name], 'mine')}>{text.todo.keepMine}</TextButton>
      )}
    </li>
  );

  function said(value: string | null): string {
    if (field === 'cell') return cellInWords(value, text.cell);
    return value ?? text.cell.unfilled;
  }
}
