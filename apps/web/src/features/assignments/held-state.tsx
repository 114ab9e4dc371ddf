import type { Assignment } from '@xuanpai/contracts/assignments';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

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
  if (endsOn !== null && endsOn < day) return <StateBadge state="expired" />;
  return (
    <StateBadge
      state="serving"
      quiet={!long}
      {...(long ? { word: text.servingMonth(monthOf(startsOn, day)) } : {})}
    />
  );
}

/** 13 on 2016-06-30 for a post from 2015-06-01. */
function monthOf(startsOn: string, day: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(day) - months(startsOn) + (day.slice(8) < startsOn.slice(8) ? 0 : 1);
}
