import { type Occasion, occasionKindWords } from '@xuanpai/contracts/calendar';
import { tierWords } from '@xuanpai/contracts/words';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { TextButton } from '../../ui/text-button.tsx';

interface OccasionListProps {
  occasions: readonly Occasion[];
  onEdit: (id: string) => void;
}

/** What cadres are called to, the earliest first. */
export function OccasionList({ occasions, onEdit }: OccasionListProps) {
  const text = useText().calendar;
  const { readOnly } = useDay();
  const mayWrite = useCan('calendar.write') && !readOnly;
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
          cell: ({ tier }) => (tier === null ? text.everybody : word(tierWords[tier])),
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

  function daysOf({ startsOn, endsOn }: Occasion) {
    return startsOn === endsOn ? startsOn : text.span(startsOn, endsOn);
  }
}
