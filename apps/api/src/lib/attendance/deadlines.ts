import type { Month, SheetStatus } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { firstDayOf, monthAfter } from '@xuanpai/domain/attendance/month';
import type { Deps } from '../deps.ts';
import { readLatestPolicy } from '../policy.ts';

export interface Deadlines {
  submitBy: PlainDate;
  confirmBy: PlainDate;
}

/** The days of the next month by which a sheet is submitted and confirmed, by the latest batch's policy. */
export async function readDeadlines({ db }: Pick<Deps, 'db'>, month: Month): Promise<Deadlines> {
  const next = monthAfter(month);
  const policy = await readLatestPolicy(db.prisma, firstDayOf(next));
  const on = (key: 'attendance.submitDay' | 'attendance.confirmDay') =>
    `${next}-${String(policy.number(key)).padStart(2, '0')}` as PlainDate;
  return { submitBy: on('attendance.submitDay'), confirmBy: on('attendance.confirmDay') };
}

/** Which deadline is past: the township's, then the district's. */
export function lateness(
  status: SheetStatus,
  { submitBy, confirmBy }: Deadlines,
  today: PlainDate,
): 'no' | 'submit' | 'confirm' {
  if (status === 'confirmed') return 'no';
  if (status === 'submitted') return today > confirmBy ? 'confirm' : 'no';
  return today > submitBy ? 'submit' : 'no';
}
