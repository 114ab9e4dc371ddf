import { useQuery } from '@tanstack/react-query';
import type { Nomination } from '@xuanpai/contracts/nominations';
import { categoryWords } from '@xuanpai/contracts/words';
import { judgementStates } from '../../lib/judgement-states.ts';
import { useReachName } from '../../lib/reach.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo, paths } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { ownNomineesQuery } from './queries.ts';

/** The own township's or unit's nominees, those to deal with first. */
export function OwnNominees({ batchId }: { batchId: string }) {
  const text = useText().home;
  const title = text.nomineesOf(useReachName('nominations.read', 'nominations'));
  const { data } = useQuery(ownNomineesQuery(batchId));
  if (!data || data.total === 0) return null;
  return (
    <Section
      title={title}
      note={text.people(data.total)}
      extra={<Link to={paths.eligibility}>{text.seeAll}</Link>}
    >
      <PlainTable<Nomination>
        headless
        label={title}
        rows={data.items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: text.name,
            width: 90,
            phone: 'title',
            cell: ({ id, name }) => <Link to={linkTo.eligibility({ row: id })}>{name}</Link>,
          },
          {
            key: 'category',
            title: text.category,
            phone: 'note',
            cell: ({ category }) => word(categoryWords[category]),
          },
          {
            key: 'judgement',
            title: text.judgement,
            width: 110,
            phone: 'side',
            cell: ({ judgement }) => <StateBadge state={judgementStates[judgement]} quiet />,
          },
        ]}
      />
    </Section>
  );
}
