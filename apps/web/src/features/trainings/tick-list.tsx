import type { Presence, TrainingDetail, TrainingPerson } from '@xuanpai/contracts/trainings';
import { presenceWords } from '@xuanpai/contracts/trainings';
import { Checkbox, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { usePageKeys } from '../../lib/keys.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Icon } from '../../ui/icon.tsx';
import { Link } from '../../ui/link.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './trainings.module.css';
import type { Tick } from './use-ticks.ts';

interface TickListProps {
  training: TrainingDetail;
  /** Ticks on their way. */
  shown: ReadonlyMap<string, Tick>;
  /** Null: it is only read. */
  onTick: ((ticks: Tick[]) => void) | null;
  onRemove: (person: TrainingPerson) => void;
}

/** Who should come and who came: ↑ ↓ move, Enter ticks and goes on, Space ticks, X is absent, Del clears. */
export function TickList({ training, shown, onTick, onRemove }: TickListProps) {
  const text = useText().trainings;
  usePageKeys(
    onTick
      ? [
          { keys: '↑ ↓', does: text.keys.move },
          { keys: '␣', does: text.keys.tick },
          { keys: 'Enter', does: text.keys.tickOn },
          { keys: 'X', does: text.keys.absent },
          { keys: 'Del', does: text.keys.clear },
        ]
      : [],
  );
  const people = training.people.map((person): TrainingPerson => {
    const tick = shown.get(person.cadreId);
    return tick ? { ...person, presence: tick.is, reason: tick.reason ?? null } : person;
  });
  return (
    <div className={styles.scroll}>
      <table className={styles.ticks} aria-label={text.people}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {text.number}
            </th>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.unit}</th>
            <th scope="col">{text.village}</th>
            <th scope="col" className={styles.tick}>
              {word(presenceWords.came)}
            </th>
            <th scope="col" className={styles.tick}>
              {word(presenceWords.absent)}
            </th>
            <th scope="col">{text.reason}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, at) => (
            <TickRow
              key={person.cadreId}
              person={person}
              number={at + 1}
              onTick={onTick}
              onRemove={onTick && person.presence === null ? () => onRemove(person) : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TickRowProps {
  person: TrainingPerson;
  number: number;
  onTick: TickListProps['onTick'];
  onRemove: (() => void) | null;
}

function TickRow({ person, number, onTick, onRemove }: TickRowProps) {
  const text = useText().trainings;
  const { cadreId, name, presence, reason } = person;
  const set = (is: Presence | null) => onTick?.([{ cadreId, is }]);
  const toggle = (which: Presence) => set(presence === which ? null : which);
  function keys(event: KeyboardEvent<HTMLTableRowElement>) {
    if (!onTick || event.target !== event.currentTarget || event.ctrlKey || event.altKey) return;
    const row = event.currentTarget;
    switch (event.key) {
      case 'ArrowDown':
        focusRow(row.nextElementSibling);
        break;
      case 'ArrowUp':
        focusRow(row.previousElementSibling);
        break;
      case ' ':
        toggle('came');
        break;
      case 'Enter':
        if (presence !== 'came') set('came');
        focusRow(row.nextElementSibling);
        break;
      case 'x':
      case 'X':
        toggle('absent');
        break;
      case 'Delete':
      case 'Backspace':
        set(null);
        break;
      default:
        return;
    }
    event.preventDefault();
  }
  return (
    <tr
      tabIndex={onTick ? (number === 1 ? 0 : -1) : undefined}
      data-presence={presence ?? 'open'}
      aria-label={name}
      onKeyDown={keys}
    >
      <td className={styles.number}>{number}</td>
      <td>
        <Link to={linkTo.cadre(cadreId)} tabIndex={-1}>
          {name}
        </Link>
      </td>
      <td>{person.unitName}</td>
      <td>
        {person.townshipName} {person.villageName}
      </td>
      {(['came', 'absent'] as const).map((which) => (
        <td key={which} className={styles.tick}>
          {onTick ? (
            <Checkbox
              checked={presence === which}
              aria-label={`${name} ${word(presenceWords[which])}`}
              tabIndex={-1}
              onChange={() => toggle(which)}
            />
          ) : (
            presence === which && (
              <StateBadge
                state={which === 'came' ? 'done' : 'behind'}
                word={word(presenceWords[which])}
                quiet
              />
            )
          )}
        </td>
      ))}
      <td className={styles.reason}>
        {presence === 'absent' && onTick ? (
          <Input
            key={reason}
            size="small"
            defaultValue={reason ?? ''}
            maxLength={200}
            placeholder={text.reasonHint}
            aria-label={`${name} ${text.reason}`}
            onBlur={({ target }) => {
              if (target.value.trim() !== (reason ?? '')) {
                onTick([{ cadreId, is: 'absent', reason: target.value }]);
              }
            }}
            onPressEnter={({ currentTarget }) => currentTarget.blur()}
          />
        ) : (
          reason
        )}
        {onRemove && (
          <button
            type="button"
            className={styles.remove}
            aria-label={text.removeOne(name)}
            tabIndex={-1}
            onClick={onRemove}
          >
            <Icon name="close" size={14} />
          </button>
        )}
      </td>
    </tr>
  );
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus();
}
