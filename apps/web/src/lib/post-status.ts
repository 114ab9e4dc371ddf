interface Post {
  startsOn: string;
  endsOn: string | null;
  state: 'inForce' | 'ended' | 'revoked';
}

/** Whether a post is held on a day. */
export function isHeld({ startsOn, endsOn, state }: Post, day: string): boolean {
  return state !== 'revoked' && startsOn <= day && (endsOn === null || endsOn >= day);
}

/** How a post stands on a day: 在任, 待到岗, 任期届满, or 调回. */
export function postStatus(
  post: Post,
  day: string,
): 'serving' | 'upcoming' | 'expired' | 'recalled' {
  if (post.state === 'revoked') return 'recalled';
  if (post.startsOn > day) return 'upcoming';
  return isHeld(post, day) ? 'serving' : 'expired';
}

/** Which month of a post a day lies in, from 1: 13 on 2016-06-30 for a post from 2015-06-01. */
export function monthOfPost(startsOn: string, day: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const begun = months(day) - months(startsOn);
  return day.slice(8) < startsOn.slice(8) ? begun : begun + 1;
}
