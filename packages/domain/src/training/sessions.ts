import type { PlainDate } from '@xuanpai/contracts/values';
import { lengthOfSession, type SessionDays } from '../attendance/training-days.ts';
import { daysBetween } from '../office/plain-date.ts';
import type { RuleFault } from '../rule-fault.ts';

/** A session as somebody enters it. */
export interface EnteredSession extends SessionDays {
  hours: number;
}

/** Days that a session may last, its first and last ones included, as in the database. */
const longest = 61;
const hoursOfDay = 24;

/** Everything that is wrong with a session's days and hours. */
export function sessionFaults(session: EnteredSession): RuleFault[] {
  const { startsOn, endsOn, startsAtNoon, endsAtNoon, hours } = session;
  if (endsOn < startsOn) {
    return [fault('endsOn', 'beforeStart', '结束日期早于开始日期。', 'It ends before it begins.')];
  }
  const days = lengthOfSession(session);
  const faults: RuleFault[] = [];
  if (daysBetween(startsOn, endsOn) + 1 > longest) {
    faults.push(
      fault(
        'endsOn',
        'tooLong',
        `一个班次不超过${longest}天，请分开登记。`,
        `A session lasts ${longest} days at most; enter it in parts.`,
      ),
    );
  }
  if (startsOn === endsOn && startsAtNoon && endsAtNoon) {
    faults.push(
      fault(
        'endsAtNoon',
        'noTime',
        '从中午开始又到中午结束，没有时间。',
        'From noon until noon of one day leaves no time.',
      ),
    );
  } else if (hours > days * hoursOfDay) {
    faults.push(
      fault(
        'hours',
        'tooManyHours',
        `${days}天里没有${hours}学时。`,
        `${days} days don’t hold ${hours} hours.`,
      ),
    );
  }
  return faults;
}

/** Who came is known from the first day on. */
export function presenceFault(startsOn: PlainDate, today: PlainDate): RuleFault | null {
  if (startsOn <= today) return null;
  return fault('changes', 'ahead', '培训还没有开始。', 'The session hasn’t begun.');
}

function fault(path: string, code: string, zh: string, en: string): RuleFault {
  return { path, code, message: { zh, en }, basis: null, remedy: null };
}
