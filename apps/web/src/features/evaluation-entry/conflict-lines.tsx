import type { Conflict } from '../../lib/saving/edits.ts';
import type { Saving } from '../../lib/saving/use-saver.ts';
import { useText } from '../../locales/use-text.ts';
import { Mark } from '../../ui/mark.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './evaluation-entry.module.css';

interface ConflictLinesProps {
  saving: Saving;
  /** A place in words. */
  nameOf: (place: string) => string;
}

/** Where somebody else wrote something else, or what can't be: place by place. */
export function ConflictLines({ saving, nameOf }: ConflictLinesProps) {
  const { conflicts } = saving.unsaved;
  if (conflicts.size === 0) return null;
  return (
    <ul className={styles.conflicts}>
      {[...conflicts].map(([place, conflict]) => (
        <ConflictLine key={place} {...{ place, conflict, saving, nameOf }} />
      ))}
    </ul>
  );
}

interface LineProps extends ConflictLinesProps {
  place: string;
  conflict: Conflict;
}

function ConflictLine({ place, conflict, saving, nameOf }: LineProps) {
  const text = useText().evaluationEntry;
  const { message, theirs, by, is } = conflict;
  const said = (value: typeof is) => (value === null ? text.conflict.empty : String(value));
  return (
    <li className={styles.conflict}>
      <Mark shape="cross" tone="red" />
      <span>{nameOf(place)}</span>
      {message === null ? (
        <span>
          {text.conflict.theirs(by ?? text.conflict.someone)}
          <b>{said(theirs)}</b>
          {text.comma}
          {text.conflict.mine}
          <b>{said(is)}</b>
        </span>
      ) : (
        <span>{message}</span>
      )}
      <TextButton onClick={() => saving.saver.settle([place], 'theirs')}>
        {message === null ? text.conflict.useTheirs : text.conflict.giveUp}
      </TextButton>
      {message === null && (
        <TextButton onClick={() => saving.saver.settle([place], 'mine')}>
          {text.conflict.keepMine}
        </TextButton>
      )}
    </li>
  );
}
