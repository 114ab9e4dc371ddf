import { type Occasion, occasionKindWords } from '@xuanpai/contracts/calendar';
import { tierWords } from '@xuanpai/contracts/words';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './calendar.module.css';

interface OccasionListProps {
  occasions: readonly Occasion[];
  onEdit: (id: string) => void;
  /** In a panel: a line each. */
  narrow?: boolean;
}

/** What cadres are called to, the earliest first. */
export function OccasionList({ occasions, onEdit, narrow = false }: OccasionListProps) {
  const text = useText().calendar;
  const { readOnly } = useDay();
  const mayWrite = useCan('calendar.write') && !readOnly;
  if (narrow) {
    return (
      <ul className={styles.lines}>
        {occasions.map((one) => (
          <li key={one.id}>
            <strong>{one.title}</strong>{' '}
            {mayWrite && <TextButton onClick={() => onEdit(one.id)}>{text.edit}</TextButton>}
            <br />
            {[daysOf(one), word(occasionKindWords[one.kind]), whoOf(one), one.documentNumber]
              .filter(Boolean)
              .join(text.comma)}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <PlainTable
      label={text.occasions}
      rows={occasions}
      rowKey={({ id }) => id}
      columns={[
        { key: 'days', title: text.days, width: 164, phone: 'note', cell: daysOf },
        {
          key: 'kind',
          title: text.what,
          width: 56,
          phone: 'side',
          cell: ({ kind }) => word(occasionKindWords[kind]),
        },
        { key: 'title', title: text.title, phone: 'title', cell: (row) => row.title },
        {
          key: 'who',
          title: text.who,
          width: 84,
          phone: 'note',
          cell: whoOf,
        },
        ...(mayWrite
          ? [
              {
                key: 'edit',
                title: text.edit,
                untitled: true,
                width: 48,
                cell: ({ id }: Occasion) => (
                  <TextButton onClick={() => onEdit(id)}>{text.edit}</TextButton>
                ),
              },
            ]
          : []),
      ]}
    />
  );

  function whoOf({ tier }: Occasion) {
    return tier === null ? text.everybody : word(tierWords[tier]);
  }

  function daysOf({ startsOn, endsOn }: Occasion) {
    return startsOn === endsOn ? startsOn : text.span(startsOn, endsOn);
  }
}
