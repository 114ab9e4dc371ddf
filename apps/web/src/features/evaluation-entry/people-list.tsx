import type { PersonRow } from '@xuanpai/contracts/evaluation-people';
import { staffingTypeWords } from '@xuanpai/contracts/words';
import { useEffect, useRef } from 'react';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import styles from './evaluation-entry.module.css';
import { PartMark } from './part-mark.tsx';

interface PeopleListProps {
  people: readonly PersonRow[];
  current: string | null;
  /** The round has visits and ballots. */
  visits: boolean;
  onOpen: (id: string) => void;
}

const facts = ['results', 'grade'] as const;

/** Own people by village, with how far each part is. */
export function PeopleList({ people, current, visits, onOpen }: PeopleListProps) {
  const text = useText().evaluationEntry;
  const parts = visits ? (['visit', 'ballots', ...facts] as const) : facts;
  const row = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is another one when somebody else is current
  useEffect(() => {
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className={styles.list}>
      <table className={styles.people}>
        <caption className="visually-hidden">{text.listLabel}</caption>
        <colgroup>
          <col />
          <col style={{ width: 60 }} />
          <col style={{ width: 38 }} />
          {parts.map((part) => (
            <col key={part} style={{ width: 40 }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={styles.headCell}>
              {text.village}
            </th>
            <th scope="col" className={styles.headCell}>
              {text.name}
            </th>
            <th scope="col" className={styles.headCell}>
              {text.staffing}
            </th>
            {parts.map((part) => (
              <th key={part} scope="col" className={`${styles.headCell} ${styles.markCell}`}>
                {text[part]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, at) => {
            const isCurrent = person.id === current;
            const again = people[at - 1]?.villageId === person.villageId;
            return (
              <tr
                key={person.id}
                ref={isCurrent ? row : null}
                data-current={isCurrent}
                onClick={() => onOpen(person.id)}
              >
                <td className={again ? styles.again : undefined} title={person.villageName}>
                  {person.villageName}
                </td>
                <td>
                  <button
                    type="button"
                    className={styles.person}
                    aria-current={isCurrent ? 'true' : undefined}
                  >
                    {person.cadreName}
                  </button>
                </td>
                <td>{word(staffingTypeWords[person.staffingType])}</td>
                {parts.map((part) => (
                  <td key={part} className={styles.markCell}>
                    <PartMark state={person.parts?.marks[part] ?? 'none'} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
