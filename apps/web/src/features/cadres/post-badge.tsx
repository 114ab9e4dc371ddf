import { useDay } from '../../lib/day.ts';
import { isHeld, monthOfPost } from '../../lib/post-status.ts';
import { useText } from '../../locales/use-text.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { postOn } from './cadre-words.ts';
import type { CadreDetail } from './queries.ts';

/** 在任，第13个月: beside the name. */
export function PostBadge({ posts }: { posts: CadreDetail['assignments'] }) {
  const text = useText().cadres;
  const { day } = useDay();
  const post = postOn(posts, day);
  if (!post) return null;
  return isHeld(post, day) ? (
    <StateBadge state="serving" word={text.serving(monthOfPost(post.startsOn, day))} />
  ) : (
    <StateBadge state="upcoming" word={text.upcoming(post.startsOn)} />
  );
}
