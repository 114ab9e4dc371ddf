import type { PlainDate } from '@xuanpai/contracts/values';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { type Act, whyBlocked } from '@xuanpai/domain/post-life/acts';
import { fault } from '@xuanpai/domain/post-life/dates';
import type { Fault } from '../../../lib/api-error.ts';
import type { HeldPost } from './hold-posts.ts';

/** The fault of an act that a post isn't open to now; none where it is. */
export function blockedFaults(
  post: HeldPost,
  act: Act,
  { today, policy, path = '' }: { today: PlainDate; policy: Policy; path?: string },
): Fault[] {
  const why = whyBlocked(post.facts, act, today, policy);
  if (why === null) return [];
  const { name } = post.row.cadre;
  const message = { zh: `${name}：${why.zh}`, en: `${name}: ${why.en}` };
  return [fault(path, 'notOpen', message)];
}
