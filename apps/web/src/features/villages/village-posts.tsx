import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getVillage } from '@xuanpai/contracts/villages';
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

type Post = ReplyOf<typeof getVillage>['assignments'][number];

/** Who is and was posted in the village, newest first. */
export function VillagePosts({ posts, brief = false }: { posts: Post[]; brief?: boolean }) {
  const text = useText().villages;
  const { day } = useDay();
  if (posts.length === 0) return <p>{text.noPosts}</p>;
  const columns: Column<Post>[] = [
    {
      key: 'name',
      title: text.person,
      width: 80,
      phone: 'title',
      cell: (post) => <Link to={linkTo.cadre(post.cadreId)}>{post.cadreName}</Link>,
    },
    {
      key: 'post',
      title: text.post,
      width: 80,
      phone: 'note',
      cell: (post) => word(postWords[post.post]),
    },
    { key: 'unit', title: text.unit, phone: 'note', cell: (post) => post.unitName },
    ...(brief ? [] : termColumns(text)),
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

function termColumns(text: ReturnType<typeof useText>['villages']): Column<Post>[] {
  return [
    {
      key: 'kind',
      title: text.kind,
      width: 80,
      cell: (post) => word(appointmentKindWords[post.kind]),
    },
    { key: 'from', title: text.from, width: 92, phone: 'note', cell: (post) => post.startsOn },
    { key: 'to', title: text.to, width: 92, phone: 'note', cell: (post) => post.endsOn },
    {
      key: 'document',
      title: text.documentNumber,
      width: 150,
      cell: (post) => post.documentNumber,
    },
  ];
}
