import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { fault } from '@xuanpai/domain/post-life/dates';
import type { Fault } from '../../../lib/api-error.ts';

/** The days on which an act changes who is in post, and the townships that log them. */
export interface ChangedDays {
  townshipIds: readonly string[];
  from: PlainDate;
  /** Null: from then on. */
  to?: PlainDate | null;
}

/**
 * M7: a month that the district confirmed says who was in post. Whoever changes that asks for its
 * correction first. The database would refuse it where a row changes; this says which months, and
 * speaks also of somebody who comes into one.
 */
export async function confirmedMonthFaults(
  tx: Tx,
  { townshipIds, from, to = null }: ChangedDays,
  path: string,
): Promise<Fault[]> {
  const found = await tx.$queryRaw<{ township: string; month: string }[]>`
    SELECT r.name AS township, to_char(s.month, 'YYYY-MM') AS month
    FROM attendance_sheet s JOIN region r ON r.id = s.township_id
    WHERE s.status = 'confirmed' AND s.township_id = ANY(${[...townshipIds]}::uuid[])
      AND daterange(s.month, (s.month + interval '1 month')::date)
        && daterange(${from}::date, ${to}::date, '[]')
    ORDER BY s.month, r.code`;
  if (found.length === 0) return [];
  const sheets = found.map(({ township, month }) => `${township}${month}`).join('、');
  const sheetsEn = found.map(({ township, month }) => `${township} ${month}`).join(', ');
  const message = {
    zh: `${sheets}的考勤已确认，那时的在任情况不能直接改。`,
    en: `Attendance is confirmed (${sheetsEn}); who was in post then does not change by itself.`,
  };
  const remedy = {
    zh: '请镇街先申请更正该月考勤，区里同意后再办。',
    en: 'Have the township ask for a correction of the month first; go on once the district approves.',
  };
  return [
    fault(path, 'monthConfirmed', message, remedy, { kind: 'reading', source: '按本办理解' }),
  ];
}
