import { formatInstant } from '../../lib/format.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';

/** 今天 09:26, 昨天 14:58, else the date with the time. */
export function momentText(
  instant: string,
  text: Dictionary['home'],
  now: Date = new Date(),
): string {
  const [day = '', time = ''] = formatInstant(instant).split(' ');
  const dayBefore = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12);
  if (day === dayOf(now)) return text.today(time);
  return day === dayOf(dayBefore) ? text.yesterday(time) : `${day} ${time}`;
}

function dayOf(moment: Date): string {
  return formatInstant(moment.toISOString()).slice(0, 10);
}
