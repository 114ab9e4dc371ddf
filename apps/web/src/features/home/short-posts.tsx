import type { Coverage } from '@xuanpai/contracts/coverage';
import { Can } from '../../lib/can.tsx';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './home.module.css';

type Group = Coverage['people'][number];

/** Where people are fewer than places, and who was set aside there. */
export function ShortPosts({ coverage }: { coverage: Coverage }) {
  const text = useText().home;
  const short = coverage.people.filter((group) => group.short > 0);
  if (short.length === 0) return null;
  const total = short.reduce((sum, group) => sum + group.short, 0);
  return (
    <Section title={text.shortPosts(total)}>
      <PlainTable
        headless
        label={text.shortPosts(total)}
        rows={short}
        rowKey={({ tier, townshipId }) => `${tier}.${townshipId}`}
        rowHeight={28}
        columns={[
          {
            key: 'where',
            title: text.where,
            width: 136,
            phone: 'title',
            cell: (group) => text.group(group.name, villagesOf(group), group.places),
          },
          {
            key: 'short',
            title: text.short,
            width: 48,
            phone: 'side',
            cell: (group) => <span className={styles.short}>{text.lack(group.short)}</span>,
          },
          {
            key: 'setAside',
            title: text.setAside,
            phone: 'note',
            cell: ({ setAside }) => <Names people={setAside} />,
          },
        ]}
      />
    </Section>
  );

  function villagesOf({ tier, townshipId }: Group): number {
    if (townshipId === null) return coverage.byTier[tier];
    return coverage.byTownship.find((one) => one.townshipId === townshipId)?.byTier[tier] ?? 0;
  }
}

function Names({ people }: { people: Group['setAside'] }) {
  const separator = currentLanguage() === 'zh' ? '、' : ', ';
  return (
    <span className={styles.names}>
      {people.map(({ nominationId, name }, at) => (
        <span key={nominationId}>
          {at > 0 && separator}
          <Can permission="nominations.read" otherwise={name}>
            <Link to={linkTo.eligibility({ row: nominationId })}>{name}</Link>
          </Can>
        </span>
      ))}
    </span>
  );
}
