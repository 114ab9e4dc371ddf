import { presenceWords, type TrainingPerson } from '@xuanpai/contracts/trainings';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';

/** The list of a session on the telephone, to be read. */
export function PhoneList({ people }: { people: readonly TrainingPerson[] }) {
  const text = useText().trainings;
  return (
    <PlainTable
      label={text.people}
      rows={people}
      rowKey={({ cadreId }) => cadreId}
      columns={[
        { key: 'name', title: text.name, phone: 'title', cell: ({ name }) => name },
        {
          ...{ key: 'presence', title: text.state, phone: 'side' },
          cell: ({ presence }) =>
            presence && (
              <StateBadge
                state={presence === 'came' ? 'done' : 'behind'}
                word={word(presenceWords[presence])}
                quiet
              />
            ),
        },
        {
          ...{ key: 'village', title: text.village, phone: 'note' },
          cell: ({ townshipName, villageName, reason }) =>
            [[townshipName, villageName].filter(Boolean).join(' '), reason]
              .filter(Boolean)
              .join(' · '),
        },
      ]}
    />
  );
}
