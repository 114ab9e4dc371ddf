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
