import { Fragment } from 'react';
import { formatInstant } from '../lib/format.ts';
import type { Conflict, Value } from '../lib/saving/edits.ts';
import type { Saving } from '../lib/saving/use-saver.ts';
import { useText } from '../locales/use-text.ts';
import styles from './conflict-lines.module.css';
import { Mark } from './mark.tsx';
import { TextButton } from './text-button.tsx';

/** A place on a page that is saved as it is typed. */
export interface PlaceInWords {
  /** Empty where the refusal names the place itself. */
  where: string;
  /** What stands in it. */
  said: (value: Value) => string;
  /** The way to it, where there is one. */
  way?: { act: string; go: () => void } | undefined;
}

interface ConflictLinesProps {
  saving: Saving;
  inWords: (place: string, conflict: Conflict) => PlaceInWords;
}

/** So many are said one by one; more than these can be decided together. */
const most = 4;

/** Where somebody else wrote something else, or what can't be: lines of a list, place by place. */
export function ConflictLines({ saving, inWords }: ConflictLinesProps) {
  const all = [...saving.unsaved.conflicts];
  const changed = all.filter(([, { message }]) => message === null);
  const refused = all.filter(([, { message }]) => message !== null);
  return [changed, refused].map((conflicts, at) => (
    <Fragment key={at === 0 ? 'changed' : 'refused'}>
      {conflicts.length > most && <Together {...{ saving, conflicts }} />}
      {conflicts.slice(0, most).map(([place, conflict]) => (
        <ConflictLine
          key={place}
          {...{ saving, place, conflict, words: inWords(place, conflict) }}
        />
      ))}
    </Fragment>
  ));
}

interface TogetherProps {
  saving: Saving;
  conflicts: readonly [string, Conflict][];
}

/** All of a kind decided at once. */
function Together({ saving: { saver }, conflicts }: TogetherProps) {
  const text = useText().ui.conflict;
  const places = conflicts.map(([place]) => place);
  const refused = conflicts[0]?.[1].message !== null;
  return (
    <li className={styles.line}>
      <Mark shape="cross" tone="red" />
      <span className={styles.words}>
        {refused ? text.allRefused(places.length) : text.allChanged(places.length)}
      </span>
      <TextButton onClick={() => saver.settle(places, 'theirs')}>
        {refused ? text.giveUpAll : text.useAllTheirs}
      </TextButton>
      {!refused && (
        <TextButton onClick={() => saver.settle(places, 'mine')}>{text.keepAllMine}</TextButton>
      )}
    </li>
  );
}

interface LineProps {
  saving: Saving;
  place: string;
  conflict: Conflict;
  words: PlaceInWords;
}

function ConflictLine({ saving: { saver }, place, conflict, words }: LineProps) {
  const text = useText().ui.conflict;
  const { theirs, is, by, at, message } = conflict;
  const { where, said, way } = words;
  return (
    <li className={styles.line}>
      <Mark shape="cross" tone="red" />
      <span className={styles.words}>
        {where}{' '}
        {message === null ? (
          <>
            {text.theirs(by ?? text.someone)}
            <b>{said(theirs)}</b>
            {at && <span className={styles.instant}> {formatInstant(at)}</span>}
            {text.mine}
            <b>{said(is)}</b>
          </>
        ) : (
          text.refused(message)
        )}
      </span>
      {way && <TextButton onClick={way.go}>{way.act}</TextButton>}
      <TextButton onClick={() => saver.settle([place], 'theirs')}>
        {message === null ? text.useTheirs : text.giveUp}
      </TextButton>
      {message === null && (
        <TextButton onClick={() => saver.settle([place], 'mine')}>{text.keepMine}</TextButton>
      )}
    </li>
  );
}
