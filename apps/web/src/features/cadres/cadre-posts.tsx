import { appointmentKindWords, postWords } from '@xuanpai/contracts/words';
import { useDay } from '../../lib/day.ts';
import { postStatus } from '../../lib/post-status.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import type { CadreDetail } from './queries.ts';

type Post = CadreDetail['assignments'][number];

/** The posts that the person has and had, newest first. */
export function CadrePosts({ posts }: { posts: Post[] }) {
  const text = useText().cadres;
  const { day } = useDay();
  if (posts.length === 0) return <p>{text.noPosts}</p>;
  const columns: Column<Post>[] = [
    {
      key: 'village',
      title: text.village,
      width: 150,
      phone: 'title',
      cell: (post) => (
        <Link to={linkTo.village(post.villageId)}>
          {post.townshipName} {post.villageName}
        </Link>
      ),
    },
    {
      key: 'post',
      title: text.post,
      width: 80,
      phone: 'note',
      cell: (post) => word(postWords[post.post]),
    },
    {
      key: 'kind',
      title: text.kind,
      width: 80,
      cell: (post) => word(appointmentKindWords[post.kind]),
    },
    { key: 'from', title: text.from, width: 92, phone: 'note', cell: (post) => post.startsOn },
    { key: 'to', title: text.to, width: 92, phone: 'note', cell: (post) => post.endsOn },
    { key: 'document', title: text.documentNumber, cell: (post) => post.documentNumber },
    {
      key: 'state',
      title: text.state,
      width: 90,
      phone: 'side',
      cell: (post) => <StateBadge state={postStatus(post, day)} quiet />,
    },
  ];
  return (
    <PlainTable label={text.posts} columns={columns} rows={posts} rowKey={(post) => post.id} />
  );
}
