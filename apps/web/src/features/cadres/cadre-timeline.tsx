import type { CadreEvent } from '@xuanpai/contracts/cadres';
import { cadreTimeline } from '../../lib/cadre-timeline.ts';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { Timeline } from '../../ui/timeline.tsx';

/** What happened to the person up to the day looked at, and what is to come. */
export function CadreTimeline({ events }: { events: readonly CadreEvent[] }) {
  const text = useText();
  const { day } = useDay();
  if (events.length === 0) return <p>{text.cadres.noHistory}</p>;
  return <Timeline label={text.cadreEvents.label} items={cadreTimeline(events, day, text)} />;
}
