import type { AssignmentEventKind } from '@xuanpai/contracts/assignment-events';
import type { StateName } from '../ui/state-badge.tsx';
import { assignmentEventStates } from './assignment-event-states.ts';

interface Post {
  startsOn: string;
  endsOn: string | null;
  state: 'inForce' | 'revoked';
  leftBy?: AssignmentEventKind | null;
}

/** Whether a post is held on a day. */
export function isHeld({ startsOn, endsOn, state }: Post, day: string): boolean {
  return state !== 'revoked' && startsOn <= day && (endsOn === null || endsOn >= day);
}

/** How a post stands on a day: 在任, 待到岗, 任期届满, or how it was left: 调回, 调整人选, 互换任职村. */
export function postStatus(post: Post, day: string): StateName {
  if (post.state === 'revoked') return 'recalled';
  if (post.startsOn > day) return 'upcoming';
  if (isHeld(post, day)) return 'serving';
  return post.leftBy ? assignmentEventStates[post.leftBy] : 'expired';
}

/** Which month of a post a day lies in, from 1: 13 on 2016-06-30 for a post from 2015-06-01. */
export function monthOfPost(startsOn: string, day: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const begun = months(day) - months(startsOn);
  return day.slice(8) < startsOn.slice(8) ? begun : begun + 1;
}
