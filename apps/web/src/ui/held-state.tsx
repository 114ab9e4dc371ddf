import type { Assignment } from '@xuanpai/contracts/assignments';
import { assignmentEventStates } from '../lib/assignment-event-states.ts';
import { useDay } from '../lib/day.ts';
import { monthOfPost } from '../lib/post-status.ts';
import { useText } from '../locales/use-text.ts';
import { StateBadge } from './state-badge.tsx';

interface HeldStateProps {
  assignment: Assignment;
  /** With the month of the term: 在任，第13个月. */
  long?: boolean;
}

/** How a post stands on the day looked at. */
export function HeldState({ assignment, long = false }: HeldStateProps) {
  const text = useText().assignments;
  const { day } = useDay();
  const { startsOn, endsOn } = assignment;
  if (startsOn > day) {
    return <StateBadge state="upcoming" {...(long ? { word: text.upcomingFrom(startsOn) } : {})} />;
  }
  if (endsOn !== null && endsOn < day) {
    const { leftBy } = assignment;
    return <StateBadge state={leftBy ? assignmentEventStates[leftBy] : 'expired'} />;
  }
  if (!long && assignment.cameBy === 'exchanged') return <StateBadge state="swapped" />;
  if (!long && assignment.extended) return <StateBadge state="extended" />;
  return (
    <StateBadge
      state="serving"
      quiet={!long}
      {...(long ? { word: text.servingMonth(monthOfPost(startsOn, day)) } : {})}
    />
  );
}
