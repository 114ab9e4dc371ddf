import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Fault } from '../../../lib/api-error.ts';
import { listed } from '../read/names.ts';
import type { PostInForce } from './posts-in-force.ts';

/** The first day of a re-plan's changes, and what it is judged by. */
export interface ReplanDay {
  on: PlainDate;
  today: PlainDate;
  batch: { startsOn: PlainDate; endsOn: PlainDate };
  later: readonly PostInForce[];
}

/**
 * D7, by reading: posts change within the term, never in a month that is over, for past months stay
 * what they were, and not under a change that was decided for a later day.
 */
export function replanDayFaults({ on, today, batch, later }: ReplanDay, basis: Basis): Fault[] {
  const path = 'replansOn';
  const faults: Fault[] = [];
  if (on < batch.startsOn || on > batch.endsOn) {
    const message = {
      zh: `${on}不在任期内（${batch.startsOn}至${batch.endsOn}）。`,
      en: `${on} lies outside the term (${batch.startsOn} to ${batch.endsOn}).`,
    };
    faults.push({ path, code: 'outsideTerm', message, basis });
  }
  const month = `${today.slice(0, 7)}-01`;
  if (on < month) {
    const message = {
      zh: `${on}所在的月份已过，过去月份的任职不再改动；请定在${month}或以后。`,
      en: `The month of ${on} is over, and past months stay what they were: choose ${month} or later.`,
    };
    faults.push({ path, code: 'pastMonth', message, basis });
  }
  if (on >= batch.startsOn && later.length > 0) {
    const starts = later.map(({ startsOn }) => startsOn).sort();
    const last = starts.at(-1) ?? on;
    const names = listed(later.map((post) => `${post.villageName} ${post.cadreName}`));
    const message = {
      zh: `${on}以后另有已定的任职：${names.zh}。请把重排的日期定在${last}或以后。`,
      en: `Posts that start later are decided already: ${names.en}. Choose ${last} or later.`,
    };
    faults.push({ path, code: 'laterPosts', message, basis });
  }
  return faults;
}
