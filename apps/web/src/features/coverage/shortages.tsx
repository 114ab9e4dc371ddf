import type { Coverage } from '@xuanpai/contracts/coverage';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './coverage.module.css';

type Group = Coverage['people'][number];

/** People against places: only where they are short, and who was set aside there. */
export function Shortages({ people }: { people: readonly Group[] }) {
  const text = useText().coverage;
  const short = people.filter((group) => group.short > 0);
  const places = people.reduce((sum, group) => sum + group.places, 0);
  const placeable = people.reduce((sum, group) => sum + group.placeable, 0);
  return (
    <Section
      title={text.people}
      note={short.length === 0 ? text.peopleEnough(places) : text.peopleShort(places, placeable)}
    >
      {short.length > 0 && (
        <PlainTable
          label={text.people}
          rows={short}
          rowKey={({ townshipId }) => townshipId ?? 'district'}
          rowHeight={32}
          columns={[
            {
              key: 'name',
              title: text.where,
              width: 116,
              phone: 'title',
              cell: ({ name }) => name,
            },
            {
              key: 'places',
              title: text.places,
              width: 64,
              align: 'end',
              cell: ({ places }) => places,
            },
            {
              key: 'placeable',
              title: text.placeable,
              width: 64,
              align: 'end',
              cell: ({ placeable }) => placeable,
            },
            {
              key: 'short',
              title: text.lacking,
              width: 84,
              align: 'end',
              phone: 'side',
              cell: (group) => <StateBadge state="problem" word={text.lack(group.short)} />,
            },
            {
              key: 'setAside',
              title: text.setAside,
              phone: 'note',
              cell: ({ setAside }) => <Names nominees={setAside} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function Names({ nominees }: { nominees: Group['setAside'] }) {
  const separator = currentLanguage() === 'zh' ? '、' : ', ';
  return (
    <span className={styles.names}>
      {nominees.map(({ nominationId, name }, at) => (
        <span key={nominationId}>
          {at > 0 && separator}
          <Link to={linkTo.eligibility({ row: nominationId })}>{name}</Link>
        </span>
      ))}
    </span>
  );
}
