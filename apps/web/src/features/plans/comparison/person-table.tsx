import type { Comparison } from '@xuanpai/contracts/plan-variants';
import { postWords } from '@xuanpai/contracts/words';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Empty } from '../../../ui/table-states.tsx';
import styles from './comparison.module.css';
import { partsText } from './part-words.ts';

type Person = Comparison['people'][number];

/** Who sits elsewhere: from where, to where, and which points that changes. */
export function PersonTable({ found: { people } }: { found: Comparison }) {
  const text = useText().whatIf;
  if (people.length === 0) return <Empty title={text.noRows} />;
  const seat = (place: Person['from']) =>
    place === null ? text.notPlaced : text.seat(place.village, word(postWords[place.post]));
  return (
    <PlainTable
      label={text.view.people}
      rows={people}
      rowKey={({ cadreId }) => cadreId}
      columns={[
        { key: 'name', title: text.person, width: 72, phone: 'title', cell: ({ name }) => name },
        {
          key: 'unit',
          title: text.unit,
          width: 150,
          phone: 'side',
          cell: ({ unitName }) => <span className={styles.quiet}>{unitName}</span>,
        },
        { key: 'from', title: text.from1, phone: 'note', cell: ({ from }) => seat(from) },
        {
          key: 'to',
          title: text.to1,
          phone: 'note',
          cell: ({ to }) => <span className={styles.other}>{seat(to)}</span>,
        },
        {
          key: 'parts',
          title: text.parts,
          cell: ({ parts }) => <span className={styles.quiet}>{partsText(parts)}</span>,
        },
      ]}
    />
  );
}
