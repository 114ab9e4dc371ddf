import type { VillagePeriod } from '../values.ts';

interface Next {
  key: string;
  act: 'report' | 'look';
  due: string | null;
}

/** The period that the page's button opens: the earliest to report, else one that waits for the head. */
export function nextPeriod(
  periods: readonly VillagePeriod[],
  today: string,
  reports: boolean,
): Next | null {
  const over = periods.filter(({ endsOn }) => endsOn < today);
  if (reports) {
    const open = over.find(({ status }) => status !== 'submitted' && status !== 'confirmed');
    if (open) return { key: open.key, act: 'report', due: open.reportBy };
  }
  const sent = over.find(({ status }) => status === 'submitted');
  return sent ? { key: sent.key, act: 'look', due: null } : null;
}
