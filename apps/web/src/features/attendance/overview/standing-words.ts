import type { listAttendanceMonths } from '@xuanpai/contracts/attendance';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { shown } from './standing-filters.ts';

export type Standings = ReplyOf<typeof listAttendanceMonths>;

/** The answer: how many townships have submitted and are confirmed, and how many are late. */
export function titleOf(
  { month, items }: Standings,
  text: Dictionary['attendanceOverview'],
): string {
  const name = text.monthOf(month);
  if (items.length === 0) return text.titleNobody(name);
  const confirmed = shown(items, 'confirmed').length;
  if (confirmed === items.length) return text.titleConfirmed(name, items.length);
  const submitted = shown(items, 'submitted').length + confirmed;
  const late = shown(items, 'late').length;
  return text.title(name, items.length, submitted, confirmed, late);
}
