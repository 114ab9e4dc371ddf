import type { Known, PlainDate } from '@xuanpai/contracts/values';
import { useDay } from './day.ts';
import { useUrlValue } from './url-state.ts';

/** Whether a day that is over is shown as it was known then, or as it is known by now. */
export function useKnown(): Known {
  return useUrlValue('known')[0] === 'now' ? 'now' : 'thatDay';
}

/** The day looked at and what is known of it, as a query takes them. */
export interface SeenDay {
  on: PlainDate;
  known: Known;
}

export function useSeenDay(): SeenDay {
  const { day } = useDay();
  return { on: day as PlainDate, known: useKnown() };
}
