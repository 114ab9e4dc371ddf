import type { PlainDate } from '@xuanpai/contracts/values';
import { membershipFaults } from '../membership-dates.ts';
import { addMonths, daysInMonth } from '../office/plain-date.ts';
import type { CadreField } from './cadre-columns.ts';
import type { CadreRowContext } from './cadre-row.ts';
import type { ReadDate, RowReader } from './row-reader.ts';

interface Dates {
  bornOn: PlainDate;
  joinedOn: ReadDate | null | undefined;
  fullMemberOn: ReadDate | null | undefined;
  workingSince: ReadDate | null | undefined;
}

/**
 * Dates that can't be are problems; a month alone is refused only where no day of it could be right.
 * What bears on eligibility alone is a notice.
 */
export function checkCadreDates(
  reader: RowReader<CadreField>,
  { bornOn, joinedOn, fullMemberOn, workingSince }: Dates,
  context: CadreRowContext,
): void {
  const membership = (dayOf: (date: ReadDate) => PlainDate) =>
    membershipFaults(
      {
        bornOn,
        joinedOn: joinedOn ? dayOf(joinedOn) : null,
        fullMemberOn: fullMemberOn ? dayOf(fullMemberOn) : null,
      },
      context.policy,
    );
  const certain = new Set(membership(latest).map(({ code }) => code));
  for (const { path, code, message, basis, remedy } of membership(({ date }) => date)) {
    if (!certain.has(code)) continue;
    reader.refuse(path as CadreField, code, message, remedy ?? null, basis ?? null);
  }
  if (workingSince && latest(workingSince) <= bornOn) {
    reader.refuse(
      'workingSince',
      'workingBeforeBirth',
      { zh: '参加工作时间不晚于出生日期。', en: 'Work began before the date of birth.' },
      { zh: '请核对档案。', en: 'Check it against the file.' },
    );
  }
  if (joinedOn) noticeMembership(reader, joinedOn.date, context);
}

/** Full membership on the batch's day is judged after the import; here it is only pointed out. */
function noticeMembership(
  reader: RowReader<CadreField>,
  joinedOn: PlainDate,
  { policy, batchDate }: CadreRowContext,
): void {
  if (!batchDate) return;
  const months = policy.number('eligibility.probationMonths');
  if (addMonths(joinedOn, months) <= batchDate) return;
  const later = joinedOn > batchDate;
  reader.notice(
    'joinedOn',
    later ? 'joinedAfterBatch' : 'notYetFullMember',
    later
      ? {
          zh: `入党时间晚于批次日期${batchDate}。`,
          en: `Joined after the batch's date, ${batchDate}.`,
        }
      : {
          zh: `到批次日期${batchDate}入党未满${months}个月。`,
          en: `On the batch's date, ${batchDate}, less than ${months} months in the Party.`,
        },
    {
      zh: '可以写入，写入后在“资格”中判定。',
      en: 'It can be imported; eligibility is judged afterwards.',
    },
    policy.basis('eligibility.probationMonths'),
  );
}

function latest({ date, precision }: ReadDate): PlainDate {
  if (precision === 'day') return date;
  const days = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return `${date.slice(0, 8)}${days}` as PlainDate;
}
