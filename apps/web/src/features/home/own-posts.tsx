import { useQuery } from '@tanstack/react-query';
import type { Assignment } from '@xuanpai/contracts/assignments';
import type { Batch } from '@xuanpai/contracts/batches';
import { postWords } from '@xuanpai/contracts/words';
import { useDay } from '../../lib/day.ts';
import { useReachName } from '../../lib/reach.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo, paths } from '../../paths.ts';
import { HeldState } from '../../ui/held-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { ownPostsQuery } from './queries.ts';

/** Posts held today in the own township, or by the own unit's people; before the term those to come. */
export function OwnPosts({ batch }: { batch: Batch }) {
  const text = useText().home;
  const { day } = useDay();
  const title = text.postsOf(useReachName('assignments.read', 'assignments'));
  const { data } = useQuery(ownPostsQuery(batch, day));
  if (!data || data.total === 0) return null;
  return (
    <Section
      title={title}
      note={text.people(data.total)}
      extra={<Link to={paths.assignments}>{text.seeAll}</Link>}
    >
      <PlainTable<Assignment>
        headless
        label={title}
        rows={data.items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'village',
            title: text.village,
            phone: 'note',
            cell: ({ villageName }) => villageName,
          },
          {
            key: 'post',
            title: text.post,
            width: 88,
            phone: 'note',
            cell: ({ post }) => word(postWords[post]),
          },
          {
            key: 'name',
            title: text.name,
            width: 84,
            phone: 'title',
            cell: ({ id, cadreName }) => (
              <Link to={linkTo.assignments({ row: id })}>{cadreName}</Link>
            ),
          },
          {
            key: 'state',
            title: text.state,
            width: 100,
            phone: 'side',
            cell: (assignment) => <HeldState assignment={assignment} />,
          },
        ]}
      />
    </Section>
  );
}
